using Azure;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A rep whose hands a handoff is on, and why it was routed there; by retries of the same request it is found again.</summary>
/// <param name="Route">Null where it was not routed to them: somebody chose them, or they took it.</param>
/// <param name="Day">The day whose limit it counts for; null with <paramref name="Route"/>.</param>
public sealed record Seat(PersonId Rep, LeadRoute? Route, LocalDate? Day, ETag ETag);

/// <summary>How the turns of a pool and the hands of its members stand.</summary>
/// <param name="Loads">Of the members that were asked for, in their order; null for those who are not counted yet.</param>
/// <param name="Seat">Of the handoff that was asked for.</param>
public sealed record RoutingRows(Stored<PoolTurns> Turns, IReadOnlyList<Stored<Workload>?> Loads, Seat? Seat);

/// <summary>
/// Whose turn it is and who has how much, in one partition a tenant: a turn, the load of the rep and the seat of the lead change together or
/// not at all, each under the ETag that was read. So no turn is taken twice and no limit is passed, however many route at once.
/// </summary>
public sealed class RoutingStore(ITables tables)
{
    private const int MaxAttempts = 60;

    public async Task<RoutingRows> LoadAsync(string tenant, string pool, IReadOnlyList<PersonId> members, HandoffId? handoff, CancellationToken cancel)
    {
        var partition = Keys.Join(tenant);
        List<TableKey> keys = [new(partition, RoutingRow.PoolKey(pool)), .. members.Select(member => new TableKey(partition, RoutingRow.LoadKey(member)))];
        if (handoff is { } id)
        {
            keys.Add(new(partition, RoutingRow.SeatKey(id)));
        }

        var rows = await tables.GetManyAsync(TableNames.Routing, keys, cancel);
        return new(
            rows[0] is { } turns ? new(RoutingRow.ReadTurns(turns), turns.ETag) : new(PoolTurns.None, default),
            [.. rows.Skip(1).Take(members.Count).Select(row => row is null ? null : new Stored<Workload>(RoutingRow.ReadLoad(row), row.ETag))],
            handoff is not null && rows[^1] is { } seat ? RoutingRow.ReadSeat(seat) : null);
    }

