using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>Everything that an announcement says, for the one who asked for it.</summary>
internal static class AnnouncementDetails
{
    private const int LongestLink = 80;

    // What a card has room for, from all down to what always fits: the oldest questions give way first.
    private static readonly Room[] Rooms =
        [new(10, 20, 10), new(6, 20, 10), new(3, 20, 10), new(1, 20, 10), new(1, 14, 10), new(1, 10, 8), new(1, 8, 5), new(0, 5, 3), new(0, 3, 0)];

    public static AdaptiveCard Render(AnnouncementView view) => CardRoom.Fit(Rooms, room => Render(view, room));

    private static AdaptiveCard Render(AnnouncementView view, Room room)
    {
        var (say, state) = (view.Say, AnnouncementWords.State(view.Announcement, view.Moments));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(AnnouncementWords.Name(view.Content, say, AnnouncementCheck.LongestName)),
            AnnouncementBlocks.Subtle(view),
            Facts(view),
            AnnouncementBlocks.Points(view.Text.TalkingPoints, room.Points, AnnouncementCheck.LongestPoint, say),
            view.Text.TalkingPoints.Count > room.Points ? Anatomy.Note(say.Text("announcement.more", ("count", view.Text.TalkingPoints.Count - room.Points))) : null,
            .. Links(view, room.Links),
            .. Questions(view, room.Questions),
        ];
        var spoken = say.Text("details.spoken", ("who", new Phrase(AnnouncementWords.Name(view.Content, say))));
        return Anatomy.Card(say, AnnouncementCard.Summary(view), spoken, body, AnnouncementButtons.Back(view));
    }

    private static AdaptiveElement? Facts(AnnouncementView view)
    {
        var say = view.Say;
        return Anatomy.Facts(
            Anatomy.Fact(say.Text("announcement.for"), Whole(view.Text.Audience)),
            Anatomy.Fact(say.Text("announcement.offer"), Whole(view.Text.Offer)),
            Anatomy.Fact(say.Text("announcement.goal"), Whole(view.Content.Goal)),
            Anatomy.Fact(say.Text("announcement.where"), AnnouncementWords.Kinds(view.Content, say)));

        string? Whole(string? text) => text is null ? null : AnnouncementWords.Cut(text, AnnouncementCheck.LongestText, say);
    }

    private static IEnumerable<AdaptiveElement> Links(AnnouncementView view, int most)
    {
        var links = AnnouncementBlocks.Https(view.Content);
        if (links.Length == 0 || most == 0)
        {
            yield break;
        }

        yield return AnnouncementBlocks.Heading(view.Say.Text("announcement.content"));
        foreach (var element in links.Take(most).SelectMany((link, at) => Link(view, link, at + 1)))
        {
            yield return element;
        }

        if (links.Length > most)
        {
            yield return Anatomy.Note(view.Say.Text("announcement.more", ("count", links.Length - most)));
        }
    }

    private static IEnumerable<AdaptiveElement> Link(AnnouncementView view, ContentLink link, int number)
    {
        var votes = view.Votes.Where(vote => vote.Link == link.Key).ToArray();
        var own = view.Reader is { } reader ? votes.FirstOrDefault(vote => vote.Person == reader)?.IsHelpful : null;
        yield return new AdaptiveTextBlock(AnnouncementBlocks.Link(link, view.Say, LongestLink)) { Spacing = number == 1 ? AdaptiveSpacing.Small : AdaptiveSpacing.Large };
        if (Anatomy.Dotted(Counts(votes, view.Say), Own(own, view.Say)) is { Length: > 0 } line)
        {
            yield return Anatomy.Note(line, AdaptiveSpacing.None);
        }

        yield return new AdaptiveActionSet
        {
            Spacing = AdaptiveSpacing.Small,
            Actions = [.. Vote(true, "button.helpful"), .. Vote(false, "button.notHelpful")],
        };

        // The vote that stands needs no button.
        AdaptiveAction[] Vote(bool isHelpful, string title) => own == isHelpful ? [] :
        [
            AnnouncementButtons.Button(
                view.Announcement,
                view.Say,
                $"announcement-vote-{(isHelpful ? "yes" : "no")}-{number}",
                title,
                AnnouncementVerbs.Vote,
                (AnnouncementVerbs.Link, link.Key),
                (AnnouncementVerbs.Helpful, isHelpful ? "true" : "false")),
        ];
    }

    /// <summary>"Helpful for 5, not for 1"; null before anybody said.</summary>
    public static string? Counts(IReadOnlyCollection<ContentVote> votes, Say say) => votes.Count == 0 ? null : say.Text(
        "announcement.votes",
        ("yes", votes.Count(vote => vote.IsHelpful)),
        ("no", votes.Count(vote => !vote.IsHelpful)));

    private static string? Own(bool? isHelpful, Say say) => isHelpful switch
    {
        true => say.Text("announcement.yoursHelpful"),
        false => say.Text("announcement.yoursNotHelpful"),
        null => null,
    };

    private static IEnumerable<AdaptiveElement> Questions(AnnouncementView view, int most)
    {
        if (view.Questions.Count == 0 || most == 0)
        {
            yield break;
        }

        yield return AnnouncementBlocks.Heading(view.Say.Text("announcement.questions"));
        if (view.Questions.Count > most)
        {
            yield return Anatomy.Note(view.Say.Text("announcement.earlier", ("count", view.Questions.Count - most)));
        }

        foreach (var element in view.Questions.TakeLast(most).SelectMany(question => AnnouncementBlocks.Question(question, view.Say)))
        {
            yield return element;
        }
    }

    private sealed record Room(int Questions, int Points, int Links);
}
