using TeamsBot.Domain.Sla;
using TeamsBot.Hosting.Files;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>How the agreement was kept, and the ledger that says so: each reader is shown what they may see.</summary>
public sealed class SlaCommands(SlaJournal journal, LeadStore leads, FileOffer offer)
{
    public async Task<Reply> StatusAsync(Turn turn, Command.SlaStatus command, CancellationToken cancel)
    {
        if (SlaScope.Of(turn.Organisation, turn.Person) is not { } scope)
        {
            return Refused(turn);
        }

        var days = DaysOf(turn, command.Period);
        var (report, before) = await CountAsync(turn, scope, days, cancel);
        var named = await leads.GetManyAsync(report.Latest.Select(entry => entry.Handoff.Lead).Distinct(), cancel);
        return Reply.Card(SlaStatusCard.Render(new(turn.Moments, turn.Organisation, command.Period, days, report)
        {
            Before = before,
            Only = scope.Only,
            Leads = named.ToDictionary(lead => lead.Id),
        }));
    }

    public Task<Reply> ExportAsync(Turn turn, Command.ExportSla command, CancellationToken cancel) => OfferAsync(turn, DaysOf(turn, command.Period), cancel);

    public async Task<AdaptiveCardInvokeResponse> ExportAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DaySpan.Parse(input.Text("days")) is { } days ? (await OfferAsync(turn, days, cancel)).ToInvoke() : Answer.Unknown(turn);

    private async Task<Reply> OfferAsync(Turn turn, DaySpan days, CancellationToken cancel) =>
        Reply.Text(await offer.MakeAsync(turn, SlaFile.Of(days), cancel));

    // The time before is read along: it lies side by side with the period.
    private async Task<(SlaReport Report, SlaFigures? Before)> CountAsync(Turn turn, SlaScope scope, DaySpan days, CancellationToken cancel)
    {
        var (zone, earlier) = (turn.Organisation.TimeZone, days.Before());
        var (tally, before, start) = (new SlaTally(), new SlaTally(), days.StartIn(zone));
        await foreach (var entry in journal.ReadAsync(scope, earlier is null ? days : days with { From = earlier.From }, zone, cancel))
        {
            (entry.At < start ? before : tally).Add(entry);
        }

        return (tally.Report(), earlier is null ? null : before.Report().Total);
    }

    private static DaySpan DaysOf(Turn turn, ReportPeriod period) => DaySpan.Of(period, turn.Now.InZone(turn.Organisation.TimeZone).Date);

    private static Reply Refused(Turn turn) => Reply.Text(turn.Say.Text("refused.sla"));
}
