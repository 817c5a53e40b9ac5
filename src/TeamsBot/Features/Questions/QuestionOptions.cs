namespace TeamsBot.Features.Questions;

/// <summary>Section <c>Questions</c> of the configuration.</summary>
public sealed class QuestionOptions
{
    /// <summary>Whether sales reps see the figures of all teams, not of their own alone. Default: no.</summary>
    public bool RepsSeeAll { get; set; }
}
