namespace TeamsBot.Features.Questions;

/// <summary>What the buttons of answers send, each with "q", the JSON of a query; it is validated again like one from anybody.</summary>
public static class QuestionVerbs
{
    /// <summary>One of the meanings of a question that has several.</summary>
    public const string Choose = "ask.choose";

    /// <summary>The question with a part of it changed.</summary>
    public const string FollowUp = "ask.followup";

    /// <summary>All rows of the answer, as a file.</summary>
    public const string File = "ask.file";

    /// <summary>What the metric of the question means.</summary>
    public const string Define = "ask.define";
}
