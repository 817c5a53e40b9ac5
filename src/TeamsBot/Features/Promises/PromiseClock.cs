using TeamsBot.Domain;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Promises;

/// <summary>
/// Does what a month of marketing's promise brings about, when its timer is due, and tells those whom it concerns. The timer
/// only says when to look: what is done depends on the stored month alone.
/// </summary>
public sealed class PromiseClock(PromiseMonths months, PromiseNews news, PeopleStore people, TimeProvider time) : IWorkHandler
{
    public string Kind => PromiseMonths.WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (PromiseMonths.Read(item.Key) is not var (tenant, yearMonth))
        {
            return WorkOutcome.Nothing;
        }

        var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
        var (month, next) = await months.LookAsync(tenant, yearMonth, organisation.TimeZone, cancel);
        if (month is not null && await news.TellAsync(month, organisation, cancel) is { } later)
        {
            return WorkOutcome.Until(later);
        }

        // A clock that was set back: the timer is the right one and came too early.
        if (next is { } due && due > time.Now && due == item.PlannedFor)
        {
            return WorkOutcome.Until(due);
        }

        return month is null ? WorkOutcome.Nothing : WorkOutcome.Done;
    }
}
