using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A slice of a donut or pie, or a piece of a stacked bar.</summary>
public sealed record AdaptiveChartSlice(
    string Legend,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Value,
    AdaptiveChartColor? Color = null);

/// <summary>A bar, or a point of a line. A line takes only numbers, only dates ("2026-11-23"), or else names for <paramref name="X"/>.</summary>
public sealed record AdaptiveChartPoint(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CardValue X,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Y,
    AdaptiveChartColor? Color = null);

/// <summary>A line, or the bars of one group.</summary>
public sealed record AdaptiveChartSeries(string Legend, IReadOnlyList<AdaptiveChartPoint> Values, AdaptiveChartColor? Color = null);

/// <summary>A bar made of pieces.</summary>
public sealed record AdaptiveChartStack(string Title, IReadOnlyList<AdaptiveChartSlice> Data);

/// <summary>A part of the scale of a gauge, <paramref name="Size"/> in the gauge's unit.</summary>
public sealed record AdaptiveGaugeSegment(
    string Legend,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Size,
    AdaptiveChartColor? Color = null);
