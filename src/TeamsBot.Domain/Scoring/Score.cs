using NodaTime;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Scoring;

/// <summary>What a lead is worth by a rubric, and why.</summary>
/// <param name="Points">0 to 100; null where there is nothing to judge it by.</param>
/// <param name="Lines">The heaviest first. Their points add up to the score where that is within 0 to 100, but for a score that the lead came with and explained otherwise.</param>
public sealed record Score(int? Points, IReadOnlyList<ScoredLine> Lines)
{
    /// <summary>The score of a lead at a moment: its own, as far as the rubric lets it count, and the points of the rules.</summary>
    public static Score Of(Lead lead, Rubric rubric, Instant now)
    {
        if (rubric.Rules.Count == 0 && rubric.OwnScorePercent == 100)
        {
            return new(lead.Score, [.. Explained(lead)]);
        }

        // An own score that does not count is no score, either.
        if (rubric.Rules.Count == 0 && (lead.Score is null || rubric.OwnScorePercent == 0))
        {
            return new(null, []);
        }

        ScoredLine[] lines =
        [
            .. OwnLines(lead, rubric).Concat(rubric.Rules.Select(rule => LineOf(rule, lead, now)).OfType<ScoredLine>())
                .OrderByDescending(line => Math.Abs((long)line.Points)).ThenByDescending(line => line.Points)
                .ThenBy(line => line.Reason).ThenBy(line => line.What, StringComparer.Ordinal).ThenBy(line => line.Found, StringComparer.Ordinal)
                .ThenBy(line => line.At).ThenBy(line => line.Times),
        ];
        return new((int)Math.Clamp(lines.Sum(line => (long)line.Points), 0, Rubric.MostPoints), lines);
    }

    public bool Equals(Score? other) => other is not null && Points == other.Points && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Lines.Aggregate(Points ?? -1, HashCode.Combine);

    // Its own reasons are told where they say all of it.
    private static IEnumerable<ScoredLine> OwnLines(Lead lead, Rubric rubric) =>
        lead.Score is not { } own || Rounded(own * (rubric.OwnScorePercent / 100.0)) is not (var points and not 0) ? []
        : rubric.OwnScorePercent == 100 && lead.ScoreLines.Sum(line => (long)line.Points) == own ? Explained(lead)
        : [new(ScoreReason.Own, "", points)];

    private static IEnumerable<ScoredLine> Explained(Lead lead) => lead.ScoreLines.Select(line => new ScoredLine(ScoreReason.Own, line.Reason, line.Points));

    private static ScoredLine? LineOf(ScoreRule rule, Lead lead, Instant now) =>
        Rounded(rule.Points * rule.Weight(lead, now)) is var points and not 0 ? rule.Found(lead, now, points) : null;

    private static int Rounded(double points) => (int)Math.Round(points, MidpointRounding.AwayFromZero);
}

/// <summary>One line of a score.</summary>
/// <param name="What">The field, attribute or event; for <see cref="ScoreReason.Own"/> the reason that the lead came with, empty for its whole score.</param>
public sealed record ScoredLine(ScoreReason Reason, string What, int Points)
{
    /// <summary>The value that was found; null for events.</summary>
    public string? Found { get; init; }

    /// <summary>When the latest event was that counts.</summary>
    public Instant? At { get; init; }

    /// <summary>How many events count.</summary>
    public int Times { get; init; }
}
