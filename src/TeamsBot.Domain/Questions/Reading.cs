namespace TeamsBot.Domain.Questions;

/// <summary>How a sentence was understood, or why not.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>One meaning.</summary>
    public sealed record Understood(Query Query) : Reading;

    /// <summary>Several meanings that lead to different answers, or a gap that several things fit into.</summary>
    /// <param name="Gap">What is to be chosen.</param>
    /// <param name="Choices">Two to five, the likeliest first; each is a whole query.</param>
    public sealed record Unclear(Gap Gap, IReadOnlyList<Query> Choices) : Reading;

    /// <summary>A meaning that names a value which no record has, so that nothing can match.</summary>
    /// <param name="Query">With the value as it was typed.</param>
    /// <param name="Value">As it was typed.</param>
    public sealed record NoSuchValue(Query Query, string Value) : Reading;

    /// <summary>Not a question that Baton answers.</summary>
    public sealed record OutOfScope(Refusal Why) : Reading;
}

/// <summary>What a question left open.</summary>
public enum Gap
{
    Metric,
    Value,
    Dimension,
    Period,
}

/// <summary>Why a question is not answered.</summary>
public enum Refusal
{
    NotUnderstood,

    /// <summary>It asks to change, delete or assign something.</summary>
    Action,
    Forecast,

    /// <summary>It asks for something that Baton has no data of: visits, satisfaction, the weather.</summary>
    NotHeld,

    /// <summary>It asks why.</summary>
    Cause,

    /// <summary>It asks for personal data of many, passwords, salaries.</summary>
    Sensitive,

    /// <summary>The last question cannot be changed in this way, or there is none to change.</summary>
    NothingToFollow,
}
