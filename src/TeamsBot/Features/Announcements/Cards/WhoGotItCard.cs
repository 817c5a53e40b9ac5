using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>Who of one channel has acknowledged an announcement, and who has not.</summary>
public static class WhoGotItCard
{
    private const int MostNames = 40;
    private const int LongestName = 40;

    public static AdaptiveCard Render(AnnouncementView view, ChannelProgress channel)
    {
        var (say, missing) = (view.Say, channel.Missing);
        var state = say.Text("announcement.gotIt", ("got", channel.GotIt), ("all", channel.Members));
        AdaptiveElement?[] body =
        [
            missing.Count == 0 && channel.Members > 0 ? Anatomy.DoneState(state) : Anatomy.State(state),
            AnnouncementBlocks.Title(view),
            Anatomy.Subtle(say.Given(channel.Channel.Name)),
            .. missing.Count == 0 ? [Anatomy.Text(say.Text(channel.Members == 0 ? "announcement.nobodyHere" : "announcement.everybody"))] : Missing(channel, say),
        ];
        var spoken = AnnouncementWords.Spoken(say, state, AnnouncementWords.Name(view.Content, say));
        return Anatomy.Card(say, AnnouncementWords.Summary(state, view.Content, say), spoken, body, AnnouncementButtons.Back(view));
    }

    private static AdaptiveElement?[] Missing(ChannelProgress channel, Say say) =>
    [
        AnnouncementBlocks.Heading(say.Text("announcement.notYet", ("count", channel.Missing.Count))),
        Anatomy.Text(string.Join(say.Text("list.comma"), channel.Missing.Take(MostNames).Select(person => AnnouncementWords.Cut(person.Name, LongestName, say))), AdaptiveSpacing.Small),
        channel.Missing.Count > MostNames ? Anatomy.Note(say.Text("announcement.more", ("count", channel.Missing.Count - MostNames))) : null,
    ];
}
