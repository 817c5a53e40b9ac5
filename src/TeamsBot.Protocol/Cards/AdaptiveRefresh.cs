using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// What Teams sends by itself when one of <see cref="UserIds"/> looks at the card. Without ids, Teams refreshes for everybody in a small
/// conversation and for nobody in a large one.
/// </summary>
public sealed record AdaptiveRefresh
{
    /// <summary>Teams takes no more ids than this.</summary>
    public const int MaxUserIds = 60;

    [JsonIgnore]
    public required AdaptiveExecuteAction Action { get; init; }

    [JsonInclude, JsonPropertyName("action"), JsonPropertyOrder(-1)]
    internal AdaptiveAction TypedAction => Action;

    /// <summary>Teams' ids ("29:…") of those who have a view of their own, at most <see cref="MaxUserIds"/>.</summary>
    public IReadOnlyList<string>? UserIds
    {
        get;
        init => field = value is { Count: > MaxUserIds }
            ? throw new ArgumentOutOfRangeException(nameof(value), value.Count, "Teams refreshes for at most 60 people.")
            : value;
    }
}
