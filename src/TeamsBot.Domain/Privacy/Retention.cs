using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Privacy;

/// <summary>How long a lead is kept after the last thing that happened to it.</summary>
/// <param name="KeepFor">Whole days, weeks, months and years; more than nothing.</param>
public sealed record Retention(Period KeepFor)
{
    /// <summary>Reads days ("730") or an ISO 8601 period of whole days ("P2Y", "P18M", "P104W", "P730D"), up to a hundred years; null for anything else.</summary>
    public static Retention? Parse(string text) => ReadPeriod(text.Trim()) is { HasTimeComponent: false } period && IsSound(period) ? new(period) : null;

    /// <summary>Whether a lead is to be forgotten on this day: nothing happened to it since, and nobody is at work on it.</summary>
    /// <param name="stored">When its record was written last; counts for a lead of which no date is known.</param>
    /// <param name="today">The day in UTC.</param>
    public bool IsOver(Lead lead, IReadOnlyList<Handoff> handoffs, Instant stored, LocalDate today) =>
        lead.ErasedAt is null && !handoffs.Any(IsUnderWay) && IsOver(LastEvent(lead, handoffs) ?? stored, today);

    /// <summary>Whether what happened then is long enough ago.</summary>
    public bool IsOver(Instant at, LocalDate today) => at.InUtc().Date.Plus(KeepFor) < today;

    /// <summary>The last thing that happened to a lead, as far as its records say; null where they name no date. A day to look at it again counts.</summary>
    public static Instant? LastEvent(Lead lead, IReadOnlyList<Handoff> handoffs) =>
        handoffs.SelectMany(EventsOf).Append(lead.CreatedAt).Append(lead.LastActivityAt).Max();

    private static bool IsUnderWay(Handoff handoff) => !handoff.IsClosed && handoff.State != HandoffState.Qualified;

    private static IEnumerable<Instant?> EventsOf(Handoff handoff) =>
    [
        handoff.RequestedAt, handoff.AcceptedAt, handoff.ContactedAt, handoff.QualifiedAt, handoff.Rejection?.At, handoff.Recycling?.At,
        handoff.Question?.At, handoff.Answer?.At, (handoff.Recycling?.Until ?? handoff.Rejection?.Until)?.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
        handoff.Dispute?.At, handoff.Dispute?.Ruling?.At, handoff.Feedback?.LastAt,
    ];

    private static Period? ReadPeriod(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days)
        ? Period.FromDays(days)
        : PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: var period } ? period : null;

    private static bool IsSound(Period period)
    {
        int[] parts = [period.Years, period.Months, period.Weeks, period.Days];
        long days = (366L * period.Years) + (31L * period.Months) + (7L * period.Weeks) + period.Days;
        return parts.All(part => part >= 0) && days is > 0 and <= 36_600;
    }
}
