using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>What has to be mended before an announcement can be posted, in a sentence each: where, what, and how.</summary>
public static class FaultSentence
{
    private const int LongestFound = 60;

    /// <summary>With the field that it is about.</summary>
    public static string Of(AnnouncementFault fault, Say say) =>
        say.Text("announcement.faultAt", ("field", new Phrase(Label(fault.Field, say))), ("fault", new Phrase(AtField(fault, say))));

    /// <summary>The same for a place where the field is in sight.</summary>
    public static string AtField(AnnouncementFault fault, Say say) => say.Text(
        Key(fault),
        ("found", LeadWords.Cut(Outside.OneLine(fault.Found ?? ""), LongestFound)),
        ("most", fault.Most ?? 0));

    /// <summary>What a field is called, in a further language with the name of that.</summary>
    public static string Label(string field, Say say)
    {
        foreach (var language in Languages.All)
        {
            if (AnnouncementForm.Translated.FirstOrDefault(one => AnnouncementForm.In(one, language) == field) is { } translated)
            {
                return LabelIn(translated, language, say);
            }
        }

        return say.Text(LabelKey(field));
    }

    public static string LabelIn(string field, Language language, Say say) =>
        say.Text("announcement.labelIn", ("label", new Phrase(say.Text(LabelKey(field)))), ("language", Languages.OwnName(language)));

    private static string LabelKey(string field) => field switch
    {
        AnnouncementForm.Name => "announcement.name",
        AnnouncementForm.StartsOn => "announcement.firstDay",
        AnnouncementForm.EndsOn => "announcement.lastDay",
        AnnouncementForm.Kinds => "announcement.kinds",
        AnnouncementForm.Audience => "announcement.audience",
        AnnouncementForm.Offer => "announcement.offer",
        AnnouncementForm.Goal => "announcement.goal",
        AnnouncementForm.Budget => "announcement.budgetShort",
        AnnouncementForm.Owner => "label.owner",
        AnnouncementForm.TalkingPoints => "announcement.whatToSay",
        AnnouncementForm.Links => "announcement.content",
        AnnouncementForm.SalesChannels => "announcement.salesChannels",
        AnnouncementForm.PostDate => "announcement.postDate",
        AnnouncementForm.PostTime => "announcement.postTime",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private static string Key(AnnouncementFault fault) => (fault.Kind, fault.Field) switch
    {
        (AnnouncementFaultKind.Missing, AnnouncementForm.SalesChannels) => "announcement.fault.noChannel",
        (AnnouncementFaultKind.Missing, AnnouncementForm.PostDate) => "announcement.fault.noPostDate",
        (AnnouncementFaultKind.Missing, AnnouncementForm.PostTime) => "announcement.fault.noPostTime",
        (AnnouncementFaultKind.Missing, AnnouncementForm.StartsOn or AnnouncementForm.EndsOn) => "announcement.fault.noDay",
        (AnnouncementFaultKind.Missing, _) => "announcement.fault.missing",
        (AnnouncementFaultKind.TooLong, _) => fault.Found is null ? "announcement.fault.tooLong" : "announcement.fault.lineTooLong",
        (AnnouncementFaultKind.TooMany, _) => "announcement.fault.tooMany",
        (AnnouncementFaultKind.NotReadable, AnnouncementForm.Links) => "announcement.fault.notALink",
        (AnnouncementFaultKind.NotReadable, AnnouncementForm.Budget) => "announcement.fault.notAnAmount",
        (AnnouncementFaultKind.NotReadable, AnnouncementForm.PostTime) => "announcement.fault.notATime",
        (AnnouncementFaultKind.NotReadable, _) => "announcement.fault.notADate",
        (AnnouncementFaultKind.EndBeforeStart, _) => "announcement.fault.endBeforeStart",
        (AnnouncementFaultKind.EndInPast, _) => "announcement.fault.endInPast",
        (AnnouncementFaultKind.PostInPast, _) => "announcement.fault.postInPast",
        (AnnouncementFaultKind.PostAfterEnd, _) => "announcement.fault.postAfterEnd",
        (AnnouncementFaultKind.Unknown, AnnouncementForm.Owner) => "announcement.fault.unknownOwner",
        (AnnouncementFaultKind.Unknown, _) => "announcement.fault.unknownChannel",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No such fault."),
    };
}
