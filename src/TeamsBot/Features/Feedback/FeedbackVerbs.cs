namespace TeamsBot.Features.Feedback;

/// <summary>What the buttons of feedback's cards send.</summary>
public static class FeedbackVerbs
{
    /// <summary>One campaign. With <see cref="Campaign"/> and <see cref="Days"/>; with <see cref="Week"/> where it was opened from the card of a week.</summary>
    public const string Show = "feedback.show";

    /// <summary>All campaigns of which something was said.</summary>
    public const string List = "feedback.list";

    /// <summary>Back to the card of a week. With <see cref="Week"/>.</summary>
    public const string Back = "feedback.back";

    /// <summary>A campaign's id.</summary>
    public const string Campaign = "campaign";

    /// <summary>Days as "2026-11-16..2026-11-23", the last one excluded.</summary>
    public const string Days = "days";

    /// <summary>The Monday on which a week was told, as 2026-11-23.</summary>
    public const string Week = "week";
}
