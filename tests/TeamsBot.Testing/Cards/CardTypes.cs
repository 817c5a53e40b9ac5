namespace TeamsBot.Testing.Cards;

internal static class CardTypes
{
    /// <summary>Those of version 1.5 and the charts of Teams.</summary>
    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Image", "ImageSet", "Container", "ColumnSet", "Column", "FactSet",
        "Table", "TableRow", "TableCell", "ActionSet", "Input.Text", "Input.Date", "Input.Time", "Input.Number", "Input.Toggle",
        "Input.ChoiceSet", "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility",
        "Chart.Donut", "Chart.Pie", "Chart.VerticalBar", "Chart.VerticalBar.Grouped", "Chart.HorizontalBar",
        "Chart.HorizontalBar.Stacked", "Chart.Line", "Chart.Gauge",
    };

    public static bool NeedsFallback(string type) => type.StartsWith("Chart.", StringComparison.Ordinal);
}
