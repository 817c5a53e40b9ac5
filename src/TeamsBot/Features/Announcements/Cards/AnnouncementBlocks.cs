using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>The parts of an announcement as a card shows them in short.</summary>
internal static class AnnouncementBlocks
{
    private const int MostPoints = 3;
    private const int MostLinks = 3;
    private const int LongestText = 120;
    private const int LongestPoint = 100;
    private const int LongestLink = 40;
    private const int LongestAnswer = 140;

    /// <summary>Name, dates, for whom and what, what to say and what to send: all but the state and what readers did.</summary>
    public static IEnumerable<AdaptiveElement?> Body(AnnouncementView view) => view.Phase == CampaignPhase.Withdrawn
        ? [Title(view), Anatomy.Text(Withdrawn(view), AdaptiveSpacing.Small)]
        : [Title(view), Subtle(view), Facts(view), .. Points(view), Links(view)];

    public static AdaptiveElement Title(AnnouncementView view) => Anatomy.Title(AnnouncementWords.Name(view.Content, view.Say));

    public static AdaptiveElement? Subtle(AnnouncementView view) =>
        Anatomy.Subtle(AnnouncementWords.Dates(view.Announcement, view.Moments), AnnouncementWords.Owner(view.Announcement, view.Say));

    public static string Withdrawn(AnnouncementView view) => view.Announcement.WithdrawnBy?.Name is { Length: > 0 } name
        ? view.Say.Text("announcement.withdrawnBy", ("person", name))
        : view.Say.Text("announcement.doNotUse");

    private static AdaptiveElement? Facts(AnnouncementView view) => Anatomy.Facts(
        Anatomy.Fact(view.Say.Text("announcement.for"), Short(view.Text.Audience, view.Say)),
        Anatomy.Fact(view.Say.Text("announcement.offer"), Short(view.Text.Offer, view.Say)),
        Anatomy.Fact(view.Say.Text("announcement.where"), AnnouncementWords.Kinds(view.Content, view.Say)));

    private static string? Short(string? text, Say say) => text is null ? null : AnnouncementWords.Cut(text, LongestText, say);

    private static IEnumerable<AdaptiveElement> Points(AnnouncementView view) =>
        Points(view.Text.TalkingPoints, MostPoints, LongestPoint, view.Say, "announcement.moreInDetails");

    /// <summary>What to say, as a list under its heading; nothing where there is nothing.</summary>
    /// <param name="more">How the card says that there are further ones.</param>
    public static IEnumerable<AdaptiveElement> Points(IReadOnlyList<string> points, int most, int longest, Say say, string more)
    {
        if (points.Count == 0)
        {
            yield break;
        }

        yield return Heading(say.Text("announcement.whatToSay"));
        yield return new AdaptiveTextBlock(CardText.Bullets([.. points.Take(most).Select(point => CardText.Plain(AnnouncementWords.Cut(point, longest, say)))])) { Spacing = AdaptiveSpacing.Small };
        if (points.Count > most)
        {
            yield return Anatomy.Note(say.Text(more, ("count", points.Count - most)));
        }
    }

    private static AdaptiveTextBlock? Links(AnnouncementView view)
    {
        var links = Https(view.Content);
        if (links.Length == 0)
        {
            return null;
        }

        var shown = links.Take(MostLinks).Select(link => Link(link, view.Say));
        var more = links.Length > MostLinks ? [view.Say.Card("announcement.moreInDetails", ("count", links.Length - MostLinks))] : Array.Empty<CardText>();
        return new(CardText.Join(CardText.Plain(" · "), [.. shown, .. more])) { Spacing = AdaptiveSpacing.Medium };
    }

    public static ContentLink[] Https(AnnouncementContent content) => [.. content.Links.Where(link => link.Address.Scheme == Uri.UriSchemeHttps)];

    public static CardText Link(ContentLink link, Say say, int longest = LongestLink) => CardText.Link(AnnouncementWords.Cut(link.Title, longest, say), link.Address);

    /// <summary>The question that was answered last, cut; nothing before the first answer.</summary>
    public static IEnumerable<AdaptiveElement> LastAnswer(AnnouncementView view) =>
        view.Questions.LastOrDefault(question => question.Answer is not null) is { } question ? Question(question, view.Say, LongestAnswer) : [];

    /// <summary>Who asked what, and who answered what where somebody did.</summary>
    public static IEnumerable<AdaptiveElement> Question(AnnouncementQuestion question, Say say, int longest = AnnouncementQuestion.LongestText)
    {
        yield return Said("question.asks", question.By.Name, question.Text, AdaptiveSpacing.Medium);
        yield return question.Answer is { } answer
            ? Said("question.answers", question.AnsweredBy?.Name ?? "", answer, AdaptiveSpacing.Small)
            : Anatomy.Note(say.Text("announcement.notAnswered"));

        AdaptiveRichTextBlock Said(string key, string person, string text, AdaptiveSpacing spacing) =>
            Anatomy.Line(spacing, Anatomy.Labelled(say.Text(key, ("person", person)), AnnouncementWords.Cut(text, longest, say)));
    }

    public static AdaptiveTextBlock Heading(string text) => new(CardText.Plain(text)) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium };
}
