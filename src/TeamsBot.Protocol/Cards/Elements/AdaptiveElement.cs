using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>An element that can stand in the body of a card, in a container, a column or a cell.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AdaptiveTextBlock), "TextBlock")]
[JsonDerivedType(typeof(AdaptiveRichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(AdaptiveImage), "Image")]
[JsonDerivedType(typeof(AdaptiveContainer), "Container")]
[JsonDerivedType(typeof(AdaptiveColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(AdaptiveFactSet), "FactSet")]
[JsonDerivedType(typeof(AdaptiveTable), "Table")]
[JsonDerivedType(typeof(AdaptiveActionSet), "ActionSet")]
[JsonDerivedType(typeof(AdaptiveTextInput), "Input.Text")]
[JsonDerivedType(typeof(AdaptiveDateInput), "Input.Date")]
[JsonDerivedType(typeof(AdaptiveTimeInput), "Input.Time")]
[JsonDerivedType(typeof(AdaptiveNumberInput), "Input.Number")]
[JsonDerivedType(typeof(AdaptiveToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(AdaptiveChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(AdaptiveDonutChart), "Chart.Donut")]
[JsonDerivedType(typeof(AdaptivePieChart), "Chart.Pie")]
[JsonDerivedType(typeof(AdaptiveVerticalBarChart), "Chart.VerticalBar")]
[JsonDerivedType(typeof(AdaptiveGroupedVerticalBarChart), "Chart.VerticalBar.Grouped")]
[JsonDerivedType(typeof(AdaptiveHorizontalBarChart), "Chart.HorizontalBar")]
[JsonDerivedType(typeof(AdaptiveStackedHorizontalBarChart), "Chart.HorizontalBar.Stacked")]
[JsonDerivedType(typeof(AdaptiveLineChart), "Chart.Line")]
[JsonDerivedType(typeof(AdaptiveGaugeChart), "Chart.Gauge")]
public abstract record AdaptiveElement : AdaptiveTypedElement
{
    /// <summary>Null is what the container says.</summary>
    public AdaptiveHorizontalAlignment? HorizontalAlignment { get; init; }
}
