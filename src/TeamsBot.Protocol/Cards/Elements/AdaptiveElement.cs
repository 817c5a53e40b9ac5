using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>An element that can stand in the body of a card, in a container, a column or a cell.</summary>
[JsonConverter(typeof(OwnTypeConverter<AdaptiveElement>))]
public abstract record AdaptiveElement : AdaptiveTypedElement
{
    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-3)]
    internal string Type => this switch
    {
        AdaptiveTextBlock => "TextBlock",
        AdaptiveRichTextBlock => "RichTextBlock",
        AdaptiveImage => "Image",
        AdaptiveContainer => "Container",
        AdaptiveColumnSet => "ColumnSet",
        AdaptiveFactSet => "FactSet",
        AdaptiveTable => "Table",
        AdaptiveActionSet => "ActionSet",
        AdaptiveTextInput => "Input.Text",
        AdaptiveDateInput => "Input.Date",
        AdaptiveTimeInput => "Input.Time",
        AdaptiveNumberInput => "Input.Number",
        AdaptiveToggleInput => "Input.Toggle",
        AdaptiveChoiceSetInput => "Input.ChoiceSet",
        AdaptiveDonutChart => "Chart.Donut",
        AdaptivePieChart => "Chart.Pie",
        AdaptiveVerticalBarChart => "Chart.VerticalBar",
        AdaptiveGroupedVerticalBarChart => "Chart.VerticalBar.Grouped",
        AdaptiveHorizontalBarChart => "Chart.HorizontalBar",
        AdaptiveStackedHorizontalBarChart => "Chart.HorizontalBar.Stacked",
        AdaptiveLineChart => "Chart.Line",
        AdaptiveGaugeChart => "Chart.Gauge",
        _ => throw new InvalidOperationException("An element has a type that no client knows."),
    };

    /// <summary>Null is what the container says.</summary>
    public AdaptiveHorizontalAlignment? HorizontalAlignment { get; init; }
}
