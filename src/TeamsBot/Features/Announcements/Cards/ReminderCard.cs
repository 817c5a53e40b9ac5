using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>Asks somebody in their own chat to read an announcement that they have not acknowledged.</summary>
public static class ReminderCard
{
    public static AdaptiveCard Render(AnnouncementView view)
    {
        var (say, isOpen) = (view.Say, view.Phase is CampaignPhase.Coming or CampaignPhase.Live);
        var state = isOpen && !view.HasGotIt ? Asks(view) : AnnouncementWords.State(view.Announcement, view.Moments);
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            .. AnnouncementBlocks.Body(view),
            AnnouncementBlocks.More(view) is { } more && view.Phase != CampaignPhase.Withdrawn ? Anatomy.Note(more, AdaptiveSpacing.Medium) : null,
            view.HasGotIt ? Anatomy.DoneState(say.Text("announcement.youGotIt")) : null,
        ];
        var spoken = AnnouncementWords.Spoken(say, state, AnnouncementWords.Name(view.Content, say), AnnouncementWords.Dates(view.Announcement, view.Moments));
        return Anatomy.Card(say, AnnouncementWords.Summary(state, view.Content, say), spoken, body, Buttons(view, isOpen));
    }

    private static string Asks(AnnouncementView view) => view.Announcement.Owner.Name is { Length: > 0 } owner
        ? view.Say.Text("announcement.asksToRead", ("person", owner))
        : view.Say.Text("announcement.pleaseRead");

    private static IReadOnlyList<AdaptiveAction> Buttons(AnnouncementView view, bool isOpen) => view.Phase == CampaignPhase.Withdrawn ? [] :
        [.. isOpen ? AnnouncementButtons.GotIt(view) : [], AnnouncementButtons.Details(view)];
}
