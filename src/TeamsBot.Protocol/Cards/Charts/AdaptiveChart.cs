using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// A chart of Teams. Charts are no part of version 1.5, so that a fallback is required: an element with the same numbers, or
/// <see cref="AdaptiveFallback.Drop"/> where text nearby has them. They have no alternative text either, so the numbers belong there too.
/// </summary>
public abstract record AdaptiveChart : AdaptiveElement
{
    [JsonPropertyOrder(9)]
    public override required AdaptiveFallback? Fallback
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value), "A chart needs a fallback.");
    }

    /// <summary>Plain text, for screen readers, and for all to see with <see cref="ShowTitle"/>.</summary>
    [JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    [JsonPropertyOrder(-1)]
    public bool ShowTitle { get; init; }

    public AdaptiveChartColorSet? ColorSet { get; init; }

    /// <summary>Such as "400px".</summary>
    public string? MaxWidth { get; init; }

    /// <summary>Null is the client's default.</summary>
    public bool? ShowLegend { get; init; }
}

/// <summary>A chart with two axes.</summary>
public abstract record AdaptiveAxisChart : AdaptiveChart
{
    public string? XAxisTitle { get; init; }

    public string? YAxisTitle { get; init; }

    /// <summary>The color of everything that says no other.</summary>
    public AdaptiveChartColor? Color { get; init; }
}
