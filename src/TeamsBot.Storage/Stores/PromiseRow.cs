using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A month of the promise, a row of its ledger and the end of that ledger as rows of the organisation's agreement.</summary>
internal static class PromiseRow
{
    public const string ChainKey = "kept";
    public const string LedgerPrefix = "kept|";

    public static string MonthKey(YearMonth month) => Keys.Join("promise", PromiseMonth.Write(month));

    public static TableEntity Write(PromiseMonth month) => new(Keys.Join(month.Tenant), MonthKey(month.Month))
    {
        ["Zone"] = month.Zone.Id,
        ["Done"] = month.Done,
        ["PlannedFor"] = month.PlannedFor?.ToDateTimeOffset(),
        ["Notices"] = JsonSerializer.Serialize([.. month.Notices.Select(Told.Of)], PromiseJson.Default.ToldArray),
        ["CountedUntil"] = month.Tally?.Until.ToDateTimeOffset(),
        ["Leads"] = month.Tally?.Leads,
        ["Accepted"] = month.Tally?.Accepted,
        ["Rejected"] = month.Tally?.Rejected,
    };

    public static PromiseMonth Read(TableEntity row, string tenant, YearMonth month) => new(tenant, month, DateTimeZoneProviders.Tzdb[row.GetString("Zone")!])
    {
        Done = row.GetInt32("Done")!.Value,
        PlannedFor = HandoffRow.At(row, "PlannedFor"),
        Notices = [.. JsonSerializer.Deserialize(row.GetString("Notices")!, PromiseJson.Default.ToldArray)!.Select((told, index) => told.ToNotice(index + 1))],
        Tally = HandoffRow.At(row, "CountedUntil") is { } until
            ? new(until, row.GetInt32("Leads")!.Value, row.GetInt32("Accepted")!.Value, row.GetInt32("Rejected")!.Value)
            : null,
    };

    public static TableEntity Write(PromiseEntry entry) => new(Keys.Join(entry.Tenant), Keys.Join("kept", Keys.Number(entry.Number)))
    {
        ["Number"] = entry.Number,
        ["Month"] = PromiseMonth.Write(entry.Month),
        ["Kind"] = entry.Kind.ToString(),
        ["At"] = entry.At.ToDateTimeOffset(),
        ["Value"] = entry.Value,
        ["Promised"] = entry.Promised,
        ["Kept"] = entry.Kept,
        ["Agreement"] = entry.Agreement,
        ["Before"] = entry.Before,
        ["Hash"] = entry.Hash,
    };

    public static PromiseEntry ReadEntry(TableEntity row, string tenant) => new(
        tenant,
        row.GetInt32("Number")!.Value,
        PromiseMonth.Read(row.GetString("Month")!)!.Value,
        Enum.Parse<PromiseKind>(row.GetString("Kind")!),
        HandoffRow.At(row, "At")!.Value)
    {
        Value = row.GetInt32("Value"),
        Promised = row.GetInt32("Promised")!.Value,
        Agreement = row.GetInt32("Agreement")!.Value,
        Before = row.GetString("Before")!,
    };

    /// <summary>As the check of the chain takes it. A row that somebody made unreadable, or that would be written otherwise, has no hash that could be right.</summary>
    public static ChainedRow Chained(TableEntity row, string tenant)
    {
        try
        {
            var entry = ReadEntry(row, tenant);
            return new(entry.Before, entry.Hash, row.GetBoolean("Kept") == entry.Kept ? row.GetString("Hash") : null);
        }
        catch (Exception)
        {
            return new("", "", Stored: null);
        }
    }

    public static TableEntity Write(string tenant, PromiseChain chain) =>
        new(Keys.Join(tenant), ChainKey) { ["Rows"] = chain.Rows, ["Hash"] = chain.Hash };

    public static PromiseChain ReadChain(TableEntity? row) => row is null ? PromiseChain.Empty : new(row.GetInt32("Rows")!.Value, row.GetString("Hash")!);
}

/// <summary>A notice as it is stored; its number is its place.</summary>
internal sealed record Told(int Percent, DateTimeOffset At, PromiseCounts Counts, Promise Promise, int Agreement)
{
    public static Told Of(PromiseNotice notice) => new(notice.Percent, notice.At.ToDateTimeOffset(), notice.Counts, notice.Promise, notice.Agreement);

    public PromiseNotice ToNotice(int number) => new(number, Percent, Instant.FromDateTimeOffset(At), Counts, Promise, Agreement);
}

[JsonSerializable(typeof(Told[]))]
internal sealed partial class PromiseJson : JsonSerializerContext;
