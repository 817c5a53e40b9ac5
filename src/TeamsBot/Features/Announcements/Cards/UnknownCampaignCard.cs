using TeamsBot.Domain.Campaigns;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>Leads name a campaign that nobody announced.</summary>
internal static class UnknownCampaignCard
{
    private const int LongestName = 80;

    /// <param name="isPersonal">In somebody's own chat, where announcements are written.</param>
    public static AdaptiveCard Render(string name, Say say, bool isPersonal)
    {
        var (state, shown) = (say.Text("campaigns.unknown"), say.Value(LeadWords.Cut(name, LongestName)));
        var text = say.Text(isPersonal ? "campaigns.unknownAsk" : "campaigns.unknownAskThere", ("command", say.Phrase("announcement.say")));
        AdaptiveElement?[] body = [Anatomy.State(state), Anatomy.Title(shown), Anatomy.Text(text, AdaptiveSpacing.Small)];
        var summary = LeadWords.Cut(say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(shown))), 95);
        return isPersonal
            ? Anatomy.Card(say, summary, text, body, Anatomy.Button("campaign-announce", say.Text("button.announce"), AnnouncementVerbs.Begin, CardData.Of((AnnouncementForm.Name, name))))
            : Anatomy.Card(say, summary, text, body);
    }
}
