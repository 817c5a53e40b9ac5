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
    private const int LongestAnswer = 100;
    private const int LongestPerson = 28;
    private const int MostKinds = 3;

    /// <summary>Name, dates, for whom and what, what to say and what to send: all but the state and what readers did.</summary>
    public static IEnumerable<AdaptiveElement?> Body(AnnouncementView view) => view.Phase == CampaignPhase.Withdrawn
        ? [Title(view), Anatomy.Text(Withdrawn(view), AdaptiveSpacing.Small)]
        : [Title(view), Subtle(view), Facts(view), Points(view.Text.TalkingPoints, MostPoints, LongestPoint, view.Say), Links(view)];

    public static AdaptiveElement Title(AnnouncementView view) => Anatomy.Title(AnnouncementWords.Name(view.Content, view.Say));

    public static AdaptiveElement? Subtle(AnnouncementView view) => Anatomy.Subtle(
        AnnouncementWords.Dates(view.Announcement, view.Moments),
        AnnouncementWords.Owner(view.Announcement, view.Say),
        AnnouncementWords.Kinds(view.Content, view.Say, MostKinds));

    public static string Withdrawn(AnnouncementView view) => view.Announcement.WithdrawnBy?.Name is { Length: > 0 } name
        ? view.Say.Text("announcement.withdrawnBy", ("person", name))
        : view.Say.Text("announcement.doNotUse");

    private static AdaptiveElement? Facts(AnnouncementView view) => Anatomy.Facts(
        Anatomy.Fact(view.Say.Text("announcement.for"), Short(view.Text.Audience, view.Say)),
        Anatomy.Fact(view.Say.Text("announcement.offer"), Short(view.Text.Offer, view.Say)));

    private static string? Short(string? text, Say say) => text is null ? null : AnnouncementWords.Cut(text, LongestText, say);

    /// <summary>What to say, as a list under its heading; null where there is nothing.</summary>
    /// <remarks>In one text, since clients give the first thing in a text its full width, and a list would stick out by its indent.</remarks>
    public static AdaptiveTextBlock? Points(IReadOnlyList<string> points, int most, int longest, Say say)
    {
        if (points.Count == 0)
        {
            return null;
        }

        var list = CardText.Bullets([.. points.Take(most).Select(point => CardText.Plain(AnnouncementWords.Cut(point, longest, say)))]);
        return new(CardText.Markdown($"**{say.Text("announcement.whatToSay")}**\n\n{list}")) { Spacing = AdaptiveSpacing.Medium };
    }

    private static AdaptiveTextBlock? Links(AnnouncementView view) => Https(view.Content) is { Length: > 0 } links
        ? new(CardText.Join(CardText.Plain(" · "), [.. links.Take(MostLinks).Select(link => Link(link, view.Say))])) { Spacing = AdaptiveSpacing.Medium }
        : null;

    /// <summary>That Details say more than the card; null where they do not.</summary>
    public static string? More(AnnouncementView view) =>
        view.Text.TalkingPoints.Count > MostPoints || Https(view.Content).Length > MostLinks || IsCut(view.Text.Audience) || IsCut(view.Text.Offer)
            ? view.Say.Text("announcement.moreInDetails")
            : null;

    private static bool IsCut(string? text) => text?.Length > LongestText;

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
            Anatomy.Line(spacing, Anatomy.Labelled(say.Text(key, ("person", LeadWords.Cut(person, LongestPerson))), AnnouncementWords.Cut(text, longest, say)));
    }

    public static AdaptiveTextBlock Heading(string text) => new(CardText.Plain(text)) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium };
}
