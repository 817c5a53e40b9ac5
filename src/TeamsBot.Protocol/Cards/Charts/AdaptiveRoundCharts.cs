using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

public sealed record AdaptiveDonutChart : AdaptiveChart
{
    public required IReadOnlyList<AdaptiveChartSlice> Data { get; init; }

    /// <summary>The words in the middle.</summary>
    public string? Value { get; init; }

    public AdaptiveChartColor? ValueColor { get; init; }
}

public sealed record AdaptivePieChart : AdaptiveChart
{
    public required IReadOnlyList<AdaptiveChartSlice> Data { get; init; }
}

/// <summary>One number on a scale.</summary>
public sealed record AdaptiveGaugeChart : AdaptiveChart
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double Value { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public string? SubLabel { get; init; }

    public AdaptiveGaugeValueFormat ValueFormat { get; init; }

    public IReadOnlyList<AdaptiveGaugeSegment>? Segments { get; init; }

    public bool? ShowMinMax { get; init; }

    public bool? ShowNeedle { get; init; }
}

public enum AdaptiveGaugeValueFormat { Percentage, Fraction }
