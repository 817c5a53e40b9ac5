using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>A handoff with all that is stored of it.</summary>
internal sealed record Account(Handoff Handoff, Terms Terms, IReadOnlyList<LedgerEntry> Ledger, IReadOnlyList<PostedCopy> Copies)
{
    /// <summary>Nothing is to happen by itself any more.</summary>
    public bool HasNoStepLeft => Handoff.NextStep(Terms) is null;

    /// <summary>Nor is there anything left to show in Teams.</summary>
    public bool IsSettled => HasNoStepLeft && Copies.All(copy => copy.Version == Handoff.Version && copy.ClaimedUntil is null) && Copy.Of(Handoff).All(HasCopy);

    private bool HasCopy(Copy wanted) =>
        Copies.Any(copy => copy.Copy.Audience == wanted.Audience && copy.Copy.Notice == wanted.Notice && copy.Copy.Person?.Id == wanted.Person?.Id);
}

/// <summary>Reads what the bots have stored, past the bots.</summary>
internal sealed class Ledgers(ITables tables)
{
    private readonly HandoffStore handoffs = new(tables);
    private readonly CopyStore copies = new(tables, TimeProvider.System);
    private readonly AgreementStore agreements = new(tables, new PeopleStore(tables));

    public static HandoffId Id(string text) => HandoffId.TryParse(text, out var id) ? id : throw new ArgumentException($"{text} is no handoff.", nameof(text));

    public async Task<Account> OfAsync(HandoffId id, CancellationToken cancel)
    {
        var handoff = (await handoffs.LoadAsync(id, cancel))!.Handoff;
        var terms = await agreements.TermsAsync(handoff, cancel);
        return new(handoff, terms, await handoffs.LedgerAsync(id, cancel).ToListAsync(cancel), await copies.AllAsync(id, cancel));
    }

    /// <summary>What is planned for which handoff, and when.</summary>
    public async Task<IReadOnlyList<(string Key, Instant Due)>> WorkAsync(CancellationToken cancel) =>
        await tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, cancel)
            .Where(row => row.GetString("Kind")!.StartsWith("handoff.", StringComparison.Ordinal))
            .Select(row => (row.GetString("Key")!, Instant.FromDateTimeOffset(row.GetDateTimeOffset("Due")!.Value)))
            .ToListAsync(cancel);
}
