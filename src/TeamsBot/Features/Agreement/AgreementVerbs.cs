namespace TeamsBot.Features.Agreement;

/// <summary>What the buttons of the agreement's cards send. Those that save carry <see cref="Version"/>, and are for managers and admins.</summary>
public static class AgreementVerbs
{
    public const string View = "agreement.view";
    public const string Details = "agreement.details";

    /// <summary>Answers with what a lead is worth.</summary>
    public const string Rubric = "agreement.rubric";

    /// <summary>Answers with the whole document in a form, in which the rules have the points that the past suggests.</summary>
    public const string Suggest = "agreement.suggest";

    /// <summary>Answers with the form of the targets.</summary>
    public const string Targets = "agreement.targets";

    /// <summary>With a score, "accept" and "contact" for each tier, named as in <see cref="TargetsForm"/>.</summary>
    public const string SaveTargets = "agreement.saveTargets";

    /// <summary>Answers with the form of the working time: with <see cref="Channel"/> once it is known whose.</summary>
    public const string Hours = "agreement.hours";

    /// <summary>With <see cref="Channel"/>, <see cref="Week"/>, <see cref="TimeZone"/> and <see cref="Closed"/>.</summary>
    public const string SaveHours = "agreement.saveHours";

    /// <summary>Answers with the whole document in a form.</summary>
    public const string Document = "agreement.document";

    /// <summary>With <see cref="Text"/>.</summary>
    public const string SaveDocument = "agreement.saveDocument";

    /// <summary>The version that a form was made from.</summary>
    public const string Version = "version";

    /// <summary>Names the change of the scoring whose effect the reader has seen.</summary>
    public const string Tried = "tried";

    /// <summary>A channel's id, or <see cref="AllChannels"/>.</summary>
    public const string Channel = "channel";
    public const string AllChannels = "all";

    public const string Week = "week";
    public const string TimeZone = "timeZone";
    public const string Closed = "closed";
    public const string Text = "document";
}
