using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>What those who may change an announcement can do with it now.</summary>
internal static class AuthorButtons
{
    public static IReadOnlyList<AdaptiveAction> Of(AuthorView view) => (view.Announcement.Status, view.Phase) switch
    {
        (AnnouncementStatus.Draft, _) => [GoOn(view), Preview(view), AnnouncementButtons.Secondary(Discard(view))],
        (AnnouncementStatus.Withdrawn, _) => [Duplicate(view)],
        (_, CampaignPhase.Over) => [Duplicate(view), Withdraw(view)],
        _ => [Edit(view), .. Pending(view), .. Remind(view), .. EndEarly(view), Withdraw(view), AnnouncementButtons.Secondary(Duplicate(view))],
    };

    private static AdaptiveAction GoOn(AuthorView view) =>
        AnnouncementButtons.Primary(Button(view, "announcement-edit", "button.goOn", AnnouncementVerbs.Compose, (AnnouncementVerbs.Page, 1)));

    private static AdaptiveAction Edit(AuthorView view) => Button(view, "announcement-edit", "button.editForm", AnnouncementVerbs.Compose, (AnnouncementVerbs.Page, 1));

    private static AdaptiveAction Preview(AuthorView view) => Button(view, "announcement-preview", "button.preview", AnnouncementVerbs.Preview);

    private static AdaptiveAction Discard(AuthorView view) => Button(view, "announcement-discard", "button.discard", AnnouncementVerbs.Withdraw);

    private static AdaptiveAction Duplicate(AuthorView view) => Button(view, "announcement-duplicate", "button.duplicate", AnnouncementVerbs.Duplicate);

    // Changes that were typed and not posted are looked at before they are.
    private static IEnumerable<AdaptiveAction> Pending(AuthorView view) => view.Announcement.Draft is null ? [] : [Preview(view)];

    private static IEnumerable<AdaptiveAction> Remind(AuthorView view) => view.Announcement.RemindedAt is not null || AuthorBlocks.Missing(view) == 0 ? [] :
        [Button(view, "announcement-remind", "button.remind", AnnouncementVerbs.Remind)];

    // On its last day it ends by itself, and before its first it is withdrawn.
    private static IEnumerable<AdaptiveAction> EndEarly(AuthorView view) => view.Phase != CampaignPhase.Live || view.Announcement.LastDay <= view.Moments.Today ? [] :
    [
        AnnouncementButtons.Confirm(
            view.Say,
            "end-form",
            "button.endEarly",
            "announcement.endQuestion",
            Button(view, "announcement-end", "button.endToday", AnnouncementVerbs.EndEarly)),
    ];

    private static AdaptiveAction Withdraw(AuthorView view) => AnnouncementButtons.Confirm(
        view.Say,
        "withdraw-form",
        "button.withdraw",
        "announcement.withdrawQuestion",
        Button(view, "announcement-withdraw", "button.withdrawNow", AnnouncementVerbs.Withdraw));

    private static AdaptiveExecuteAction Button(AuthorView view, string id, string title, string verb, params IEnumerable<(string, CardValue)> further) =>
        AnnouncementButtons.Button(view.Announcement, view.Say, id, title, verb, further);
}
