using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.Work;

/// <summary>The lead that stands for another.</summary>
/// <param name="Since">When the two were joined; null where a lead stands for itself.</param>
public sealed record StandsFor(LeadId Lead, Instant? Since);

/// <summary>Compares a lead at once that came in just now, before it is handed to sales, which may have the same person already.</summary>
public sealed class KnownLeads(DuplicateSearch search, DuplicateWork work, JoinStore joins)
{
    public async Task<StandsFor> FindAsync(LeadId lead, CancellationToken cancel)
    {
        if ((await search.RunAsync([lead], cancel)).HasNews)
        {
            await work.PlanNewsAsync(cancel);
        }

        var join = (await joins.LoadAsync(lead, cancel)).Value;
        return join.To is null ? new(lead, null) : new(await joins.RootAsync(lead, cancel), join.Cause!.At);
    }
}
