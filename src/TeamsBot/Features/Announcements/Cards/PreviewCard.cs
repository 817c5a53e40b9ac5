using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>What the channels will see, and when each of them, for the one who is about to post it.</summary>
public static class PreviewCard
{
    private const int MostChannels = 12;
    private const int LongestChannel = 28;

    public static AdaptiveCard Render(PreviewView view)
    {
        var (card, say) = (view.Card, view.Card.Say);
        var state = say.Text(IsEdit(card) ? "announcement.previewChanges" : "announcement.preview");
        AdaptiveElement?[] shown = [Anatomy.State(AnnouncementWords.State(card.Announcement, card.Moments)), .. AnnouncementBlocks.Body(card), AnnouncementBlocks.More(card) is { } more ? Anatomy.Note(more, AdaptiveSpacing.Medium) : null];
        AdaptiveElement?[] body =
        [
            Anatomy.Note(state),
            new AdaptiveContainer { Items = [.. shown.OfType<AdaptiveElement>()], Separator = true, Spacing = AdaptiveSpacing.Medium },
            AnnouncementBlocks.Heading(say.Text("announcement.whereAndWhen")) with { Separator = true },
            .. Channels(view),
        ];
        var spoken = AnnouncementWords.Spoken(say, state, AnnouncementWords.Name(card.Content, say));
        return Anatomy.Card(say, AnnouncementWords.Summary(state, card.Content, say), spoken, body, Post(card), Edit(card));
    }

    private static IEnumerable<AdaptiveElement> Channels(PreviewView view)
    {
        var say = view.Card.Say;
        if (view.Posts.Count == 0)
        {
            yield return Anatomy.Note(say.Text("announcement.noChannels"));
        }

        foreach (var (channel, at, zone) in view.Posts.Take(MostChannels))
        {
            yield return Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(Label(channel, say), When(at, zone, view.Card.Moments)));
        }

        if (view.Posts.Count > MostChannels)
        {
            yield return Anatomy.Note(say.Text("announcement.moreChannels", ("n", view.Posts.Count - MostChannels)));
        }
    }

    private static string Label(SalesChannel channel, Say say) => say.Text("announcement.labelled", ("label", LeadWords.Cut(channel.Name, LongestChannel)));

    private static string When(Instant? at, DateTimeZone zone, Moments moments) => at switch
    {
        null => moments.Say.Text("announcement.changedAtOnce"),
        { } time when time <= moments.Now => moments.Say.Text("announcement.atOnce"),
        { } time => moments.Say.Text("announcement.atIn", ("time", new Moments(moments.Say, zone, moments.Now).On(time)), ("zone", zone.Id)),
    };

    private static AdaptiveExecuteAction Post(AnnouncementView card) => AnnouncementButtons.Primary(AnnouncementButtons.Button(
        card.Announcement, card.Say, "announcement-post", IsEdit(card) ? "button.postChanges" : "button.post", AnnouncementVerbs.Post));

    private static AdaptiveExecuteAction Edit(AnnouncementView card) => AnnouncementButtons.Button(
        card.Announcement, card.Say, "announcement-edit", "button.edit", AnnouncementVerbs.Compose, (AnnouncementVerbs.Page, 1));

    // The channels have an earlier version of it.
    private static bool IsEdit(AnnouncementView card) => card.Announcement.Version > 0;
}
