using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>Something that a month of the promise made Baton say.</summary>
/// <param name="Number">Counted from 1 within the month.</param>
/// <param name="Percent">Of the month that was over; 100 tells how it ended.</param>
/// <param name="Promise">As it was agreed then.</param>
public sealed record PromiseNotice(int Number, int Percent, Instant At, PromiseCounts Counts, Promise Promise, int Agreement)
{
    public bool IsResult => Percent == PromiseMonth.Ended;

    /// <summary>Whether nothing of what could be measured falls short.</summary>
    public bool IsKept => !Counts.AreBehind(Promise, PromiseMonth.Ended);
}

/// <summary>What the time did to a month; all of it is stored in one transaction.</summary>
/// <param name="Entries">For the ledger, at the end of the month.</param>
public sealed record PromiseDecision(PromiseMonth After, IReadOnlyList<PromiseEntry> Entries);

/// <summary>
/// A calendar month of marketing's promise: a clock that reminds at the same percentages as those of the leads, when marketing
/// is behind, and says at its end what was kept.
/// </summary>
/// <param name="Zone">The organisation's, as it was when the month was first looked at.</param>
public sealed record PromiseMonth(string Tenant, YearMonth Month, DateTimeZone Zone)
{
    public const int Ended = 100;

    // The journal follows the handoffs a moment later: the last of the month are to be counted too.
    private static readonly Duration Settling = Duration.FromMinutes(10);

    private static readonly YearMonthPattern Pattern = YearMonthPattern.Iso;

    /// <summary>The percentage up to which its steps lie behind it, done or dropped.</summary>
    public int Done { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PromiseNotice> Notices { get; init; } = [];

    /// <summary>The moment that work is planned for already.</summary>
    public Instant? PlannedFor { get; init; }

    /// <summary>What was counted so far, where there is too much to count at once.</summary>
    public PromiseTally? Tally { get; init; }

    public Instant Start => Zone.MomentOf(Month.OnDayOfMonth(1).AtMidnight());

    /// <summary>The first moment of the next month.</summary>
    public Instant End => Zone.MomentOf(Month.PlusMonths(1).OnDayOfMonth(1).AtMidnight());

    public PromiseMonth Next => new(Tenant, Month.PlusMonths(1), Zone);

    /// <summary>The month of a moment.</summary>
    public static PromiseMonth At(Instant at, string tenant, DateTimeZone zone) => new(tenant, zone.DayOf(at).ToYearMonth(), zone);

    /// <summary>"2026-11"</summary>
    public static string Write(YearMonth month) => Pattern.Format(month);

    /// <summary>What <see cref="Write"/> wrote; null for anything else.</summary>
    public static YearMonth? Read(string text) => Pattern.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    public bool Contains(Instant at) => at >= Start && at < End;

    /// <summary>When something is to happen next; null when nothing is any more, and where nothing is promised.</summary>
    public Instant? NextStep(SlaAgreement agreement) => agreement.Promise is null || Done == Ended
        ? null
        : MomentOf(Ahead(agreement).First());

    /// <summary>Does what has become due: of late reminders the last one, and after its end the result alone. Null when nothing is due.</summary>
    public PromiseDecision? Tick(Instant now, SlaAgreement agreement, PromiseCounts counts, PromiseChain chain)
    {
        if (agreement.Promise is not { } promise || NextStep(agreement) is not { } step || step > now)
        {
            return null;
        }

        var percent = Ahead(agreement).Last(ahead => MomentOf(ahead) <= now);
        if (percent == Ended)
        {
            return new(With(Ended, now, counts, promise, agreement), Results(counts, promise, agreement, chain));
        }

        return new(now < End && counts.AreBehind(promise, percent) ? With(percent, now, counts, promise, agreement) : this with { Done = percent }, []);
    }

    /// <summary>Whether a notice is of use yet: a result always is, a reminder until the next one.</summary>
    public bool StillMatters(PromiseNotice notice, Instant now) => notice.IsResult || (notice == Notices[^1] && now < End);

    // What an agreement asks for begins when it is in force: it does not remind of the time before.
    private IEnumerable<int> Ahead(SlaAgreement agreement) =>
        agreement.Reminders.Where(percent => percent > Done && !(MomentOf(percent) <= agreement.ChangedAt)).Append(Ended);

    private Instant MomentOf(int percent) => percent == Ended ? End + Settling : Start + Duration.FromTicks((End - Start).BclCompatibleTicks * percent / 100);

    private PromiseMonth With(int percent, Instant now, PromiseCounts counts, Promise promise, SlaAgreement agreement) =>
        this with { Done = percent, Notices = [.. Notices, new(Notices.Count + 1, percent, now, counts, promise, agreement.Version)] };

    private PromiseEntry[] Results(PromiseCounts counts, Promise promise, SlaAgreement agreement, PromiseChain chain)
    {
        var leads = new PromiseEntry(Tenant, chain.Rows + 1, Month, PromiseKind.Leads, End)
        {
            Value = counts.Leads,
            Promised = promise.LeadsPerMonth,
            Agreement = agreement.Version,
            Before = chain.Hash,
        };
        var acceptance = new PromiseEntry(Tenant, chain.Rows + 2, Month, PromiseKind.Acceptance, End)
        {
            Value = counts.AcceptancePercent,
            Promised = promise.AcceptancePercent,
            Agreement = agreement.Version,
            Before = leads.Hash,
        };
        return [leads, acceptance];
    }
}
