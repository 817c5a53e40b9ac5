namespace TeamsBot.Protocol.Cards;

public sealed record AdaptiveVerticalBarChart : AdaptiveAxisChart
{
    public required IReadOnlyList<AdaptiveChartPoint> Data { get; init; }

    public bool ShowBarValues { get; init; }

    public double? YMin { get; init; }

    public double? YMax { get; init; }
}

/// <summary>Groups of bars beside each other, or on top of each other with <see cref="Stacked"/>, which takes no negative values.</summary>
public sealed record AdaptiveGroupedVerticalBarChart : AdaptiveAxisChart
{
    public required IReadOnlyList<AdaptiveChartSeries> Data { get; init; }

    public bool Stacked { get; init; }

    public bool ShowBarValues { get; init; }
}

/// <summary>The calm small chart: up to eight bars with their names and numbers.</summary>
public sealed record AdaptiveHorizontalBarChart : AdaptiveAxisChart
{
    public required IReadOnlyList<AdaptiveChartPoint> Data { get; init; }

    public AdaptiveBarDisplayMode DisplayMode { get; init; }
}

public sealed record AdaptiveStackedHorizontalBarChart : AdaptiveAxisChart
{
    public required IReadOnlyList<AdaptiveChartStack> Data { get; init; }
}

public sealed record AdaptiveLineChart : AdaptiveAxisChart
{
    public required IReadOnlyList<AdaptiveChartSeries> Data { get; init; }

    public double? YMin { get; init; }

    public double? YMax { get; init; }
}

public enum AdaptiveBarDisplayMode { AbsoluteWithAxis, AbsoluteNoAxis, PartToWhole }
