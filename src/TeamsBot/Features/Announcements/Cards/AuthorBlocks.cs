using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>What became of an announcement, channel by channel where there is something to tell, and what people made of it.</summary>
internal static class AuthorBlocks
{
    private const int MostChannels = 12;
    private const int MostBehind = 5;
    private const int LongestChannel = 40;
    private const int LongestLink = 20;

    public static IEnumerable<AdaptiveElement?> Of(AuthorView view) =>
    [
        view.Announcement is { IsAnnounced: true, Draft: not null } ? Anatomy.Note(view.Say.Text("announcement.notYetPosted")) : null,
        Facts(view),
        .. view.Announcement.IsAnnounced ? Channels(view) : [],
        view.Announcement.RemindedAt is { } at ? Anatomy.Note(view.Say.Text("announcement.reminded", ("time", view.Moments.On(at))), AdaptiveSpacing.Medium) : null,
    ];

    public static AdaptiveFact? Budget(AuthorView view) => view is { MaySeeBudget: true, Content.Budget: { } budget }
        ? Anatomy.Fact(view.Say.Text("announcement.budgetShort"), AnnouncementWords.Money(budget.Amount, budget.Currency, view.Say))
        : null;

    /// <summary>Those who could have acknowledged it and have not.</summary>
    public static int Missing(AuthorView view) => Reached(view).Sum(channel => Math.Max(0, channel.Members - channel.GotIt));

    private static IEnumerable<ChannelProgress> Reached(AuthorView view) => view.Channels.Where(channel => channel.State is ChannelState.Posted or ChannelState.Uncertain);

    private static AdaptiveElement? Facts(AuthorView view) => Anatomy.Facts(
    [
        GotIt(view),
        Behind(view),
        Questions(view),
        .. view.Votes.Count == 0 ? [] : Links(view),
        Budget(view),
    ]);

    private static AdaptiveFact? GotIt(AuthorView view) => Reached(view).Sum(channel => channel.Members) is > 0 and var all
        ? Anatomy.Fact(view.Say.Text("announcement.gotItLabel"), view.Say.Text("announcement.outOf", ("got", Reached(view).Sum(channel => channel.GotIt)), ("all", all)))
        : null;

    // The channels in which the smallest share has acknowledged it.
    private static AdaptiveFact? Behind(AuthorView view)
    {
        var behind = Reached(view).Where(channel => channel.GotIt < channel.Members).OrderBy(channel => (double)channel.GotIt / channel.Members).ToArray();
        var shown = behind.Take(MostBehind).Select(channel => view.Say.Text(
            "announcement.outOfIn",
            ("channel", LeadWords.Cut(channel.Channel.Name, LongestChannel)),
            ("count", new Phrase(view.Say.Text("announcement.outOf", ("got", channel.GotIt), ("all", channel.Members))))));
        var more = behind.Length > MostBehind ? [view.Say.Text("announcement.more", ("count", behind.Length - MostBehind))] : Array.Empty<string>();
        return Anatomy.Fact(view.Say.Text("announcement.behind"), string.Join(view.Say.Text("list.semicolon"), shown.Concat(more)));
    }

    private static AdaptiveFact? Questions(AuthorView view) => view.Questions.Count == 0 ? null : Anatomy.Fact(
        view.Say.Text("announcement.questions"),
        view.Questions.Count(question => question.Answer is null) is > 0 and var open
            ? view.Say.Text("announcement.unanswered", ("open", open), ("all", view.Questions.Count))
            : view.Say.Text("announcement.allAnswered", ("all", view.Questions.Count)));

    private static IEnumerable<AdaptiveFact?> Links(AuthorView view) => AnnouncementBlocks.Https(view.Content).Select(link => Anatomy.Fact(
        AnnouncementWords.Cut(link.Title, LongestLink, view.Say),
        AnnouncementDetails.Counts([.. view.Votes.Where(vote => vote.Link == link.Key)], view.Say)));

    private static IEnumerable<AdaptiveElement> Channels(AuthorView view)
    {
        var told = view.Channels.Where(channel => channel.State != ChannelState.Posted).OrderBy(Order).ToArray();
        if (told.Length == 0)
        {
            yield break;
        }

        yield return AnnouncementBlocks.Heading(view.Say.Text("announcement.notPosted"));
        foreach (var element in told.Take(MostChannels).SelectMany((channel, at) => Channel(view, channel, at + 1)))
        {
            yield return element;
        }

        if (told.Length > MostChannels)
        {
            yield return Anatomy.Note(view.Say.Text("announcement.moreChannels", ("n", told.Length - MostChannels)));
        }
    }

    private static AdaptiveExecuteAction Again(AuthorView view, ChannelProgress channel, int number) => AnnouncementButtons.Button(
        view.Announcement, view.Say, $"announcement-again-{number}", "button.postAgain", AnnouncementVerbs.PostAgain, (AnnouncementVerbs.Channel, channel.Channel.Id));

    // What somebody may have to do something about comes first.
    private static int Order(ChannelProgress channel) => channel.State switch { ChannelState.Uncertain => 0, ChannelState.Refused => 1, _ => 2 };

    private static IEnumerable<AdaptiveElement> Channel(AuthorView view, ChannelProgress channel, int number)
    {
        var (name, known) = (AnnouncementWords.Cut(channel.Channel.Name, LongestChannel, view.Say), AuthorWords.Of(channel, view.Moments));
        return channel.State == ChannelState.Uncertain
            ? [Anatomy.Row(name, known, Again(view, channel, number)) with { Spacing = AdaptiveSpacing.Small }]
            : [Anatomy.Name(name) with { Spacing = AdaptiveSpacing.Small }, Anatomy.Note(known, AdaptiveSpacing.None)];
    }
}
