using System.Globalization;
using System.Text;
using NodaTime;
using TeamsBot.Domain.Operations;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>An item as a row: a shard by the item's key, and in it by the time that it is due.</summary>
internal static class WorkRow
{
    private const int ShardCount = 16;
    private const string ParkedPrefix = "parked|";

    /// <summary>The partitions of all items.</summary>
    public static IEnumerable<string> Shards => Enumerable.Range(0, ShardCount).Select(Shard);

    /// <summary>What is due in a shard, oldest first.</summary>
    public static TableRange Due(string shard, Instant now) => TableRange.Rows(shard, "", Keys.Ticks(now + Duration.FromTicks(1)));

    /// <summary>What is parked in a shard, oldest first. It sorts behind all that is due at any time.</summary>
    public static TableRange Parked(string shard) => TableRange.RowsStartingWith(shard, ParkedPrefix);

    /// <summary>Whether a row of the queue holds a parked item.</summary>
    public static bool IsParked(string row) => row.StartsWith(ParkedPrefix, StringComparison.Ordinal);

    // The last part keeps two items of the same tick apart. The item's key stays out of it: a lead's id of the greatest
    // length that a partition takes would not fit beside the time.
    public static WorkItem Place(WorkItem item) => item with
    {
        Partition = Shard(ShardOf(item.Key)),
        Row = Keys.Join(Keys.Ticks(item.Due), item.Kind, Guid.NewGuid().ToString("N")),
    };

    public static TableTransactionAction Add(WorkItem placed) => new(TableTransactionActionType.Add, Write(placed));

    /// <summary>A parked item's row, in the shard that the item is in, so that it is moved in one transaction.</summary>
    public static TableTransactionAction Add(ParkedItem parked)
    {
        var item = parked.Item;
        var row = Write(item with { Row = Keys.Join("parked", Keys.Ticks(parked.At), item.Kind, Guid.NewGuid().ToString("N")) });
        (row["ParkedAt"], row["Reason"], row["Error"]) = (parked.At.ToDateTimeOffset(), parked.Reason.ToString(), parked.Error);
        return new(TableTransactionActionType.Add, row);
    }

    public static ParkedItem ReadParked(TableEntity row) =>
        new(Read(row), Time(row, "ParkedAt")!.Value, Enum.Parse<ParkingReason>(row.GetString("Reason")!), row.GetString("Error")!);

    public static TableTransactionAction Delete(WorkItem item) =>
        new(TableTransactionActionType.Delete, new TableEntity(item.Partition, item.Row), item.ETag);

    public static WorkItem Read(TableEntity row) => new(
        row.GetString("Kind")!,
        row.GetString("Key")!,
        Time(row, "Due")!.Value,
        Time(row, "PlannedFor") ?? Time(row, "Due")!.Value, // An older version did not write it.
        Time(row, "PlannedAt")!.Value,
        row.GetInt32("Attempts")!.Value)
    {
        Trace = row.GetString("Trace"),
        Partition = row.PartitionKey,
        Row = row.RowKey,
        ETag = row.ETag,
    };

    private static TableEntity Write(WorkItem item) => new(item.Partition, item.Row)
    {
        ["Kind"] = item.Kind,
        ["Key"] = item.Key,
        ["Due"] = item.Due.ToDateTimeOffset(),
        ["PlannedFor"] = item.PlannedFor.ToDateTimeOffset(),
        ["PlannedAt"] = item.PlannedAt.ToDateTimeOffset(),
        ["Attempts"] = item.Attempts,
        ["Trace"] = item.Trace,
    };

    private static Instant? Time(TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } time ? Instant.FromDateTimeOffset(time) : null;

    private static string Shard(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    // Stable over processes and versions, unlike string.GetHashCode (FNV-1a).
    private static int ShardOf(string key)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ b) * 16777619u;
        }

        return (int)(hash % ShardCount);
    }
}
