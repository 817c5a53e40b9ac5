using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A row of the ledger, in its lead's partition and in the journal; added once and never changed.</summary>
internal static class LedgerRow
{
    public const string Prefix = "ack|";

    public static string Key(HandoffId id, int number) => Keys.Join("ack", Keys.Number(id.Number), Keys.Number(number));

    /// <summary>The rows of a handoff after one of them.</summary>
    public static TableRange Range(HandoffId id, int after) =>
        TableRange.Rows(Keys.Join(id.Lead.Value), Key(id, after + 1), Keys.Join("ack", Keys.Number(id.Number)) + "|~");

    public static TableEntity Write(LedgerEntry entry) => Write(entry, Keys.Join(entry.Handoff.Lead.Value), Key(entry.Handoff, entry.Number));

    public static TableEntity Write(LedgerEntry entry, string partition, string key)
    {
        var row = new TableEntity(partition, key)
        {
            ["LeadId"] = entry.Handoff.Lead.Value,
            ["Handoff"] = entry.Handoff.Number,
            ["Number"] = entry.Number,
            ["Tenant"] = entry.Tenant,
            ["Channel"] = entry.Channel,
            ["Tier"] = entry.Tier.ToString(),
            ["RequestedAt"] = entry.RequestedAt.ToDateTimeOffset(),
            ["Action"] = entry.Action.ToString(),
            ["At"] = entry.At.ToDateTimeOffset(),
            ["Clock"] = entry.Clock?.ToString(),
            ["End"] = entry.End?.ToString(),
            ["ElapsedTicks"] = entry.Elapsed.BclCompatibleTicks,
            ["TargetTicks"] = entry.Target?.BclCompatibleTicks,
            ["Met"] = entry.Met,
            ["Agreement"] = entry.Agreement,
            ["Before"] = entry.Before,
            ["Hash"] = entry.Hash,
        };
        HandoffRow.WritePerson(row, "By", entry.By);
        HandoffRow.WritePerson(row, "Owner", entry.Owner);
        return row;
    }

    /// <summary>The entry as it was written; null when the row is not what it and its hash make, whoever changed what.</summary>
    public static LedgerEntry? ReadUnaltered(TableEntity row) =>
        TryRead(row) is { } entry && IsSame(Write(entry, row.PartitionKey, row.RowKey), row) ? entry : null;

    /// <summary>Null when the row cannot be read, since somebody changed it.</summary>
    public static LedgerEntry? TryRead(TableEntity row)
    {
        try
        {
            return Read(row) is { By: not null, Tenant: not null, Channel: not null, Before: not null } entry ? entry : null;
        }
        catch (Exception)
        {
            // Whatever somebody wrote into the row: it is not one of ours any more.
            return null;
        }
    }

    public static LedgerEntry Read(TableEntity row) => new(
        new HandoffId(new LeadId(row.GetString("LeadId")!), row.GetInt32("Handoff")!.Value),
        row.GetInt32("Number")!.Value,
        Enum.Parse<HandoffAction>(row.GetString("Action")!),
        HandoffRow.ReadPerson(row, "By")!,
        HandoffRow.At(row, "At")!.Value)
    {
        Tenant = row.GetString("Tenant")!,
        Channel = row.GetString("Channel")!,
        Tier = Enum.Parse<Tier>(row.GetString("Tier")!),
        RequestedAt = HandoffRow.At(row, "RequestedAt")!.Value,
        Owner = HandoffRow.ReadPerson(row, "Owner"),
        Clock = row.GetString("Clock") is { } clock ? Enum.Parse<ClockKind>(clock) : null,
        End = row.GetString("End") is { } end ? Enum.Parse<ClockEnd>(end) : null,
        Elapsed = Duration.FromTicks(row.GetInt64("ElapsedTicks")!.Value),
        Target = row.GetInt64("TargetTicks") is { } target ? Duration.FromTicks(target) : null,
        Met = row.GetBoolean("Met"),
        Agreement = row.GetInt32("Agreement")!.Value,
        Before = row.GetString("Before")!,
    };

    // Column by column: a value may be written in another way and read as the same.
    private static bool IsSame(TableEntity written, TableEntity found) =>
        written.Count == found.Count && written.All(column => column.Value.Equals(found[column.Key]));
}
