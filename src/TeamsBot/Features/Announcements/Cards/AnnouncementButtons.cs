using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>The buttons of an announcement; the server decides again whether they are allowed.</summary>
internal static class AnnouncementButtons
{
    /// <summary>Those of the channel's card, as they make sense for its reader now.</summary>
    public static IReadOnlyList<AdaptiveAction> Of(AnnouncementView view) => view.Phase switch
    {
        CampaignPhase.Withdrawn => [],
        CampaignPhase.Over => [Details(view), WhoGotIt(view)],
        _ => [.. GotIt(view), .. Ask(view), Secondary(Details(view)), Secondary(WhoGotIt(view))],
    };

    /// <summary>Null when nobody has a view of their own.</summary>
    public static AdaptiveRefresh? Refresh(AnnouncementView view) => view.RefreshFor.Count == 0 ? null : new()
    {
        Action = new() { Title = view.Say.Text("button.refresh"), Verb = AnnouncementVerbs.View, Data = Data(view.Announcement) },
        UserIds = [.. view.RefreshFor.Take(AdaptiveRefresh.MaxUserIds)],
    };

    public static IEnumerable<AdaptiveExecuteAction> GotIt(AnnouncementView view) => view.HasGotIt ? [] :
        [Primary(Button(view.Announcement, view.Say, "announcement-ack", "button.gotIt", AnnouncementVerbs.Acknowledge))];

    public static AdaptiveExecuteAction Details(AnnouncementView view) =>
        Button(view.Announcement, view.Say, "announcement-details", "button.details", AnnouncementVerbs.Details);

    public static AdaptiveExecuteAction Back(AnnouncementView view) =>
        Button(view.Announcement, view.Say, "announcement-back", "button.back", AnnouncementVerbs.View);

    private static AdaptiveExecuteAction WhoGotIt(AnnouncementView view) =>
        Button(view.Announcement, view.Say, "announcement-acks", "button.whoGotIt", AnnouncementVerbs.WhoGotIt);

    // Owners have nobody to ask but themselves.
    private static IEnumerable<AdaptiveAction> Ask(AnnouncementView view) => view.Reader == view.Announcement.Owner.Id ? [] :
    [
        Anatomy.Form(
            view.Say,
            "question-form",
            view.Say.Text("button.askOwner"),
            Send(Button(view.Announcement, view.Say, "announcement-ask", "button.sendQuestion", AnnouncementVerbs.Ask)),
            new AdaptiveTextInput
            {
                Id = AnnouncementVerbs.QuestionText,
                Label = QuestionLabel(view),
                IsMultiline = true,
                MaxLength = AnnouncementQuestion.LongestText,
                IsRequired = true,
                ErrorMessage = view.Say.Text("ask.missing"),
            }),
    ];

    private static string QuestionLabel(AnnouncementView view) => view.Announcement.Owner.Name is { Length: > 0 } name
        ? view.Say.Text("announcement.questionTo", ("person", name))
        : view.Say.Text("ask.label");

    /// <summary>A button that asks once more before it sends.</summary>
    public static AdaptiveAction Confirm(Say say, string id, string title, string question, AdaptiveExecuteAction send) =>
        Anatomy.Form(say, id, say.Text(title), send, Anatomy.Text(say.Text(question), AdaptiveSpacing.None));

    public static AdaptiveExecuteAction Button(Announcement announcement, Say say, string id, string title, string verb, params IEnumerable<(string, CardValue)> further) =>
        Anatomy.Button(id, say.Text(title), verb, Data(announcement, further));

    public static AdaptiveExecuteAction Primary(AdaptiveExecuteAction button) => button with { Style = AdaptiveActionStyle.Positive };

    public static AdaptiveAction Secondary(AdaptiveAction button) => button with { Mode = AdaptiveActionMode.Secondary };

    /// <summary>With what is typed on the card.</summary>
    public static AdaptiveExecuteAction Send(AdaptiveExecuteAction button) => button with { AssociatedInputs = AdaptiveAssociatedInputs.Auto };

    private static CardData Data(Announcement announcement, params IEnumerable<(string, CardValue)> further) =>
        CardData.Of([(AnnouncementVerbs.Id, announcement.Id), ("v", announcement.Version), .. further]);
}
