using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Domain.Feedback;

public enum TrendKind
{
    Objection,
    Reason,

    /// <summary>The share of accepted leads fell.</summary>
    Acceptance,
}

/// <summary>Something that has crossed a line against the four weeks before.</summary>
/// <param name="What">The name of an <see cref="Objection"/> or a <see cref="RejectionReason"/>; empty for the acceptance.</param>
/// <param name="Now">Leads in the week; for the acceptance the share.</param>
/// <param name="Before">Leads a week on average in the four weeks before; for the acceptance the share in them.</param>
/// <param name="Line">What it crossed, to which it must come back before it can be a trend again.</param>
public sealed record Trend(TrendKind Kind, string What, double Now, double Before, double Line)
{
    /// <summary>Weeks that a week is held against.</summary>
    public const int WeeksBefore = 4;

    /// <summary>Fewer leads are an accident.</summary>
    public const int FewestCases = 5;

    /// <summary>Shares of fewer answers say nothing.</summary>
    public const int FewestAnswered = 10;

    /// <summary>So many percentage points the acceptance has to fall.</summary>
    public const int FallInPoints = 15;

    // By which shares that are the same may differ once they are no fractions any more.
    private const double Hair = 1e-9;

    public bool IsSame(Trend other) => (Kind, What) == (other.Kind, other.What);

    /// <summary>Whether it goes on in a later week: on the far side of the line that it crossed at first.</summary>
    public bool Lasts(FeedbackFigures week) => Kind switch
    {
        TrendKind.Objection => Enum.TryParse<Objection>(What, out var objection) && week.Objections.GetValueOrDefault(objection) >= Line,
        TrendKind.Reason => Enum.TryParse<RejectionReason>(What, out var reason) && week.Reasons.GetValueOrDefault(reason) >= Line,
        _ => week.Answered < FewestAnswered || week.AcceptanceRate <= Line + Hair,
    };

    /// <summary>What has crossed a line, worst first.</summary>
    /// <param name="before">The four weeks before the week.</param>
    public static IReadOnlyList<Trend> Found(FeedbackFigures week, FeedbackFigures before) =>
    [
        .. Fallen(week, before),
        .. Grown(TrendKind.Reason, week.Reasons, before.Reasons).Concat(Grown(TrendKind.Objection, Heard(week), Heard(before)))
            .OrderByDescending(trend => trend.Now - trend.Before).ThenBy(trend => trend.Kind).ThenBy(trend => trend.What, StringComparer.Ordinal),
    ];

    // In whole numbers, so that a fall of exactly the line is one.
    private static IEnumerable<Trend> Fallen(FeedbackFigures week, FeedbackFigures before)
    {
        if (week.Answered < FewestAnswered || before.Answered < FewestAnswered)
        {
            yield break;
        }

        var fall = ((long)before.Accepted * week.Answered) - ((long)week.Accepted * before.Answered);
        if (fall * 100 >= (long)FallInPoints * before.Answered * week.Answered)
        {
            var was = before.AcceptanceRate!.Value;
            yield return new(TrendKind.Acceptance, "", week.AcceptanceRate!.Value, was, was - (FallInPoints / 100.0));
        }
    }

    // Twice as often as in a week before, and not only since there was more of everything.
    private static IEnumerable<Trend> Grown<T>(TrendKind kind, IReadOnlyDictionary<T, int> week, IReadOnlyDictionary<T, int> before)
        where T : struct, Enum
    {
        var (all, allBefore) = ((long)week.Values.Sum(), (long)before.Values.Sum());
        return from counted in week
               let earlier = before.GetValueOrDefault(counted.Key)
               where allBefore >= FewestCases && counted.Value >= FewestCases && counted.Value * WeeksBefore >= 2 * earlier
               where counted.Value * allBefore > earlier * all
               let average = (double)earlier / WeeksBefore
               select new Trend(kind, counted.Key.ToString(), counted.Value, average, Math.Max(FewestCases, 2 * average));
    }

    private static Dictionary<Objection, int> Heard(FeedbackFigures figures) =>
        figures.Objections.Where(heard => heard.Key != Objection.None).ToDictionary(heard => heard.Key, heard => heard.Value);
}
