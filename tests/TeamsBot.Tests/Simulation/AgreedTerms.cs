using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using static NodaTime.IsoDayOfWeek;

namespace TeamsBot.Tests.Simulation;

/// <summary>What a version of the agreement means, put down by hand: the product's reading of <see cref="AgreementTexts"/> has no part in it.</summary>
/// <param name="Targets">Minutes of work by tier: hot, warm, cold.</param>
/// <param name="Reminders">Per cent of a target.</param>
/// <param name="Escalation">Minutes of work after a breach, and what is done then.</param>
internal sealed record AgreedTerms(
    int Version, (int Hot, int Warm) FromScore, (int Accept, int Contact)[] Targets, int[] Reminders, (int After, EscalationAction Do)[] Escalation)
{
    private static readonly (int, int)[] None = [];

    public required IReadOnlyDictionary<string, WorkingMinutes> Working { get; init; }

    public PersonRef? CatchAll { get; init; }

    public static readonly Instant SecondFrom = Instant.FromUtc(2026, 10, 16, 9, 17, 23);

    public static AgreedTerms First { get; } = new(
        1, (80, 50), [(30, 120), (240, 480), (480, 1440)], [50, 80],
        [(15, EscalationAction.Head), (30, EscalationAction.Next), (60, EscalationAction.Next), (120, EscalationAction.NextChannel), (180, EscalationAction.CatchAll)])
    {
        Working = Count(
            new("Europe/Warsaw", FirstWeekOfWarsaw, WarsawIsClosed),
            new("America/New_York", day => IsWeekday(day) ? [At(9, 0, 12, 30), At(13, 30, 18, 0)] : day == Sunday ? [At(0, 30, 1, 30)] : None, NewYorkIsClosed),
            new("Asia/Riyadh", day => day is Friday or Saturday ? None : [At(8, 0, 12, 0), At(12, 30, 16, 30)], wall => wall is { Month: 9, Day: 23 }),
            new("Asia/Shanghai", day => IsWeekday(day) ? [At(9, 0, 12, 0), At(13, 30, 18, 0)] : day == Saturday ? [At(9, 0, 11, 15)] : None, wall => wall is { Month: 10, Day: <= 7 }),
            new("Australia/Sydney", day => day <= Thursday ? [At(8, 30, 12, 0), At(12, 30, 17, 0)] : day == Friday ? None : [At(22, 0, 6, 0)], wall => wall is { Month: 10, Day: 5 }),
            new("Asia/Kolkata", FirstWeekOfWarsaw, WarsawIsClosed)),
    };

    public static AgreedTerms Second { get; } = new(
        2, (75, 40), [(25, 90), (180, 420), (600, 1200)], [29, 58, 90],
        [
            (10, EscalationAction.Remind), (10, EscalationAction.Head), (45, EscalationAction.Next), (90, EscalationAction.Next),
            (120, EscalationAction.Next), (150, EscalationAction.Next), (300, EscalationAction.CatchAll),
        ])
    {
        CatchAll = Company.CatchAll,
        Working = Count(
            new("Europe/Warsaw", day => IsWeekday(day) ? [At(8, 0, 12, 0), At(12, 30, 16, 30)] : day == Saturday ? [At(23, 0, 4, 0)] : None, wall => wall is { Month: 11, Day: 1 or 11 }),
            new("America/New_York", day => IsWeekday(day) ? [At(8, 0, 17, 0)] : [At(21, 0, 5, 0)], wall => wall is { Month: 11, Day: 26, Year: 2026 }),
            new("Asia/Riyadh", Gulf, _ => false),
            new("Asia/Shanghai", Gulf, _ => false),
            new("Australia/Sydney", _ => [At(0, 0, 24, 0)], wall => wall is { Month: 11, Day: 3 } && wall.TimeOfDay >= new LocalTime(9, 30) && wall.TimeOfDay < new LocalTime(16, 45)),
            new("Asia/Kolkata", day => day == Sunday ? None : [At(10, 0, 13, 30), At(14, 15, 18, 45)], wall => wall is { Month: 10, Day: 2 } or { Month: 11, Day: 9 or 10, Year: 2026 })),
    };

    public static AgreedTerms InForce(Instant at) => at < SecondFrom ? First : Second;

    public Tier TierOf(int? score) => score is not { } points ? Tier.Warm : points >= FromScore.Hot ? Tier.Hot : points >= FromScore.Warm ? Tier.Warm : Tier.Cold;

    public Duration TargetOf(ClockKind clock, Tier tier)
    {
        var (accept, contact) = Targets[(int)tier];
        return Duration.FromMinutes(clock == ClockKind.Accept ? accept : contact);
    }

    private static Dictionary<string, WorkingMinutes> Count(params OpeningHours[] hours) =>
        Company.Offices.Zip(hours).ToDictionary(pair => pair.First.Channel, pair => new WorkingMinutes(pair.Second));

    private static (int, int)[] FirstWeekOfWarsaw(IsoDayOfWeek day) =>
        day <= Thursday ? [At(9, 0, 12, 0), At(13, 0, 17, 0)] : day == Friday ? [At(9, 0, 15, 0)] : None;

    private static (int, int)[] Gulf(IsoDayOfWeek day) => day is Friday or Saturday ? None : [At(9, 0, 13, 0), At(17, 0, 20, 0)];

    private static bool WarsawIsClosed(LocalDateTime wall) => wall is { Month: 11, Day: 1 or 11 } or { Month: 9, Day: 18 }
        || (wall is { Month: 9, Day: 10 } && wall.TimeOfDay >= new LocalTime(11, 0) && wall.TimeOfDay < new LocalTime(14, 20));

    private static bool NewYorkIsClosed(LocalDateTime wall) => wall is { Month: 10, Day: 12 } or { Month: 9, Day: 7 } or { Month: 11, Day: 26 or 27, Year: 2026 };

    private static bool IsWeekday(IsoDayOfWeek day) => day <= Friday;

    private static (int From, int To) At(int hour, int minute, int toHour, int toMinute) => ((hour * 60) + minute, (toHour * 60) + toMinute);
}
