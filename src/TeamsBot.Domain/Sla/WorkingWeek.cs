using NodaTime;

namespace TeamsBot.Domain.Sla;

/// <summary>A stretch of a day from a time to a later one; midnight as its end is the end of the day.</summary>
public sealed record WorkingBlock(LocalTime From, LocalTime To)
{
    internal long FromNanoseconds => From.NanosecondOfDay;

    internal long ToNanoseconds => To == LocalTime.Midnight ? NodaConstants.NanosecondsPerDay : To.NanosecondOfDay;
}

/// <summary>The working blocks of each day of a week, in order and apart.</summary>
public sealed class WorkingWeek
{
    private static readonly WorkingBlock[] WholeDay = [new(LocalTime.Midnight, LocalTime.Midnight)];

    private readonly IReadOnlyList<WorkingBlock>[] days;

    private WorkingWeek(IReadOnlyList<WorkingBlock>[] days) => this.days = days;

    public static WorkingWeek Always { get; } = Of(7, WholeDay);

    /// <summary>Monday to Friday, nine to five.</summary>
    public static WorkingWeek NineToFive { get; } = Of(5, [new(new(9, 0), new(17, 0))]);

    public bool IsAlways => days.All(blocks => blocks is [var whole] && whole == WholeDay[0]);

    internal bool IsEmpty => days.All(blocks => blocks.Count == 0);

    /// <summary>Days that are not named have no working time.</summary>
    /// <exception cref="ArgumentException">A block ends before it begins, or two overlap.</exception>
    public static WorkingWeek Of(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> blocks)
    {
        var week = new IReadOnlyList<WorkingBlock>[7];
        for (var day = 0; day < week.Length; day++)
        {
            week[day] = [.. blocks.GetValueOrDefault((IsoDayOfWeek)(day + 1), []).OrderBy(block => block.From)];
            if (!InOrder(week[day]))
            {
                throw new ArgumentException($"The blocks of {(IsoDayOfWeek)(day + 1)} end before they begin, or overlap.", nameof(blocks));
            }
        }

        return new(week);
    }

    private static WorkingWeek Of(int workdays, IReadOnlyList<WorkingBlock> blocks) =>
        Of(Enumerable.Range(1, workdays).ToDictionary(day => (IsoDayOfWeek)day, _ => blocks));

    /// <summary>Whether blocks can be the ones of a day, given in order.</summary>
    public static bool InOrder(IReadOnlyList<WorkingBlock> blocks)
    {
        var end = 0L;
        foreach (var block in blocks)
        {
            if (block.FromNanoseconds < end || block.ToNanoseconds <= block.FromNanoseconds)
            {
                return false;
            }

            end = block.ToNanoseconds;
        }

        return true;
    }

    public IReadOnlyList<WorkingBlock> On(IsoDayOfWeek day) => days[(int)day - 1];
}
