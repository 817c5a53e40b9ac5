using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>The form of an announcement, a page at a time. A draft may be incomplete: what is missing or wrong is said at its field, and only stops the posting.</summary>
public static class ComposeForm
{
    // The page from which most people have said all there is to say.
    private const int LastNeeded = 3;

    public static AdaptiveCard Render(ComposeView view)
    {
        var say = view.Say;
        var (state, title) = (State(view), Title(view));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            .. Faults(view),
            .. ComposePages.Of(view),
        ];
        return Anatomy.Card(say, AnnouncementWords.Summary(state, AnnouncementContent.Of(view.Form), say), AnnouncementWords.Spoken(say, title, state), body, Buttons(view));
    }

    private static string State(ComposeView view) => view.Say.Text(
        "announcement.page",
        ("page", view.Page),
        ("pages", ComposeView.Pages),
        ("what", new Phrase(view.Say.Text(view.Page switch
        {
            1 => "announcement.page.what",
            2 => "announcement.page.say",
            3 => "announcement.page.where",
            _ => "announcement.page.languages",
        }))));

    private static string Title(ComposeView view) => view.Form[AnnouncementForm.Name].Length == 0
        ? view.Say.Text("announcement.new")
        : AnnouncementWords.Name(AnnouncementContent.Of(view.Form), view.Say);

    // How many things there are to mend, and where those are that this page does not show.
    private static IEnumerable<AdaptiveElement> Faults(ComposeView view)
    {
        if (view.Faults.Count == 0)
        {
            yield break;
        }

        yield return new AdaptiveTextBlock(view.Say.Card("announcement.faults", ("n", view.Faults.Count)))
        {
            Color = AdaptiveTextColor.Attention,
            Weight = AdaptiveTextWeight.Bolder,
            Spacing = AdaptiveSpacing.Small,
        };
        foreach (var page in view.Faults.GroupBy(fault => ComposePages.PageOf(fault.Field)).Where(page => page.Key != view.Page).OrderBy(page => page.Key))
        {
            var labels = page.Select(fault => fault.Field).Distinct().Select(field => FaultSentence.Label(field, view.Say));
            yield return Anatomy.Note(
                view.Say.Text("announcement.faultsOnPage", ("page", page.Key), ("fields", new Phrase(string.Join(view.Say.Text("list.comma"), labels)))),
                AdaptiveSpacing.None);
        }
    }

    private static IReadOnlyList<AdaptiveAction> Buttons(ComposeView view)
    {
        var isDone = view.Page >= LastNeeded;
        var preview = Button(view, "announcement-preview", "button.preview", AnnouncementVerbs.Preview);
        return
        [
            .. isDone ? [AnnouncementButtons.Primary(preview)] : Array.Empty<AdaptiveAction>(),
            .. Next(view, isDone),
            .. view.Page > 1 ? [Turn(view, "announcement-page-back", "button.back", view.Page - 1)] : Array.Empty<AdaptiveAction>(),
            .. isDone ? [] : new AdaptiveAction[] { preview },
            .. Discard(view),
        ];
    }

    private static IEnumerable<AdaptiveAction> Next(ComposeView view, bool isDone) => view.Page >= ComposeView.Pages ? [] :
        [isDone ? Turn(view, "announcement-page-next", "button.languages", view.Page + 1) : AnnouncementButtons.Primary(Turn(view, "announcement-page-next", "button.next", view.Page + 1))];

    private static AdaptiveExecuteAction Turn(ComposeView view, string id, string title, int page) =>
        Button(view, id, title, AnnouncementVerbs.Save, (AnnouncementVerbs.Page, page));

    private static IEnumerable<AdaptiveAction> Discard(ComposeView view) => view.Announcement.Status != AnnouncementStatus.Draft ? [] :
        [AnnouncementButtons.Secondary(Button(view, "announcement-discard", "button.discard", AnnouncementVerbs.Withdraw))];

    private static AdaptiveExecuteAction Button(ComposeView view, string id, string title, string verb, params IEnumerable<(string, CardValue)> further) =>
        AnnouncementButtons.Send(AnnouncementButtons.Button(view.Announcement, view.Say, id, title, verb, further));
}
