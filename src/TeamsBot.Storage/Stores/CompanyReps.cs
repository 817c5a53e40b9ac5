using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// Who of sales has a lead of a company: a look-up that follows the handoffs a moment later. Row: <c>account|hash|handoff</c>, where the hash is of the
/// company's name without its legal form, of the domain of the mail, or of the address itself. The handoff is believed, not the row.
/// </summary>
public sealed class CompanyReps(ITables tables, HandoffStore handoffs)
{
    // More leads of one company are not looked at.
    private const int MostLeads = 20;

    /// <summary>Brings the rows of a handoff in line with it.</summary>
    public async Task FollowAsync(Handoff handoff, Lead lead, CancellationToken cancel)
    {
        // Whom nobody ever had needs no look.
        if (handoff.AcceptedAt is not { } since)
        {
            return;
        }

        var partition = Keys.Join(handoff.Tenant);
        IReadOnlyList<string> keys = [.. Accounts(lead).Select(account => Keys.Join("account", account, handoff.Id.ToString()))];
        var rows = await tables.GetManyAsync(TableNames.Routing, [.. keys.Select(key => new TableKey(partition, key))], cancel);
        var actions = keys.Zip(rows, (key, row) => Change(partition, key, row, handoff, since)).OfType<TableTransactionAction>().ToList();
        if (actions.Count > 0)
        {
            await TrySubmitAsync(actions, cancel);
        }
    }

    /// <summary>The rep who accepted a lead of the same company last and still has it; null where nobody has.</summary>
    public async Task<PersonRef?> FindAsync(string tenant, Lead lead, CancellationToken cancel)
    {
        List<(Instant Since, HandoffId Handoff)> found = [];
        foreach (var account in Accounts(lead))
        {
            var range = TableRange.RowsStartingWith(Keys.Join(tenant), Keys.Join("account", account) + "|");
            await foreach (var row in tables.QueryAsync(TableNames.Routing, range, MostLeads, cancel))
            {
                if (HandoffId.TryParse(row.GetString("Handoff"), out var id))
                {
                    found.Add((row.GetInstant("Since")!.Value, id));
                }
            }
        }

        foreach (var (_, id) in found.Distinct().OrderByDescending(one => one.Since))
        {
            if (await handoffs.LoadAsync(id, cancel) is { Handoff: { IsOwned: true, Owner: { } owner } })
            {
                return owner;
            }
        }

        return null;
    }

    private static TableTransactionAction? Change(string partition, string key, TableEntity? row, Handoff handoff, Instant since) => (handoff.IsOwned, row) switch
    {
        (true, null) => new(TableTransactionActionType.Add, new(partition, key) { ["Handoff"] = handoff.Id.ToString(), ["Since"] = since.ToDateTimeOffset() }),
        (false, not null) => new(TableTransactionActionType.Delete, row, row.ETag),
        _ => null,
    };

    private static IEnumerable<string> Accounts(Lead lead) => new[]
        {
            CompanyName.Key(lead.Company) is { } company ? $"company|{company}" : null,
            MailDomain.Of(lead.Email) is { } domain ? $"domain|{domain}" : null,
            lead.Email?.Trim() is { Length: > 0 } email ? $"email|{email.ToLowerInvariant()}" : null,
        }
        .OfType<string>().Select(account => HashChain.Hash(account)[..24]);

    // Somebody else followed the same handoff meanwhile.
    private async Task TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Routing, actions, cancel);
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
        }
    }
}
