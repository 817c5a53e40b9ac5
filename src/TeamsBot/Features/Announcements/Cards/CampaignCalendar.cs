using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>A month of campaigns, week by week.</summary>
internal static class CampaignCalendar
{
    private const int LongestName = 40;

    // So many in a week, from what most have room for down to what always fits.
    private static readonly int[] Rooms = [8, 6, 4];

    public static AdaptiveCard Render(CampaignsView view, YearMonth month) => CardRoom.Fit(Rooms, most => Render(view, month, most));

    /// <summary>A button for the month of today.</summary>
    public static AdaptiveExecuteAction Open(CampaignsView view) =>
        Button(view.Moments.Today.ToYearMonth(), "campaigns-calendar", view.Say.Text("button.calendar"));

    private static AdaptiveCard Render(CampaignsView view, YearMonth month, int most)
    {
        var (say, moments) = (view.Say, view.Moments);
        var (state, title) = (say.Text("campaigns.calendar"), moments.Month(month).Text);
        AdaptiveElement[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            new AdaptiveTable
            {
                Columns = [new(AdaptiveWidth.Weight(1)), new(AdaptiveWidth.Weight(3))],
                ShowGridLines = false,
                Spacing = AdaptiveSpacing.Medium,
                Rows = [Header(say), .. Weeks(month).Select(monday => Week(view, month, monday, most))],
            },
        ];
        return Anatomy.Card(
            say,
            say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(title))),
            AnnouncementWords.Spoken(say, state, title),
            body,
            Button(month.PlusMonths(-1), "campaigns-before", moments.Month(month.PlusMonths(-1)).Text),
            Button(month.PlusMonths(1), "campaigns-after", moments.Month(month.PlusMonths(1)).Text),
            Anatomy.Button("campaigns-list", say.Text("button.list"), AnnouncementVerbs.List, CardData.Empty));
    }

    private static IEnumerable<LocalDate> Weeks(YearMonth month)
    {
        var monday = month.OnDayOfMonth(1).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        for (; monday <= Last(month); monday = monday.PlusWeeks(1))
        {
            yield return monday;
        }
    }

    private static AdaptiveTableRow Header(Say say) => Row(
        [Subtle(say.Text("campaigns.week"))],
        [Subtle(say.Text("metric.campaigns"))]);

    private static AdaptiveTableRow Week(CampaignsView view, YearMonth month, LocalDate monday, int most)
    {
        var (first, last) = (LocalDate.Max(monday, month.OnDayOfMonth(1)), LocalDate.Min(monday.PlusDays(6), Last(month)));
        var running = view.Campaigns
            .Where(campaign => campaign.Phase != CampaignPhase.Withdrawn && campaign.StartsOn <= last && (campaign.EndsOn ?? campaign.StartsOn) >= first)
            .OrderBy(campaign => campaign.StartsOn)
            .ToArray();
        AdaptiveElement[] names = [.. running.Take(most).Select(campaign => Campaign(view, campaign, first, last))];
        return Row(
            [Anatomy.Text(Days(first, last, view.Say), AdaptiveSpacing.None)],
            running.Length > most ? [.. names, Anatomy.Note(view.Say.Text("announcement.more", ("count", running.Length - most)), AdaptiveSpacing.None)]
            : running.Length == 0 ? [Subtle("–")]
            : names);
    }

    // The days of the week on which it runs, where that is not the whole of it.
    private static AdaptiveTextBlock Campaign(CampaignsView view, ListedCampaign campaign, LocalDate first, LocalDate last)
    {
        var (from, to) = (LocalDate.Max(campaign.StartsOn!.Value, first), LocalDate.Min(campaign.EndsOn ?? campaign.StartsOn.Value, last));
        var name = CampaignsCard.Name(campaign, view.Say, LongestName);
        return Anatomy.Text(
            from == first && to == last ? name : view.Say.Text("campaigns.onDays", ("name", new Phrase(name)), ("days", new Phrase(Days(from, to, view.Say)))),
            AdaptiveSpacing.None);
    }

    // The month is the title of the card.
    private static string Days(LocalDate from, LocalDate to, Say say) =>
        from == to ? say.Text("campaigns.day", ("day", from.Day)) : say.Text("campaigns.days", ("from", from.Day), ("to", to.Day));

    private static LocalDate Last(YearMonth month) => month.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);

    private static AdaptiveTextBlock Subtle(string text) => new(CardText.Plain(text)) { Size = AdaptiveTextSize.Small, IsSubtle = true };

    private static AdaptiveTableRow Row(params AdaptiveElement[][] cells) => new() { Cells = [.. cells.Select(items => new AdaptiveTableCell { Items = items })] };

    private static AdaptiveExecuteAction Button(YearMonth month, string id, string title) =>
        Anatomy.Button(id, title, AnnouncementVerbs.Calendar, CardData.Of((AnnouncementVerbs.Month, YearMonthPattern.Iso.Format(month))));
}
