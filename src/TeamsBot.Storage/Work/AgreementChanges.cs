using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.Work;

/// <summary>Puts versions of the agreement in force, intent first: marketing's promise is counted even if this instance dies.</summary>
public sealed class AgreementChanges(AgreementStore agreements, WorkQueue queue, TimeProvider time)
{
    /// <summary>As <see cref="AgreementStore.AddAsync"/>.</summary>
    /// <param name="zone">The organisation's: its months are counted.</param>
    /// <param name="planned">Gets the work that begins the month of the promise, as soon as the version is in force.</param>
    public async Task<AgreementAdded> AddAsync(string tenant, SlaAgreement next, DateTimeZone zone, Action<WorkItem> planned, CancellationToken cancel)
    {
        if (next.Promise is null)
        {
            return await agreements.AddAsync(tenant, next, cancel);
        }

        var intent = await queue.IntendAsync(PromiseMonths.WorkKind, PromiseMonths.Key(PromiseMonth.At(time.Now, tenant, zone)), cancel);
        var added = await agreements.AddAsync(tenant, next, cancel);
        if (added == AgreementAdded.InForce)
        {
            planned(intent);
        }
        else
        {
            await queue.CompleteAsync(intent, cancel);
        }

        return added;
    }
}
