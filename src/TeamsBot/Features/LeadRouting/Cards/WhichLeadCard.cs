using TeamsBot.Domain.Leads;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.LeadRouting.Cards;

/// <summary>Which of several leads is meant.</summary>
public static class WhichLeadCard
{
    private const int MostLeads = 8;

    public static AdaptiveCard Render(Say say, string asked, IReadOnlyList<Lead> leads)
    {
        var title = say.Text("leadChoice.title", ("n", leads.Count));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("leadChoice.asked", ("text", LeadWords.Cut(asked, 60)))),
            Anatomy.Title(title),
            .. leads.Take(MostLeads).Select((lead, index) => Anatomy.Row(
                lead.Who(say).Text,
                Anatomy.Dotted(say.Given(lead.Country), say.Given(lead.Source)),
                Anatomy.Button($"route-{index}", say.Text("button.show"), RouteVerbs.Look, CardData.Of(("lead", lead.Id.Value))))),
            leads.Count > MostLeads ? Anatomy.Note(say.Text("leadChoice.more", ("n", leads.Count - MostLeads)), AdaptiveSpacing.Medium) : null,
        ];
        return Anatomy.Card(say, title, say.Text("leadChoice.spoken", ("n", leads.Count)), body);
    }
}
