using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>What a channel is told around the dates of a campaign: that it is about to start, that it is live, and what came of it.</summary>
public static class NoteCard
{
    /// <param name="results">For the last of the notes; null where nothing is known.</param>
    public static AdaptiveCard Render(AnnouncementView view, AnnouncementNote note, CampaignResults? results)
    {
        var (say, state) = (view.Say, State(view, note));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            AnnouncementBlocks.Title(view),
            AnnouncementBlocks.Subtle(view),
            .. note == AnnouncementNote.Results ? Results(results, say) : [],
        ];
        var spoken = AnnouncementWords.Spoken(say, state, AnnouncementWords.Name(view.Content, say), AnnouncementWords.Dates(view.Announcement, view.Moments));
        return Anatomy.Card(say, Summary(view, note, results), spoken, body, note == AnnouncementNote.Results ? [] : [AnnouncementButtons.Details(view)]);
    }

    /// <summary>What the notification says. Plain text below 100 characters.</summary>
    public static string Summary(AnnouncementView view, AnnouncementNote note, CampaignResults? results) => AnnouncementWords.Summary(
        note == AnnouncementNote.Results && results is not null ? view.Say.Text("announcement.resultsOf", ("n", results.Leads), ("won", results.Won)) : State(view, note),
        view.Content,
        view.Say);

    private static string State(AnnouncementView view, AnnouncementNote note)
    {
        var (say, moments) = (view.Say, view.Moments);
        return note switch
        {
            AnnouncementNote.Soon when view.Content.StartsOn is { } first => say.Text("announcement.soon", ("date", moments.Date(first))),
            AnnouncementNote.Live when view.Announcement.LastDay is { } last => say.Text("announcement.liveNow", ("date", moments.Day(last))),
            AnnouncementNote.Results when view.Announcement.LastDay is { } last => say.Text("announcement.endedResults", ("date", moments.Day(last))),
            _ => AnnouncementWords.State(view.Announcement, moments),
        };
    }

    private static IEnumerable<AdaptiveElement?> Results(CampaignResults? results, Say say) => results is null
        ? [Anatomy.Text(say.Text("announcement.noResults"))]
        :
        [
            Anatomy.Facts(
                Anatomy.Fact(say.Text("metric.leads"), say.Number(results.Leads)),
                Anatomy.Fact(say.Text("announcement.handedOver"), say.Number(results.Handoffs)),
                Anatomy.Fact(say.Text("announcement.accepted"), say.Number(results.Accepted)),
                Anatomy.Fact(say.Text("metric.wonDeals"), say.Number(results.Won)),
                Anatomy.Fact(say.Text("metric.revenue"), results.Revenue is { } revenue ? AnnouncementWords.Money(revenue, results.Currency, say) : null)),
            Anatomy.Note(say.Text("announcement.soFar")),
        ];
}
