using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// The ledgers of all handoffs in the order of time, with a row for each request, number 0. It follows the handoffs a
/// moment later; a row that is in it already is not added again. The lead is noted with them for those who follow changes.
/// </summary>
public sealed class JournalStore(ITables tables, TimeProvider time)
{
    private const int Shards = 16;

    /// <summary>Adds what is new of a handoff.</summary>
    public async Task FollowAsync(Handoff handoff, CancellationToken cancel)
    {
        var (partition, key) = (Keys.Join(handoff.Id.Lead.Value), Keys.Join("journal", Keys.Number(handoff.Id.Number)));
        var marker = await tables.GetAsync(TableNames.Leads, partition, key, cancel);
        var known = marker?.GetInt32("Rows") ?? -1;
        if (known >= handoff.LedgerRows)
        {
            await FollowOthersAsync(handoff, marker!, cancel);
            return;
        }

        List<LedgerEntry> entries = [];
        if (known < 0)
        {
            entries.Add(Request(handoff));
            known = 0;
        }

        await foreach (var row in tables.QueryAsync(TableNames.Leads, LedgerRow.Range(handoff.Id, known), take: null, cancel))
        {
            entries.Add(LedgerRow.Read(row));
        }

        await AddAsync(entries, cancel);
        await MarkAsync(Marker(handoff, partition, key, entries[^1].Number), marker, cancel);
    }

    /// <summary>What happened from one moment to another, which is excluded; in the order of hours.</summary>
    public async IAsyncEnumerable<LedgerEntry> ReadAsync(Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var range = new TableRange(Hour(from), Hour(to) + "~", "", null);
        await foreach (var row in tables.QueryAsync(TableNames.Journal, range, take: null, cancel))
        {
            var entry = LedgerRow.Read(row);
            if (entry.At >= from && entry.At < to)
            {
                yield return entry;
            }
        }
    }

    private static LedgerEntry Request(Handoff handoff) =>
        LedgerEntry.Of(handoff, HandoffAction.Request, handoff.RequestedBy, handoff.RequestedAt) with { Number = 0, Owner = null, Before = "" };

    private static TableEntity Marker(Handoff handoff, string partition, string key, int rows) =>
        new(partition, key) { ["Rows"] = rows, ["Owner"] = handoff.Owner?.Name, ["Noted"] = handoff.Feedback?.Version };

    // Giving a lead to a colleague is no acknowledgement and has no row, nor has what the owner notes; figures change all the same.
    private async Task FollowOthersAsync(Handoff handoff, TableEntity marker, CancellationToken cancel)
    {
        if ((handoff.Owner is { } owner && owner.Name != marker.GetString("Owner")) || handoff.Feedback?.Version > (marker.GetInt32("Noted") ?? 0))
        {
            await new ChangeNotes(tables, time).ChangedAsync(NotedRecords.Leads, [handoff.Id.Lead.Value], cancel);
            await MarkAsync(Marker(handoff, marker.PartitionKey, marker.RowKey, marker.GetInt32("Rows")!.Value), marker, cancel);
        }
    }

    private async Task AddAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancel)
    {
        var note = new ChangeNotes(tables, time).Changed(NotedRecords.Leads, [entries[0].Handoff.Lead.Value]);
        var outcomes = await tables.SubmitManyAsync(
            [.. entries.Select(entry => new TableTransaction(TableNames.Journal, [new(TableTransactionActionType.Add, Write(entry))])), note], cancel);
        if (outcomes.FirstOrDefault(outcome => outcome is not null && outcome.Error != TableError.AlreadyExists) is { } problem)
        {
            throw problem;
        }
    }

    private async Task MarkAsync(TableEntity marker, TableEntity? before, CancellationToken cancel)
    {
        try
        {
            var action = before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, marker)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, marker, before.ETag);
            await tables.SubmitAsync(TableNames.Leads, [action], cancel);
        }
        catch (TableException problem) when (problem.IsConflict)
        {
            // Somebody else added the same rows meanwhile, or more.
        }
    }

    private static TableEntity Write(LedgerEntry entry)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes(entry.Handoff.ToString()));
        var shard = (id[0] % Shards).ToString("D2", CultureInfo.InvariantCulture);
        return LedgerRow.Write(
            entry,
            Keys.Join(Hour(entry.At), shard),
            Keys.Join(Keys.Ticks(entry.At), Convert.ToHexStringLower(id.AsSpan(0, 12)), Keys.Number(entry.Number)));
    }

    private static string Hour(Instant at) => at.ToDateTimeUtc().ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
}
