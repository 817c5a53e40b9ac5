using NodaTime;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Scoring;

/// <summary>What a point is given or taken for.</summary>
public enum ScoreReason
{
    /// <summary>The score that the lead came with.</summary>
    Own,

    /// <summary>It is like the ideal customer or the people who decide there.</summary>
    Fit,

    /// <summary>It did something.</summary>
    Engagement,

    /// <summary>It did something, or is something, that speaks against it.</summary>
    Negative,

    /// <summary>What is known of budget, authority, need and timing.</summary>
    Bant,
}

/// <summary>What both sides agreed a lead is worth. Without rules a lead has the score that it came with.</summary>
public sealed record Rubric
{
    public const int MostPoints = 100;

    /// <summary>What holds before anybody agreed: each lead's own score stands.</summary>
    public static readonly Rubric Initial = new();

    /// <summary>The lowest score of a marketing qualified lead, 0 to 100.</summary>
    public int MqlFrom { get; init; } = 50;

    /// <summary>How much of the score that a lead came with counts, 0 to 100 percent; the points of the rules are added to it.</summary>
    public int OwnScorePercent { get; init; } = 100;

    public IReadOnlyList<ScoreRule> Rules { get; init; } = [];

    /// <summary>False for a lead without a score.</summary>
    public bool IsMql(int? points) => points >= MqlFrom;
}

/// <param name="Of">The field or attribute of the lead, or the event, that it looks at.</param>
/// <param name="Points">1 to 100, or -100 to -1 where it speaks against the lead.</param>
public abstract record ScoreRule(ScoreReason Reason, string Of, int Points)
{
    /// <summary>How much of its points the lead gets, from 0 up; 1 is all of them. An event that happened n times may give up to n.</summary>
    public abstract double Weight(Lead lead, Instant now);

    internal abstract ScoredLine Found(Lead lead, Instant now, int points);
}

/// <summary>A rule on what a lead is. All that is given has to hold; of a list one is enough. Capitals do not matter.</summary>
public sealed record FactRule(ScoreReason Reason, string Of, int Points) : ScoreRule(Reason, Of, Points)
{
    /// <summary>The values that are looked for; empty where any will do.</summary>
    public IReadOnlyList<string> Is { get; init; } = [];

    /// <summary>Parts of the value that are looked for; empty where any will do.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    /// <summary>The least number, itself included.</summary>
    public int? From { get; init; }

    /// <summary>The greatest number, itself included.</summary>
    public int? To { get; init; }

    public override double Weight(Lead lead, Instant now) => LeadFacts.Value(lead, Of) is { } value && Holds(value) ? 1 : 0;

    internal override ScoredLine Found(Lead lead, Instant now, int points) => new(Reason, Of, points) { Found = LeadFacts.Value(lead, Of) };

    private bool Holds(string value) =>
        (Is.Count == 0 || Is.Contains(value, StringComparer.OrdinalIgnoreCase))
        && (Contains.Count == 0 || Contains.Any(part => value.Contains(part, StringComparison.OrdinalIgnoreCase)))
        && (From is null && To is null || LeadFacts.Number(value) is { } number && number >= (From ?? number) && number <= (To ?? number));
}

/// <summary>A rule on what a lead did: the latest events count, the less the longer ago they are.</summary>
public sealed record EventRule(ScoreReason Reason, string Of, int Points) : ScoreRule(Reason, Of, Points)
{
    /// <summary>After so many days an event is worth half; null where it never fades.</summary>
    public int? HalfLifeDays { get; init; }

    /// <summary>How many of the latest events count, 1 to 20.</summary>
    public int Times { get; init; } = 1;

    public override double Weight(Lead lead, Instant now) => Counted(lead, now).Sum(at => Left(now - at));

    internal override ScoredLine Found(Lead lead, Instant now, int points)
    {
        var counted = Counted(lead, now);
        return new(Reason, Of, points) { At = counted[0], Times = counted.Count };
    }

    // What has not happened yet counts for nothing yet.
    private IReadOnlyList<Instant> Counted(Lead lead, Instant now) =>
        [.. LeadFacts.Events(lead, Of).Where(at => at <= now).OrderDescending().Take(Times)];

    private double Left(Duration age) => HalfLifeDays is { } days ? Math.Pow(2, -age.TotalDays / days) : 1;
}
