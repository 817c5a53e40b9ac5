using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Tells one store from another, so that what was derived from one is not taken for the other's.</summary>
internal sealed class StoreIdentity(ITables tables)
{
    private const string Partition = "store";
    private const string Row = "identity";
    private const string Id = "Id";

    /// <summary>The store's id; drawn when it is asked for first.</summary>
    public async Task<string> GetAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is { } known)
        {
            return known;
        }

        try
        {
            var row = new TableEntity(Partition, Row) { [Id] = Guid.NewGuid().ToString("N") };
            await tables.SubmitAsync(TableNames.Journal, [new(TableTransactionActionType.Add, row)], cancel);
        }
        catch (TableException problem) when (problem.Error == TableError.AlreadyExists)
        {
            // Another process was faster.
        }

        return (await ReadAsync(cancel))!;
    }

    private async Task<string?> ReadAsync(CancellationToken cancel) => (await tables.GetAsync(TableNames.Journal, Partition, Row, cancel))?.GetString(Id);
}
