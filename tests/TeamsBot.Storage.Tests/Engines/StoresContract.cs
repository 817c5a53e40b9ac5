using Azure;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Handoffs;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Storage.Tests.Engines;

/// <summary>Stores on tables of their own, with a clock that stands still, for tests that run on every engine.</summary>
public abstract class StoresContract(Func<Engine> open) : IAsyncLifetime
{
    protected static readonly CancellationToken None = CancellationToken.None;
    protected static readonly Actor Rita = Rep("rita");
    protected static readonly Actor Omar = Rep("omar");
    protected static readonly Actor Mark = new(new PersonRef(new PersonId("mark"), "Mark"), Roles.Marketer);

    private readonly Engine engine = open();

    protected OwnTables Tables => field ??= new OwnTables(engine.Tables);

    protected ManualClock Clock { get; } = new();

    protected Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    protected HandoffStore Handoffs => new(Tables);

    protected WorkQueue Queue => new(Tables, Clock);

    protected AgreementStore Agreements => new(Tables, new PeopleStore(Tables));

    protected HandoffChanges Changes => ChangesOn.Handoffs(Tables, Clock);

    public Task InitializeAsync() => Tables.CreateAsync(TableNames.All, None);

    public Task DisposeAsync() => engine.CloseAsync();

    protected static Actor Rep(string name) => new(new PersonRef(new PersonId(name), name), Roles.Rep);

    protected async Task<Stored<Lead>> AddLeadAsync(string id = "lead-7")
    {
        var lead = new Lead(new LeadId(id)) { Name = "Ada Lovelace", Stage = FunnelStage.Intent, Score = 70 };
        await Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Add, LeadRow.Write(lead))], None);
        return (await Handoffs.LeadAsync(lead.Id, None))!;
    }

    /// <summary>A lead that was handed over and waits.</summary>
    protected async Task<StoredHandoff> AddHandoffAsync(string lead = "lead-7", int number = 1)
    {
        var stored = await AddLeadAsync(lead);
        return await AddHandoffAsync(AllDay.Request(new(stored.Value.Id, number), "19:sales", Tier.Warm, Mark.Person, Now), stored);
    }

    protected async Task<StoredHandoff> AddHandoffAsync(Handoff handoff, Stored<Lead> lead)
    {
        Assert.True(await Handoffs.AddAsync(handoff, lead.Value, lead.ETag, "activity-0", None));
        return (await Handoffs.LoadAsync(handoff.Id, None))!;
    }

    /// <summary>What another process does to a lead: a row of its own version.</summary>
    protected async Task ImportAsync(LeadId id, string name)
    {
        var change = new TableEntity(LeadRow.PartitionKey(id), LeadRow.RowKey) { [nameof(Lead.Name)] = name };
        await Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.UpdateMerge, change, ETag.All)], None);
    }

    protected async Task<IReadOnlyList<TableEntity>> RowsAsync(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Tables.QueryAsync(table, TableRange.Everything, take: null, None))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>What is due now, claimed: all of it unless a test asks for less.</summary>
    protected async Task<IReadOnlyList<WorkItem>> ClaimAsync(WorkQueue? queue = null, int most = 1000)
    {
        var items = new List<WorkItem>();
        await foreach (var item in (queue ?? Queue).ClaimDueAsync(most, None))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>So many at once, started together.</summary>
    protected static async Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable.Range(0, count).Select(number => Task.Run(async () =>
        {
            await start.Task;
            return await act(number);
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(running);
    }
}
