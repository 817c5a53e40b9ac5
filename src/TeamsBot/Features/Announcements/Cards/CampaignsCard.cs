using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>The campaigns: what is live, coming and over, or a month of them.</summary>
public static class CampaignsCard
{
    private const int MostOver = 5;
    private const int LongestName = 50;

    // So many of each kind, from what most have room for down to what always fits.
    private static readonly int[] Rooms = [12, 10, 8, 5];

    public static AdaptiveCard Render(CampaignsView view) =>
        view.Month is { } month ? CampaignCalendar.Render(view, month) : CardRoom.Fit(Rooms, most => List(view, most));

    private static AdaptiveCard List(CampaignsView view, int most)
    {
        var say = view.Say;
        var (live, coming) = (Of(view, CampaignPhase.Live), Of(view, CampaignPhase.Coming));
        var over = Of(view, CampaignPhase.Over).OrderByDescending(campaign => campaign.EndsOn).ToArray();
        var undated = Of(view, null);
        var title = say.Text("campaigns.title");
        var state = say.Text("campaigns.state", ("live", live.Length), ("coming", coming.Length));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            .. Section(view, "campaigns.live", live, most),
            .. Section(view, "campaigns.coming", coming, most),
            .. Section(view, "campaigns.undated", undated, most),
            .. Section(view, "campaigns.over", over, MostOver),
            live.Length + coming.Length + over.Length + undated.Length == 0 ? Anatomy.Text(say.Text(view.MayAnnounce ? "campaigns.noneYet" : "campaigns.none")) : null,
        ];
        return Anatomy.Card(say, say.Text("summary.state", ("state", new Phrase(title)), ("who", new Phrase(state))), AnnouncementWords.Spoken(say, title, state), body, [.. Begin(view), CampaignCalendar.Open(view)]);
    }

    private static ListedCampaign[] Of(CampaignsView view, CampaignPhase? phase) =>
        [.. view.Campaigns.Where(campaign => campaign.Phase == phase).OrderBy(campaign => campaign.StartsOn).ThenBy(campaign => campaign.Name, StringComparer.Ordinal)];

    private static IEnumerable<AdaptiveElement> Section(CampaignsView view, string heading, IReadOnlyList<ListedCampaign> campaigns, int most)
    {
        if (campaigns.Count == 0)
        {
            yield break;
        }

        yield return new AdaptiveTextBlock(view.Say.Card(heading)) { Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = AdaptiveSpacing.Large };
        foreach (var element in campaigns.Take(most).SelectMany(campaign => Row(view, campaign)))
        {
            yield return element;
        }

        if (campaigns.Count > most)
        {
            yield return Anatomy.Note(view.Say.Text("announcement.more", ("count", campaigns.Count - most)));
        }
    }

    private static AdaptiveElement[] Row(CampaignsView view, ListedCampaign campaign)
    {
        var (name, known) = (Name(campaign, view.Say, LongestName), Known(view, campaign));
        return Button(view, campaign) is { } button
            ? [Anatomy.Row(name, known, button) with { Spacing = AdaptiveSpacing.Small }]
            : [Anatomy.Name(name) with { Spacing = AdaptiveSpacing.Small }, Anatomy.Note(known, AdaptiveSpacing.None)];
    }

    /// <summary>The name, cut; before it has one, that it has none.</summary>
    public static string Name(ListedCampaign campaign, Say say, int longest) =>
        string.IsNullOrWhiteSpace(campaign.Name) ? say.Text("announcement.untitled") : AnnouncementWords.Cut(campaign.Name, longest, say);

    private static string Known(CampaignsView view, ListedCampaign campaign) => Anatomy.Dotted(
        AnnouncementWords.Dates(campaign.StartsOn, campaign.EndsOn, view.Moments),
        campaign.Announcement?.Status switch
        {
            AnnouncementStatus.Draft => view.Say.Text("campaigns.draft"),
            AnnouncementStatus.Announced => null,
            AnnouncementStatus.Withdrawn => view.Say.Text("campaigns.withdrawn"),
            _ => view.Say.Text("campaigns.notAnnounced"),
        });

    private static AdaptiveExecuteAction? Button(CampaignsView view, ListedCampaign campaign) => campaign.Announcement switch
    {
        { } announcement when view.MayAnnounce =>
            AnnouncementButtons.Button(announcement, view.Say, $"campaign-{announcement.Id}", "button.status", AnnouncementVerbs.Status),
        { IsAnnounced: true } announcement =>
            AnnouncementButtons.Button(announcement, view.Say, $"campaign-{announcement.Id}", "button.details", AnnouncementVerbs.View),
        _ => null,
    };

    private static IEnumerable<AdaptiveAction> Begin(CampaignsView view) => !view.MayAnnounce ? [] :
        [AnnouncementButtons.Primary(Anatomy.Button("announcement-begin", view.Say.Text("button.newAnnouncement"), AnnouncementVerbs.Begin, CardData.Empty))];
}
