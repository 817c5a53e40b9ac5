using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>What was done latest after its target: whose lead it was, where, and how late.</summary>
internal static class SlaLatest
{
    public static IEnumerable<AdaptiveElement> Of(SlaStatusView view) => view.Report.Latest.Count == 0
        ? []
        :
        [
            Anatomy.Note(view.Say.Text("sla.latest"), AdaptiveSpacing.Medium) with { Weight = AdaptiveTextWeight.Bolder },
            .. view.Report.Latest.SelectMany(entry => new[] { Anatomy.Text(Who(view, entry), AdaptiveSpacing.Small), Anatomy.Note(How(view, entry), AdaptiveSpacing.None) }),
        ];

    private static string Who(SlaStatusView view, LedgerEntry entry) => view.Leads.TryGetValue(entry.Handoff.Lead, out var lead)
        ? lead.Who(view.Say).Text
        : view.Say.Text("lead.unnamed", ("id", LeadWords.Cut(entry.Handoff.Lead.Value, 28)));

    private static string How(SlaStatusView view, LedgerEntry entry)
    {
        var key = entry.Clock == ClockKind.Accept ? "sla.answeredLate" : "sla.contactedLate";
        return Anatomy.Dotted(view.ChannelName(entry.Channel), view.Say.Text(key, ("duration", view.Moments.InHours(entry.Late!.Value))));
    }
}
