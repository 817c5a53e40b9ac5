using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Privacy;

/// <summary>
/// The daily look for leads that were kept for long enough. It goes on stretch by stretch from where it came to, on whichever instance;
/// of several items for one day all but one find nothing left to do and end.
/// </summary>
public sealed class RetentionRound(
    RetentionStore store, DossierStore dossiers, Erasures erasures, WorkQueue queue, IOptions<RetentionOptions> options, TimeProvider time) : IWorkHandler
{
    // Read well within a lease on either engine; and as many as are erased in a short while.
    private const int MostRows = 20_000;
    private const int MostOld = 50;

    // An hour when most of the organisations that use one store are asleep, whichever their zone: the look reads all leads.
    private static readonly LocalTime Begin = new(2, 30);

    private static readonly Duration Pause = Duration.FromSeconds(30);

    public string Kind => Erasures.RetentionKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        var (state, today) = (await store.LoadAsync(cancel), time.Now.InUtc().Date);
        if (options.Value.Read() is not { } retention || !LocalDatePattern.Iso.Parse(item.Key).TryGetValue(default, out var day) || state.Value.Day >= day)
        {
            return WorkOutcome.Done;
        }

        var stretch = await store.LookAsync(state.Value.Cursor, (lead, handoffs, stored) => retention.IsOver(lead, handoffs, stored, today), MostRows, MostOld, cancel);
        foreach (var lead in stretch.Old)
        {
            await ForgetAsync(lead, retention, today, cancel);
        }

        return stretch.Cursor is { } cursor ? await GoOnAsync(state, cursor, cancel) : await EndAsync(state, today, cancel);
    }

    /// <summary>Plans a look, for a bot that starts: the work of the days before may have ended while nothing was configured.</summary>
    public Task<WorkItem> PlanAsync(CancellationToken cancel) => queue.PlanAsync(Erasures.RetentionKind, LocalDatePattern.Iso.Format(time.Now.InUtc().Date), time.Now, cancel);

    private async Task<WorkOutcome> GoOnAsync(Stored<RetentionState> state, string cursor, CancellationToken cancel) =>
        await store.SaveAsync(state, state.Value with { Cursor = cursor }, cancel) ? WorkOutcome.Until(time.Now + Pause) : WorkOutcome.Later;

    // The next day's work first: a crash in between leaves an item too many, not one too few.
    private async Task<WorkOutcome> EndAsync(Stored<RetentionState> state, LocalDate today, CancellationToken cancel)
    {
        var tomorrow = today.PlusDays(1);
        var next = await queue.PlanAsync(Erasures.RetentionKind, LocalDatePattern.Iso.Format(tomorrow), (tomorrow + Begin).InUtc().ToInstant(), cancel);
        if (!await store.SaveAsync(state, new(today, Cursor: ""), cancel))
        {
            await queue.CompleteAsync(next, cancel);
        }

        return WorkOutcome.Done;
    }

    // A sale under way, or one of late, keeps its lead; and whoever came in again, under another id, keeps all that they have.
    private async Task ForgetAsync(LeadId lead, Retention retention, LocalDate today, CancellationToken cancel)
    {
        var dossier = await dossiers.FindAsync(lead, cancel);
        foreach (var member in dossier?.Joined.Prepend(lead) ?? [])
        {
            if (await dossiers.FindAsync(member, cancel) is { Erased: null } held && !IsOver(held, retention, today))
            {
                return;
            }
        }

        if (dossier is not null)
        {
            await erasures.PlanAsync(new(new(lead, ErasureCause.Age, PersonRef.Baton, time.Now)), cancel);
        }
    }

    private static bool IsOver(LeadDossier held, Retention retention, LocalDate today) =>
        retention.IsOver(LeadRow.Read(held.Lead), held.Handoffs, Instant.FromDateTimeOffset(held.Lead.Timestamp), today)
        && held.Deals.Select(DealRow.Read).All(deal => IsOver(deal, retention, today));

    private static bool IsOver(Deal deal, Retention retention, LocalDate today) =>
        deal.Status != DealStatus.Open && ((Instant?[])[deal.OpenedAt, deal.ClosedAt]).OfType<Instant>().All(at => retention.IsOver(at, today));
}

/// <summary>Begins the daily look where leads are not kept for ever.</summary>
internal sealed class RetentionStart(RetentionRound round, IOptions<RetentionOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => options.Value.Read() is null ? Task.CompletedTask : round.PlanAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
