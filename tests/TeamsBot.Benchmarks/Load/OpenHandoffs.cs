using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Benchmarks.Load;

/// <summary>
/// Handoffs whose clocks run, as the bot leaves them in the store: each with its card in a thread of its own, and the timer of its first
/// reminder. They count at every hour of the day, so that it does not matter when the measurement is taken.
/// </summary>
internal sealed class OpenHandoffs(ITables tables, Organisations organisations)
{
    private const int Batch = 1_000;

    // The store writes what waits in one commit, so that many at once are what a bulk of them would be.
    private const int AtOnce = 512;

    private static readonly SlaAgreement Agreement = SlaAgreement.Initial(DateTimeZone.Utc) with
    {
        Version = 1,
        WorkingTimes = new Dictionary<string, WorkingCalendar> { [SlaAgreement.DefaultWorkingTime] = WorkingCalendar.Always(DateTimeZone.Utc) },
        Quiet = null,
    };

    private static readonly Terms Terms = new(Agreement);

    private readonly AgreementStore agreements = new(tables, new PeopleStore(tables));
    private readonly HandoffStore handoffs = new(tables);
    private readonly CopyStore copies = new(tables, TimeProvider.System);
    private readonly WorkQueue queue = new(tables, TimeProvider.System);

    /// <summary>What all tenants agreed on; before any handoff.</summary>
    public async Task AgreeAsync(CancellationToken cancel)
    {
        for (var tenant = 0; tenant < organisations.Tenants; tenant++)
        {
            await agreements.AddAsync(Organisations.Tenant(tenant), Agreement, cancel);
        }
    }

    /// <summary>So many whose first reminder is hours away.</summary>
    public Task AddAsync(int count, CancellationToken cancel) => AddAsync("open", Enumerable.Repeat(TimeProvider.System.Now, count), Tier.Cold, cancel);

    /// <summary>One for each moment, at which its first reminder is due; the id of its thread by number.</summary>
    public async Task<IReadOnlyList<string>> AddDueAsync(IReadOnlyList<Instant> reminders, CancellationToken cancel)
    {
        var before = Agreement.Hot.Accept * (Agreement.Reminders[0] / 100.0);
        await AddAsync("due", reminders.Select(at => at - before), Tier.Hot, cancel);
        return [.. reminders.Select((_, number) => Thread("due", number))];
    }

    private async Task AddAsync(string series, IEnumerable<Instant> requested, Tier tier, CancellationToken cancel)
    {
        foreach (var batch in requested.Index().Chunk(Batch))
        {
            // Past the store, which would have them compared with each other: all of them are called the same.
            await tables.SubmitManyAsync([.. batch.Select(one => new TableTransaction(TableNames.Leads, [new(TableTransactionActionType.Add, LeadRow.Write(SampleLeads.Lead(Id(series, one.Index).Lead.Value)))]))], cancel);
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (one, token) =>
                await HandOverAsync(series, one.Index, one.Item, tier, token));
        }
    }

    private async Task HandOverAsync(string series, int number, Instant at, Tier tier, CancellationToken cancel)
    {
        var (id, tenant) = (Id(series, number), number % organisations.Tenants);
        var lead = await handoffs.LeadAsync(id.Lead, cancel);
        var handoff = HandoffDecisions.Request(id, Organisations.Tenant(tenant), Organisations.Channel(tenant), tier, PersonRef.Intake, at, Terms);
        if (!await handoffs.AddAsync(handoff, lead!.Value, lead.ETag, "benchmark", cancel))
        {
            throw new InvalidOperationException("A prepared handoff was not stored.");
        }

        await copies.SaveAsync(id, new(new(Audience.Channel, null), Thread(series, number), "1", handoff.Version, default), cancel);
        await queue.PlanAsync(HandoffChanges.ClockKind, id.ToString(), handoff.NextStep(Terms)!.Value, cancel);
    }

    private string Thread(string series, int number) => $"{Organisations.Channel(number % organisations.Tenants)};messageid={series}-{number}";

    private static HandoffId Id(string series, int number) => new(new($"{series}-{number}"), 1);
}
