using System.Text.Json;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A join as a row; its cause as it also stands in the lead's own partition. Ids alone, nothing of the person.</summary>
internal static class JoinRow
{
    public static string Key(LeadId lead) => Keys.Join(lead.Value);

    public static TableEntity Write(string partition, Join join)
    {
        var row = new TableEntity(partition, Key(join.Lead))
        {
            ["Lead"] = join.Lead.Value,
            ["To"] = join.To?.Value,
            ["Copies"] = JsonSerializer.Serialize([.. join.Copies.Select(copy => copy.Value)], NoteIdsJson.Default.StringArray),
        };
        return join.Cause is { } cause ? WithCause(row, cause) : row;
    }

    public static Join Read(TableEntity row) => new(
        new(row.GetString("Lead")!),
        row.GetString("To") is { } to ? new(to) : null,
        row.GetString("One") is null ? null : ReadCause(row),
        [.. JsonSerializer.Deserialize(row.GetString("Copies")!, NoteIdsJson.Default.StringArray)!.Select(copy => new LeadId(copy))]);

    /// <summary>What is kept of a join in the partition of the lead that points: who, when and why; a row each time that it changes.</summary>
    public static TableEntity Audit(Join join, LeadId? before, NodaTime.Instant at)
    {
        var row = new TableEntity(LeadRow.PartitionKey(join.Lead), Keys.Join("join", Keys.Ticks(at), Guid.NewGuid().ToString("N")[..8])) { ["To"] = join.To?.Value, ["From"] = before?.Value, ["NotedAt"] = at.ToDateTimeOffset() };
        return join.Cause is { } cause ? WithCause(row, cause) : row;
    }

    public static string Write(IEnumerable<MatchReason> why) => string.Join(' ', why);

    public static IReadOnlyList<MatchReason> ReadWhy(string? why) => [.. (why ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(reason => Enum.Parse<MatchReason>(reason))];

    private static TableEntity WithCause(TableEntity row, JoinCause cause)
    {
        (row["One"], row["Other"], row["Why"]) = (cause.One.Value, cause.Other.Value, Write(cause.Why));
        (row["By"], row["ByName"], row["At"]) = (cause.By.Id.Value, cause.By.Name, cause.At.ToDateTimeOffset());
        return row;
    }

    private static JoinCause ReadCause(TableEntity row) => new(
        new(row.GetString("One")!),
        new(row.GetString("Other")!),
        ReadWhy(row.GetString("Why")),
        new PersonRef(new PersonId(row.GetString("By")!), row.GetString("ByName") ?? ""),
        row.GetInstant("At")!.Value);
}
