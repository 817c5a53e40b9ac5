using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Scoring;

/// <summary>A lead that was handed over, and what came of it.</summary>
/// <param name="At">When it was handed over: the moment at which it is scored.</param>
/// <param name="Accepted">Null while sales has not answered.</param>
/// <param name="Won">Deals of the lead that closed won.</param>
/// <param name="Lost">Deals of the lead that closed lost.</param>
public sealed record PastLead(Lead Lead, Instant At, bool? Accepted, int Won, int Lost);

/// <summary>How the leads of one tier fared.</summary>
public sealed record TierRecord(Tier Tier, int Leads, int Accepted, int Answered, int Won, int Closed)
{
    /// <summary>From 0 to 1; null where sales answered none.</summary>
    public double? AcceptanceRate => Answered == 0 ? null : (double)Accepted / Answered;

    /// <summary>From 0 to 1; null where no deal closed.</summary>
    public double? WinRate => Closed == 0 ? null : (double)Won / Closed;
}

/// <summary>Leads that one agreement puts into another tier than the other agreement does.</summary>
public sealed record TierMove(Tier From, Tier To, int Leads);

/// <summary>
/// What another rubric, or other scores for the tiers, would have meant for leads of the past. Both sides are computed anew from what is known of the
/// leads today, so that they differ by the agreement alone; a tier that somebody chose by hand is not looked at.
/// </summary>
public sealed record RubricImpact(int Leads, IReadOnlyList<TierMove> Moves, int MqlsBefore, int MqlsAfter, IReadOnlyList<TierRecord> Before, IReadOnlyList<TierRecord> After)
{
    /// <summary>How far back a change is tried out.</summary>
    public static readonly Duration Back = Duration.FromDays(90);

    /// <summary>Leads that change tier.</summary>
    public int Moved => Moves.Sum(move => move.Leads);

    /// <summary>Whether two agreements may give one lead different scores or tiers.</summary>
    public static bool Differs(SlaAgreement one, SlaAgreement other) =>
        (one.Hot.FromScore, one.Warm.FromScore) != (other.Hot.FromScore, other.Warm.FromScore) || Fingerprint(one) != Fingerprint(other);

    /// <summary>Names all that the score and the tier of a lead depend on: equal for two agreements that do not differ in it.</summary>
    public static string Fingerprint(SlaAgreement agreement)
    {
        var text = $"{agreement.Hot.FromScore} {agreement.Warm.FromScore} {RubricText.Write(agreement.Rubric)}";
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }

    public static RubricImpact Of(IReadOnlyList<PastLead> past, SlaAgreement before, SlaAgreement after)
    {
        var judged = past.Select(lead => (Past: lead, Before: Judge(lead, before), After: Judge(lead, after))).ToList();
        return new(
            past.Count,
            [
                .. judged.Where(lead => lead.Before.Tier != lead.After.Tier).GroupBy(lead => (lead.Before.Tier, To: lead.After.Tier))
                    .Select(move => new TierMove(move.Key.Tier, move.Key.To, move.Count())).OrderBy(move => move.From).ThenBy(move => move.To),
            ],
            judged.Count(lead => lead.Before.IsMql),
            judged.Count(lead => lead.After.IsMql),
            Records(judged.Select(lead => (lead.Before.Tier, lead.Past))),
            Records(judged.Select(lead => (lead.After.Tier, lead.Past))));
    }

    private static (Tier Tier, bool IsMql) Judge(PastLead past, SlaAgreement agreement)
    {
        var points = Score.Of(past.Lead, agreement.Rubric, past.At).Points;
        return (agreement.TierOf(points), agreement.Rubric.IsMql(points));
    }

    private static IReadOnlyList<TierRecord> Records(IEnumerable<(Tier Tier, PastLead Past)> leads)
    {
        var byTier = leads.ToLookup(lead => lead.Tier, lead => lead.Past);
        return
        [
            .. Enum.GetValues<Tier>().Select(tier => new TierRecord(
                tier,
                byTier[tier].Count(),
                byTier[tier].Count(lead => lead.Accepted == true),
                byTier[tier].Count(lead => lead.Accepted is not null),
                byTier[tier].Sum(lead => lead.Won),
                byTier[tier].Sum(lead => lead.Won + lead.Lost))),
        ];
    }
}
