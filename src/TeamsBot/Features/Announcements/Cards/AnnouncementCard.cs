using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>The card of an announcement: one for the channel, and a view of their own for those who have acknowledged it.</summary>
public static class AnnouncementCard
{
    /// <summary>The card as its readers should see it now.</summary>
    public static AdaptiveCard Render(AnnouncementView view)
    {
        var state = AnnouncementWords.State(view.Announcement, view.Moments);
        AdaptiveElement?[] body = [Anatomy.State(state), .. AnnouncementBlocks.Body(view), .. Readers(view)];
        return Anatomy.Card(view.Say, Summary(view), Spoken(view, state), body, AnnouncementButtons.Of(view)) with { Refresh = AnnouncementButtons.Refresh(view) };
    }

    /// <summary>Everything that it says: all talking points, all content with what its reader thinks of it, all questions.</summary>
    public static AdaptiveCard Details(AnnouncementView view) => AnnouncementDetails.Render(view);

    /// <summary>What the notification says: what it is and when. Plain text below 100 characters.</summary>
    public static string Summary(AnnouncementView view) =>
        AnnouncementWords.Summary(AnnouncementWords.State(view.Announcement, view.Moments), view.Content, view.Say);

    private static IEnumerable<AdaptiveElement?> Readers(AnnouncementView view) => view.Phase == CampaignPhase.Withdrawn ? [] :
    [
        .. AnnouncementBlocks.LastAnswer(view),
        Anatomy.Dotted(GotItCount(view), AnnouncementBlocks.More(view)) is { Length: > 0 } note ? Anatomy.Note(note, AdaptiveSpacing.Medium) : null,
        view.HasGotIt ? Anatomy.DoneState(view.Say.Text("announcement.youGotIt")) : null,
    ];

    private static string? GotItCount(AnnouncementView view) =>
        view.Members == 0 ? null : view.Say.Text("announcement.gotIt", ("got", view.GotIt), ("all", view.Members));

    private static string Spoken(AnnouncementView view, string state) => view.Phase == CampaignPhase.Withdrawn
        ? AnnouncementWords.Spoken(view.Say, AnnouncementWords.Name(view.Content, view.Say), AnnouncementBlocks.Withdrawn(view).TrimEnd('.', '。'))
        : AnnouncementWords.Spoken(
            view.Say,
            state,
            AnnouncementWords.Name(view.Content, view.Say),
            AnnouncementWords.Dates(view.Announcement, view.Moments),
            AnnouncementWords.Owner(view.Announcement, view.Say),
            GotItCount(view));
}
