using System.Runtime.CompilerServices;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// Which handoffs a person has: a look-up that follows the handoffs a moment later. Readers load the handoff and
/// believe that, not this.
/// </summary>
public sealed class OwnerIndex(ITables tables)
{
    public async Task<IReadOnlyList<HandoffId>> OfAsync(PersonId owner, int limit, CancellationToken cancel)
    {
        List<HandoffId> ids = [];
        await foreach (var row in tables.QueryAsync(TableNames.Index, TableRange.Partition(Partition(owner)), limit, cancel))
        {
            if (HandoffId.TryParse(row.GetString("Handoff"), out var id))
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    /// <summary>The handoffs that are really theirs and not closed, with their leads.</summary>
    public async IAsyncEnumerable<StoredHandoff> OwnedAsync(PersonId owner, int limit, HandoffStore handoffs, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var id in await OfAsync(owner, limit, cancel))
        {
            if (await handoffs.LoadAsync(id, cancel) is { Handoff: { IsOwned: true } handoff } stored && handoff.Owner?.Id == owner)
            {
                yield return stored;
            }
        }
    }

    public Task AddAsync(PersonId owner, HandoffId handoff, CancellationToken cancel) =>
        SubmitAsync(new(TableTransactionActionType.Add, Write(owner, handoff)), cancel);

    public Task RemoveAsync(PersonId owner, HandoffId handoff, CancellationToken cancel) =>
        SubmitAsync(new(TableTransactionActionType.Delete, Write(owner, handoff), Azure.ETag.All), cancel);

    private async Task SubmitAsync(TableTransactionAction action, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Index, [action], cancel);
        }
        catch (TableException problem) when (problem.Error is TableError.AlreadyExists or TableError.NotFound)
        {
            // It is so already.
        }
    }

    private static TableEntity Write(PersonId owner, HandoffId handoff) =>
        new(Partition(owner), Keys.Join(handoff.ToString())) { ["Handoff"] = handoff.ToString() };

    private static string Partition(PersonId owner) => Keys.Join("owner", owner.Value);
}