    /// <summary>Routes a handoff to the rep of its route; false when the turns, the rep's load or the seat changed since they were read.</summary>
    /// <param name="turns">As they are after the turn, under the ETag of before; null where it was nobody's turn.</param>
    public Task<bool> BookAsync(string tenant, HandoffId handoff, LeadRoute route, LocalDate day, Stored<Workload> load, Stored<PoolTurns>? turns, CancellationToken cancel)
    {
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.Add, RoutingRow.WriteSeat(tenant, handoff, route.Rep!.Id, route, day)),
            new(TableTransactionActionType.UpdateReplace, RoutingRow.WriteLoad(tenant, route.Rep.Id, load.Value.WithAnother(day)), load.ETag),
        ];
        if (turns is not null)
        {
            actions.Add(Put(RoutingRow.WriteTurns(tenant, route.Pool, turns.Value), turns.ETag));
        }

        return TrySubmitAsync(actions, cancel);
    }

    /// <summary>From now on every change of what somebody has is followed; does nothing where it is already.</summary>
    public Task BeginAsync(string tenant, PersonId rep, CancellationToken cancel) =>
        TrySubmitAsync([new(TableTransactionActionType.Add, RoutingRow.WriteLoad(tenant, rep, Workload.None))], cancel);

    /// <summary>What somebody had before that is counted as well.</summary>
    public Task CountedAsync(string tenant, PersonId rep, CancellationToken cancel) => RetryAsync(async () =>
        await tables.GetAsync(TableNames.Routing, Keys.Join(tenant), RoutingRow.LoadKey(rep), cancel) is not { } row
        || await TrySubmitAsync([new(TableTransactionActionType.UpdateReplace, RoutingRow.WriteLoad(tenant, rep, RoutingRow.ReadLoad(row) with { IsCounted = true }), row.ETag)], cancel));

    /// <summary>Brings it in line with the handoff whose hands it is on: nobody's (null), or somebody's who is counted.</summary>
    public Task FollowAsync(string tenant, HandoffId handoff, PersonId? rep, CancellationToken cancel) => RetryAsync(async () =>
    {
        var (seat, from, to) = await SeatAsync(tenant, handoff, rep, cancel);
        if (seat?.Rep == rep || (seat is null && to is null))
        {
            return true;
        }

        List<TableTransactionAction> actions = [];
        if (seat is not null)
        {
            actions.Add(to is null
                ? new(TableTransactionActionType.Delete, RoutingRow.WriteSeat(tenant, handoff, seat.Rep, null, null), seat.ETag)
                : new(TableTransactionActionType.UpdateReplace, RoutingRow.WriteSeat(tenant, handoff, rep!.Value, null, null), seat.ETag));
        }
        else
        {
            actions.Add(new(TableTransactionActionType.Add, RoutingRow.WriteSeat(tenant, handoff, rep!.Value, null, null)));
        }

        AddLoad(actions, tenant, seat?.Rep, from, load => load with { Open = load.Open - 1 });
        AddLoad(actions, tenant, rep, to, load => load with { Open = load.Open + 1 });
        return await TrySubmitAsync(actions, cancel);
    });

    /// <summary>Takes back the turn of a handoff that was never made. Does nothing where it has no seat.</summary>
    public Task TakeBackAsync(string tenant, HandoffId handoff, CancellationToken cancel) => RetryAsync(async () =>
    {
        var (seat, load, _) = await SeatAsync(tenant, handoff, to: null, cancel);
        if (seat is not { Route: { } route, Day: { } day })
        {
            return true;
        }

        List<TableTransactionAction> actions = [new(TableTransactionActionType.Delete, RoutingRow.WriteSeat(tenant, handoff, seat.Rep, null, null), seat.ETag)];
        AddLoad(actions, tenant, seat.Rep, load, known => known.WithoutTurn(day));
        if (route.Basis == RouteBasis.Turn && (await LoadAsync(tenant, route.Pool, [], handoff: null, cancel)).Turns is { Value: var turns, ETag: var etag } && etag != default)
        {
            actions.Add(new(TableTransactionActionType.UpdateReplace, RoutingRow.WriteTurns(tenant, route.Pool, turns.GivenBack(seat.Rep, day)), etag));
        }

        return await TrySubmitAsync(actions, cancel);
    });

    private async Task<(Seat? Seat, Stored<Workload>? From, Stored<Workload>? To)> SeatAsync(string tenant, HandoffId handoff, PersonId? to, CancellationToken cancel)
    {
        var partition = Keys.Join(tenant);
        var row = await tables.GetAsync(TableNames.Routing, partition, RoutingRow.SeatKey(handoff), cancel);
        var seat = row is null ? null : RoutingRow.ReadSeat(row);
        return (seat, await LoadAsync(seat?.Rep), await LoadAsync(to));

        async Task<Stored<Workload>?> LoadAsync(PersonId? rep) =>
            rep is { } id && await tables.GetAsync(TableNames.Routing, partition, RoutingRow.LoadKey(id), cancel) is { } load ? new(RoutingRow.ReadLoad(load), load.ETag) : null;
    }

    private static void AddLoad(List<TableTransactionAction> actions, string tenant, PersonId? rep, Stored<Workload>? load, Func<Workload, Workload> change)
    {
        if (load is not null)
        {
            actions.Add(new(TableTransactionActionType.UpdateReplace, RoutingRow.WriteLoad(tenant, rep!.Value, change(load.Value)), load.ETag));
        }
    }

    private static TableTransactionAction Put(TableEntity row, ETag etag) =>
        etag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, etag);

    private static async Task RetryAsync(Func<Task<bool>> attempt)
    {
        for (var i = 0; i < MaxAttempts; i++)
        {
            if (await attempt())
            {
                return;
            }
        }

        throw new TableException(TableError.Unavailable, $"Turns were changed by others {MaxAttempts} times in a row.");
    }

    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Routing, actions, cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }
}
