using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>
/// What marketing and sales agreed on: how soon a lead is answered, in whose working time, who is told when it is not,
/// and what marketing delivers. A version never changes; a clock keeps the version under which it started.
/// </summary>
public sealed record SlaAgreement
{
    /// <summary>Counted from 1; 0 is what holds before anybody agreed on anything.</summary>
    public int Version { get; init; }

    public PersonRef? ChangedBy { get; init; }

    public Instant? ChangedAt { get; init; }

    public TierTerms Hot { get; init; } = new(FromScore: 80, Duration.FromMinutes(30), Duration.FromHours(2));

    public TierTerms Warm { get; init; } = new(FromScore: 50, Duration.FromHours(4), Duration.FromHours(8));

    public TierTerms Cold { get; init; } = new(FromScore: 0, Duration.FromHours(8), Duration.FromHours(24));

    /// <summary>At which percentages of a target people are reminded, ascending, each from 1 to 99.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [50, 80];

    /// <summary>What happens after a breach, in the order of time.</summary>
    public IReadOnlyList<EscalationStep> Escalation { get; init; } =
    [
        new(Duration.FromMinutes(15), EscalationAction.Head),
        new(Duration.FromMinutes(30), EscalationAction.Next),
        new(Duration.FromHours(1), EscalationAction.Next),
        new(Duration.FromHours(2), EscalationAction.CatchAll),
    ];

    /// <summary>Calendars by name. <see cref="DefaultWorkingTime"/> is always among them.</summary>
    public required IReadOnlyDictionary<string, WorkingCalendar> WorkingTimes { get; init; }

    /// <summary>The regions whose holidays a calendar may observe, whether or not one does.</summary>
    public IReadOnlyList<HolidayRegion> Holidays { get; init; } = [];

    /// <summary>The channels that do not work by the default calendar in its own zone, by id.</summary>
    public IReadOnlyDictionary<string, ChannelTime> Channels { get; init; } = new Dictionary<string, ChannelTime>();

    /// <summary>What follows each reason for which sales rejects a lead; all reasons are there.</summary>
    public IReadOnlyDictionary<RejectionReason, RejectionTerms> Rejections { get; init; } = RejectionTerms.AtFirst;

    /// <summary>When nobody is written to, in the reader's own zone; null where somebody may be at any hour.</summary>
    public QuietHours? Quiet { get; init; } = new(new LocalTime(20, 0), new LocalTime(7, 0));

    /// <summary>Who is asked when all else was in vain; null is the head who was not told yet.</summary>
    public PersonRef? CatchAll { get; init; }

    /// <summary>Marketing's side; null where nothing is promised.</summary>
    public Promise? Promise { get; init; }

    /// <summary>What a lead is worth.</summary>
    public Rubric Rubric { get; init; } = Rubric.Initial;

    /// <summary>How leads find their reps.</summary>
    public RoutingPlan Routing { get; init; } = RoutingPlan.None;

    /// <summary>The name of the calendar of all channels that are not named.</summary>
    public const string DefaultWorkingTime = "default";

    /// <summary>What holds before anybody agreed on anything: Monday to Friday, nine to five.</summary>
    public static SlaAgreement Initial(DateTimeZone zone) => new()
    {
        WorkingTimes = new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal)
        {
            [DefaultWorkingTime] = WorkingCalendar.Of(zone, WorkingWeek.NineToFive),
        },
    };

    /// <summary>The tier of a score; warm where there is none.</summary>
    public Tier TierOf(int? score) => score switch
    {
        null => Tier.Warm,
        _ when score >= Hot.FromScore => Tier.Hot,
        _ when score >= Warm.FromScore => Tier.Warm,
        _ => Tier.Cold,
    };

    public TierTerms TermsOf(Tier tier) => tier switch
    {
        Tier.Hot => Hot,
        Tier.Warm => Warm,
        Tier.Cold => Cold,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier."),
    };

    /// <summary>The working time of a channel; the default one where the agreement does not name it.</summary>
    public WorkingCalendar CalendarOf(string channel)
    {
        var time = Channels.GetValueOrDefault(channel) ?? new(null, null);
        var calendar = WorkingTimes[time.WorkingTime ?? DefaultWorkingTime];
        return time.Zone is { } zone ? calendar.In(zone) : calendar;
    }
}

/// <param name="FromScore">The lowest score of the tier, 0 to 100.</param>
/// <param name="Accept">Working time from the request to an answer.</param>
/// <param name="Contact">Working time from the acceptance to the first contact.</param>
public sealed record TierTerms(int FromScore, Duration Accept, Duration Contact);

/// <param name="WorkingTime">The name of its calendar; null is the default one.</param>
/// <param name="Zone">Null is the calendar's own.</param>
public sealed record ChannelTime(string? WorkingTime, DateTimeZone? Zone);

/// <param name="After">Working time after the breach.</param>
public sealed record EscalationStep(Duration After, EscalationAction Do);

public enum EscalationAction
{
    /// <summary>Reminds the channel, or after the acceptance the owner, once more.</summary>
    Remind,

    /// <summary>Tells the head of sales.</summary>
    Head,

    /// <summary>Offers the lead to a rep of the team who was not asked yet; to another sales channel when there is none.</summary>
    Next,

    /// <summary>Offers the lead to a sales channel that was not asked yet.</summary>
    NextChannel,

    /// <summary>Asks the one who is named for when nobody took it.</summary>
    CatchAll,
}

/// <summary>From an evening to a morning, or within one day; the end is not part of it. Equal times are no quiet hours.</summary>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    /// <summary>The moment itself, or the end of the quiet hours that it is in.</summary>
    public Instant Wait(Instant at, DateTimeZone zone)
    {
        // One night may begin where another ends: when the clocks skip the time between them.
        var today = zone.DayOf(at);
        foreach (var day in Enumerable.Range(-1, 3))
        {
            var night = On(today.PlusDays(day), zone);
            at = night.Contains(at) ? night.End : at;
        }

        return at;
    }

    private Interval On(LocalDate date, DateTimeZone zone) =>
        new(zone.MomentOf(date + From), zone.MomentOf((To < From ? date.PlusDays(1) : date) + To));
}

/// <summary>What marketing promises sales in a calendar month.</summary>
/// <param name="LeadsPerMonth">Leads handed over.</param>
/// <param name="AcceptancePercent">Of the leads that sales answered, how many of a hundred it accepted.</param>
public sealed record Promise(int LeadsPerMonth, int AcceptancePercent);
