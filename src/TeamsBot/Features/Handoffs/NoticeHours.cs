using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Handoffs;

/// <summary>Holds notices back at night, by the clock of whoever gets them; the agreement says when night is.</summary>
public sealed class NoticeHours(AgreementStore agreements, PeopleStore people, TimeProvider time)
{
    /// <summary>The copies that may be shown now, and when the first of the others may be.</summary>
    public async Task<(IReadOnlyList<PostedCopy> Now, Instant? Later)> LetThroughAsync(Handoff handoff, IReadOnlyList<PostedCopy> copies, CancellationToken cancel)
    {
        if (!copies.Any(IsNew))
        {
            return (copies, null);
        }

        var inForce = await agreements.InForceAsync(handoff.Tenant, cancel);
        List<PostedCopy> now = [];
        Instant? later = null;
        foreach (var copy in copies)
        {
            var at = IsNew(copy) ? await NotBeforeAsync(handoff, handoff.Notices.Find(copy.Copy.Notice!.Value)!, inForce, cancel) : time.Now;
            if (at <= time.Now)
            {
                now.Add(copy);
            }
            else if (later is null || at < later)
            {
                later = at;
            }
        }

        return (now, later);
    }

    // An update makes no phone ring.
    private static bool IsNew(PostedCopy copy) => copy is { Copy.Notice: not null, ActivityId: null, Version: 0 };

    private async Task<Instant> NotBeforeAsync(Handoff handoff, Notice notice, SlaAgreement agreement, CancellationToken cancel)
    {
        var calendar = agreement.CalendarOf(notice.Channel ?? handoff.Channel);
        if (agreement.Quiet is not { } quiet || (notice.To is null && calendar.IsOpen(time.Now)))
        {
            return time.Now;
        }

        var zone = notice.To is { } person ? (await people.PersonAsync(handoff.Tenant, person.Id, cancel))?.Value.TimeZone : null;
        return quiet.Wait(time.Now, zone ?? calendar.Zone);
    }
}
