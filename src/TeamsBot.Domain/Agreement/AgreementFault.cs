namespace TeamsBot.Domain.Agreement;

/// <summary>One thing that is wrong with the text of an agreement.</summary>
/// <param name="Path">Where, such as "workingTime.default.week.mon-thu" or "reminders[1]"; empty for the whole text.</param>
/// <param name="Found">What stands there, shortened; it is somebody's input.</param>
public sealed record AgreementFault(string Path, AgreementFaultKind Kind, string Found)
{
    /// <summary>What may stand there instead: names with commas between them, or a range such as "1..99"; empty where the kind says it all.</summary>
    public string Allowed { get; init; } = "";
}

/// <summary>What can be wrong with the text of an agreement; each has a sentence of its own in every language.</summary>
public enum AgreementFaultKind
{
    /// <summary>The text is not JSON at this line and column ("3:12"): look for a missing quote, comma or bracket just before it.</summary>
    NotJson,

    /// <summary>The text holds half of a character, which no reader can show: delete the odd character and type it again.</summary>
    BrokenText,

    /// <summary>There is more of this than allowed: shorten it.</summary>
    TooLarge,

    /// <summary>A group of named values in braces is expected: write { "name": value }.</summary>
    NotAnObject,

    /// <summary>A list in brackets is expected: write [ ... ], even for a single value.</summary>
    NotAList,

    /// <summary>A text is expected: write it in double quotes, and not empty.</summary>
    NotAText,

    /// <summary>This name means nothing here: correct it to one of those that are allowed, or remove it.</summary>
    UnknownName,

    /// <summary>This name stands here twice, capitals aside, or means the same as another one: keep one of them.</summary>
    DuplicateName,

    /// <summary>This value is required: add it.</summary>
    Missing,

    /// <summary>This is not a length of time: write it as "30m", "2h" or "1h30m".</summary>
    NotADuration,

    /// <summary>These are not times from and to: write "09:00-17:00", several with commas between them, the end of the day as 24:00.</summary>
    NotATime,

    /// <summary>This is not a date or stretch: write "05-01" for every year, "2026-12-24", "2026-12-27..2026-12-31" or "2026-12-23 12:00..2026-12-24 00:00".</summary>
    NotADate,

    /// <summary>No time zone has this name: write one such as "Europe/Warsaw".</summary>
    NotAZone,

    /// <summary>A whole number is expected: write it in digits alone.</summary>
    NotANumber,

    /// <summary>The value is too small or too large: choose one that is allowed.</summary>
    OutOfRange,

    /// <summary>These are not days: write "mon", "mon-fri" or "sun-thu", with mon, tue, wed, thu, fri, sat and sun.</summary>
    NotADay,

    /// <summary>The hours of this day are given already: name each day once in a week.</summary>
    DayTwice,

    /// <summary>Two blocks of this day overlap, maybe one that began the day before: move or join them.</summary>
    BlocksOverlap,

    /// <summary>The end is not after the start: correct one of the two; a whole day is "00:00-24:00".</summary>
    EndNotAfterStart,

    /// <summary>The calendar has less than an hour of working time a week, counted over the next year: add hours, or remove closures.</summary>
    NoWorkingTime,

    /// <summary>No calendar of "workingTime" has this name: correct it, or add the calendar.</summary>
    UnknownCalendar,

    /// <summary>No region of "holidays" has this name: correct it, or add the region with its dates.</summary>
    UnknownRegion,

    /// <summary>No sales channel has this name: correct it, or remove the channel if it is gone.</summary>
    UnknownChannel,

    /// <summary>Nobody known has this name: correct it, or ask the person to write to Baton once.</summary>
    UnknownPerson,

    /// <summary>Several have this name: write one of those that are allowed, which say the id.</summary>
    AmbiguousName,

    /// <summary>No step of an escalation does this: choose one that is allowed.</summary>
    UnknownAction,

    /// <summary>A reminder does not come after the one before it: put the percentages in ascending order, each once.</summary>
    RemindersNotAscending,

    /// <summary>A step comes earlier than the one before it: put the steps in the order of time.</summary>
    EscalationNotAscending,

    /// <summary>The lowest score of hot leads is not above that of warm ones: raise the one or lower the other.</summary>
    ScoresNotDescending,

    /// <summary>A rule of the rubric says of what it speaks, but not when it holds: add one of those that are allowed.</summary>
    NoCondition,

    /// <summary>No rule of the rubric may look at names and addresses of people: look at something else.</summary>
    PersonalField,

    /// <summary>No pool of "routing" has this name: correct it, or add the pool.</summary>
    UnknownPool,

    /// <summary>The rep of a rule is no member of its pool: choose one who is, or add them to the pool.</summary>
    NotInPool,

    /// <summary>Yes or no is expected: write true or false, without quotes.</summary>
    NotAFlag,
}
