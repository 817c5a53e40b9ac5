namespace TeamsBot.Domain.Questions;

/// <summary>What a question is answered with, in the asker's language.</summary>
/// <param name="Text">One sentence that says it all; for a refusal why, and what can be asked.</param>
public sealed record QuestionAnswer(QuestionOutcome Outcome, string Text)
{
    /// <summary>How the question was understood: metric, days, filters, groups. Null where it was not.</summary>
    public string? Restatement { get; init; }

    /// <summary>What was computed, with what the asker's rights add to it.</summary>
    public Query? Query { get; init; }

    /// <summary>What was asked: what a follow-up changes. The rights of whoever asks it are added anew.</summary>
    public Query? Asked { get; init; }

    /// <summary>Null for a definition and where nothing was computed.</summary>
    public Figures? Figures { get; init; }

    /// <summary>The grammar did not understand the question; a proposer did. The text says so.</summary>
    public bool IsProposed { get; init; }

    /// <summary>What the asker may choose from, where the question was asked back.</summary>
    public IReadOnlyList<AnswerChoice> Choices { get; init; } = [];
}

/// <summary>One meaning of a question that has several.</summary>
/// <param name="Title">What sets it apart, short enough for a button.</param>
/// <param name="Restatement">The whole meaning.</param>
public sealed record AnswerChoice(string Title, string Restatement, Query Query);

public enum QuestionOutcome
{
    Answered,

    /// <summary>Understood, and no record matches.</summary>
    Empty,
    Clarify,
    OutOfScope,
    Denied,
}
