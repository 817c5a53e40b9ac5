using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>The audit of what was done with people's data. Rows are added and never changed; they hold hashes and counts, never what the data were.</summary>
public sealed class PrivacyStore(ITables tables)
{
    private const string Partition = "audit";

    /// <summary>Adds a deed; one that is there already stays as it is.</summary>
    public async Task AddAsync(PrivacyDeed deed, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Privacy, [new(TableTransactionActionType.Add, Write(deed))], cancel);
        }
        catch (TableException problem) when (problem.Error == TableError.AlreadyExists)
        {
            // The same work was done twice.
        }
    }

    /// <summary>All deeds, oldest first.</summary>
    public IAsyncEnumerable<PrivacyDeed> ReadAsync(CancellationToken cancel) =>
        tables.QueryAsync(TableNames.Privacy, TableRange.Partition(Partition), take: null, cancel).Select(Read);

    private static TableEntity Write(PrivacyDeed deed) => new(Partition, Keys.Join(Keys.Ticks(deed.At), deed.Action.ToString(), deed.Lead))
    {
        ["Action"] = deed.Action.ToString(),
        ["Lead"] = deed.Lead,
        ["Cause"] = deed.Cause?.ToString(),
        ["By"] = deed.By.Id.Value,
        ["ByName"] = deed.By.Name,
        ["At"] = deed.At.ToDateTimeOffset(),
        ["DoneAt"] = deed.DoneAt?.ToDateTimeOffset(),
        ["Handoffs"] = deed.Held.Handoffs,
        ["Cards"] = deed.Held.Cards,
        ["Deals"] = deed.Held.Deals,
        ["Terms"] = deed.Held.Terms,
    };

    private static PrivacyDeed Read(TableEntity row) => new(
        Enum.Parse<PrivacyAction>(row.GetString("Action")!),
        row.GetString("Lead")!,
        new PersonRef(new PersonId(row.GetString("By")!), row.GetString("ByName") ?? ""),
        row.GetInstant("At")!.Value,
        new(row.GetInt32("Handoffs")!.Value, row.GetInt32("Cards")!.Value, row.GetInt32("Deals")!.Value, row.GetInt32("Terms")!.Value))
    {
        Cause = row.GetString("Cause") is { } cause ? Enum.Parse<ErasureCause>(cause) : null,
        DoneAt = row.GetInstant("DoneAt"),
    };
}
