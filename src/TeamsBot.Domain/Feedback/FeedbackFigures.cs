using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Domain.Feedback;

/// <summary>How often a piece of content helped.</summary>
public sealed record ContentCount(HelpfulContent Content, int Times);

/// <summary>
/// What sales said of a campaign's leads in a stretch of time. A lead counts as handed over on that day, an answer on the day on which it
/// was given, and what was noted on the day of the note: so everything is in one week, and in one week only.
/// </summary>
public sealed record FeedbackFigures
{
    public static FeedbackFigures None { get; } = new();

    /// <summary>Leads handed over.</summary>
    public int Handed { get; init; }

    public int Accepted { get; init; }

    /// <summary>Leads rejected, by the reason.</summary>
    public IReadOnlyDictionary<RejectionReason, int> Reasons { get; init; } = new Dictionary<RejectionReason, int>();

    /// <summary>Leads of which an objection was noted, or that there was none.</summary>
    public IReadOnlyDictionary<Objection, int> Objections { get; init; } = new Dictionary<Objection, int>();

    /// <summary>Each piece once.</summary>
    public IReadOnlyList<ContentCount> Content { get; init; } = [];

    public int Rejected => Reasons.Values.Sum();

    public int Answered => Accepted + Rejected;

    /// <summary>Accepted of those answered, a share; null where nothing was answered.</summary>
    public double? AcceptanceRate => Answered == 0 ? null : (double)Accepted / Answered;

    /// <summary>Objections in all, without those leads that had none.</summary>
    public int ObjectionsHeard => Objections.Where(heard => heard.Key != Objection.None).Sum(heard => heard.Value);

    /// <summary>Those of several words for one campaign together.</summary>
    public static FeedbackFigures Sum(IReadOnlyCollection<FeedbackFigures> parts) => parts.Count == 1 ? parts.First() : new()
    {
        Handed = parts.Sum(part => part.Handed),
        Accepted = parts.Sum(part => part.Accepted),
        Reasons = Sum(parts.SelectMany(part => part.Reasons)),
        Objections = Sum(parts.SelectMany(part => part.Objections)),
        Content = [.. parts.SelectMany(part => part.Content).GroupBy(count => count.Content.Id).Select(same => new ContentCount(same.First().Content, same.Sum(count => count.Times)))
            .OrderByDescending(count => count.Times).ThenBy(count => count.Content.Id, StringComparer.Ordinal)],
    };

    /// <summary>How often a piece helped.</summary>
    public int TimesOf(HelpfulContent content) => Content.FirstOrDefault(count => count.Content.Id == content.Id)?.Times ?? 0;

    /// <summary>Nothing at all happened.</summary>
    public bool IsEmpty => Handed + Answered + Objections.Count + Content.Count == 0;

    /// <summary>What makes one campaign more telling than another: all that sales said.</summary>
    public int Said => Rejected + Objections.Values.Sum() + Content.Sum(count => count.Times);

    private static Dictionary<T, int> Sum<T>(IEnumerable<KeyValuePair<T, int>> counts)
        where T : struct, Enum =>
        counts.GroupBy(count => count.Key).ToDictionary(same => same.Key, same => same.Sum(count => count.Value));
}
