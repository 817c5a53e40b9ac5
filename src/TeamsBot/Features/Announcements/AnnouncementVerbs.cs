namespace TeamsBot.Features.Announcements;

/// <summary>The buttons of announcements. Each sends <see cref="Id"/>, and what is named beside it.</summary>
public static class AnnouncementVerbs
{
    /// <summary>The announcement's id.</summary>
    public const string Id = "announcement";

    /// <summary>The card as its reader sees it now: a refresh by Teams, or the way back.</summary>
    public const string View = "announcement.view";

    /// <summary>"Got it".</summary>
    public const string Acknowledge = "announcement.ack";

    /// <summary>All talking points, content and questions.</summary>
    public const string Details = "announcement.details";

    /// <summary>Who has acknowledged it here, and who has not.</summary>
    public const string WhoGotIt = "announcement.acks";

    /// <summary>With <see cref="Link"/> and <see cref="Helpful"/> (true or false).</summary>
    public const string Vote = "announcement.vote";

    /// <summary>With <see cref="QuestionText"/>.</summary>
    public const string Ask = "announcement.ask";

    /// <summary>With <see cref="Number"/> and <see cref="AnswerText"/>.</summary>
    public const string Reply = "announcement.answer";

    /// <summary>A new draft; with a name, of a campaign that has one already.</summary>
    public const string Begin = "announcement.begin";

    /// <summary>A page of the form, filled; with <see cref="Page"/>, the one to show.</summary>
    public const string Compose = "announcement.compose";

    /// <summary>Keeps what is typed on a page, with the fields of the form; with <see cref="Page"/>, the one to show next.</summary>
    public const string Save = "announcement.save";

    /// <summary>What the channels will see; saves what was typed.</summary>
    public const string Preview = "announcement.preview";

    /// <summary>Gives the draft to the channels.</summary>
    public const string Post = "announcement.post";

    /// <summary>How far it is, and who has it; for those who may change it.</summary>
    public const string Status = "announcement.status";

    public const string Withdraw = "announcement.withdraw";

    public const string EndEarly = "announcement.end";

    public const string Remind = "announcement.remind";

    /// <summary>A new draft that says the same.</summary>
    public const string Duplicate = "announcement.duplicate";

    /// <summary>Posts to a channel once more of which nobody knows whether it got the card; with <see cref="Channel"/>.</summary>
    public const string PostAgain = "announcement.again";

    /// <summary>What is live, coming and over.</summary>
    public const string List = "campaigns.list";

    /// <summary>A month of campaigns; with <see cref="Month"/> ("2026-11").</summary>
    public const string Calendar = "campaigns.calendar";

    public const string Page = "page";
    public const string Link = "link";
    public const string Helpful = "helpful";
    public const string QuestionText = "question";
    public const string AnswerText = "answer";
    public const string Number = "number";
    public const string Channel = "channel";
    public const string Month = "month";
}
