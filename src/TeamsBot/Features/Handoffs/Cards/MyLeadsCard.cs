using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>A lead that the reader owns and has not closed.</summary>
/// <param name="Calendar">The working time that its clock counts.</param>
public sealed record MyLead(Handoff Handoff, Lead Lead, WorkingCalendar? Calendar = null);

/// <summary>A rep's open leads, those with the next deadline first.</summary>
public static class MyLeadsCard
{
    private const int MaxLeads = 8;

    public static AdaptiveCard Render(Moments moments, IReadOnlyList<MyLead> leads)
    {
        var say = moments.Say;
        if (leads.Count == 0)
        {
            var none = say.Text("myLeads.none");
            return Anatomy.Card(say, none, none, [Anatomy.Title(none), Anatomy.Text(say.Text("myLeads.noneHint"), AdaptiveSpacing.Small)]);
        }

        var title = say.Text("myLeads.title", ("n", leads.Count));
        var shown = leads.OrderBy(lead => lead.Handoff.State).ThenBy(lead => lead.Handoff.ContactBy).Take(MaxLeads).ToArray();
        AdaptiveElement?[] body =
        [
            Anatomy.Title(title),
            .. shown.Select((lead, index) => Row(moments, lead, index)),
            leads.Count > MaxLeads ? Anatomy.Note(say.Text("leadChoice.more", ("n", leads.Count - MaxLeads)), AdaptiveSpacing.Medium) : null,
        ];
        return Anatomy.Card(say, title, title, body);
    }

    private static AdaptiveColumnSet Row(Moments moments, MyLead mine, int index)
    {
        var say = moments.Say;
        var view = new HandoffView(mine.Handoff, mine.Lead, Audience.Owner, say, moments.Zone, moments.Now) { ShowZone = moments.ShowZone, Calendar = mine.Calendar };
        var next = DeadlineWords.Of(view) ?? StateWords.Of(view).Text;
        var data = CardData.Of(("handoff", mine.Handoff.Id.ToString()), ("v", mine.Handoff.Version));
        return Anatomy.Row(mine.Lead.Who(say).Text, next, Anatomy.Button($"lead-{index}", say.Text("button.show"), HandoffVerbs.View, data));
    }
}
