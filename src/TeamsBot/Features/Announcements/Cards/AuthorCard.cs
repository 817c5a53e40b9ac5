using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>An announcement as those see it who may change it: what is missing in a draft; how far one that is announced is, and who has it.</summary>
public static class AuthorCard
{
    public static AdaptiveCard Render(AuthorView view)
    {
        var say = view.Say;
        var state = AuthorWords.State(view);
        AdaptiveElement?[] body =
        [
            AuthorWords.IsDone(view) ? Anatomy.DoneState(state) : Anatomy.State(state),
            Anatomy.Title(AnnouncementWords.Name(view.Content, say)),
            Anatomy.Subtle(AnnouncementWords.Dates(view.Announcement, view.Moments), AnnouncementWords.Owner(view.Announcement, say)),
            .. view.Announcement.Status == AnnouncementStatus.Draft ? Draft(view) : AuthorBlocks.Of(view),
        ];
        var spoken = AnnouncementWords.Spoken(say, AnnouncementWords.Name(view.Content, say), state);
        return Anatomy.Card(say, AnnouncementWords.Summary(state, view.Content, say), spoken, body, AuthorButtons.Of(view));
    }

    private static IEnumerable<AdaptiveElement?> Draft(AuthorView view)
    {
        var missing = Missing(view.Content).Select(field => FaultSentence.Label(field, view.Say)).ToArray();
        yield return missing.Length == 0
            ? Anatomy.Text(view.Say.Text("announcement.nothingMissing"))
            : Anatomy.Line(AdaptiveSpacing.Medium, Anatomy.Labelled(view.Say.Text("announcement.missing"), string.Join(view.Say.Text("list.comma"), missing)));
        yield return AuthorBlocks.Budget(view) is { } budget ? Anatomy.Facts(budget) : null;
    }

    private static IEnumerable<string> Missing(AnnouncementContent content)
    {
        (string Field, bool IsThere)[] needed =
        [
            (AnnouncementForm.Name, content.Name.Length > 0),
            (AnnouncementForm.StartsOn, content.StartsOn is not null),
            (AnnouncementForm.EndsOn, content.EndsOn is not null),
            (AnnouncementForm.SalesChannels, content.SalesChannels.Count > 0),
        ];
        return needed.Where(field => !field.IsThere).Select(field => field.Field);
    }
}
