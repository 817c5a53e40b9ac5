using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>What a look at a month came to.</summary>
/// <param name="Month">As it is stored now; null where nothing is promised and nothing was.</param>
/// <param name="Next">When there is something to do next; null when there is nothing any more.</param>
public sealed record PromiseLook(PromiseMonth? Month, Instant? Next);

/// <summary>
/// Moves the months of marketing's promise on, intent first: what a month brings about next is planned before what it
/// brought about is stored. What is done depends on the stored month alone, so that a look too many does no harm.
/// </summary>
public sealed class PromiseMonths(PromiseStore promises, AgreementStore agreements, JournalStore journal, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that looks at a month.</summary>
    public const string WorkKind = "promise";

    private const int MaxAttempts = 20;

    // Rows of the journal that are read well within a lease; the rest is counted in another look.
    private const int MostCounted = 100_000;

    /// <summary>The key of the work that looks at a month.</summary>
    public static string Key(PromiseMonth month) => Keys.Join(month.Tenant, PromiseMonth.Write(month.Month));

    /// <summary>What <see cref="Key"/> wrote.</summary>
    public static (string Tenant, YearMonth Month)? Read(string key) =>
        Keys.Split(key) is [var tenant, var text] && PromiseMonth.Read(text) is { } month ? (tenant, month) : null;

    /// <summary>Does what has become due in a month, and plans what comes next.</summary>
    /// <param name="zone">The organisation's, for a month that is not stored yet.</param>
    public async Task<PromiseLook> LookAsync(string tenant, YearMonth month, DateTimeZone zone, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (stored, chain) = await promises.LoadAsync(tenant, month, cancel);
            var current = stored?.Value ?? new PromiseMonth(tenant, month, zone);
            var agreement = await AgreementOfAsync(current, cancel);
            if (current.NextStep(agreement) is not { } step || (step > time.Now && current.PlannedFor == step))
            {
                return new(stored?.Value, current.NextStep(agreement));
            }

            var (after, entries) = step > time.Now ? new PromiseDecision(current, []) : await TickAsync(current, agreement, chain.Value, cancel);
            after = after with { PlannedFor = await PlanAsync(after, agreement, cancel) };
            if (await promises.SaveAsync(stored, after, chain, entries, cancel))
            {
                return new(after, after.NextStep(agreement));
            }
        }

        throw new TableException(TableError.Unavailable, $"The promise of {PromiseMonth.Write(month)} was changed by others {MaxAttempts} times in a row.");
    }

    // A month ends under the agreement of its last moment, however late somebody looks.
    private Task<SlaAgreement> AgreementOfAsync(PromiseMonth month, CancellationToken cancel) =>
        time.Now >= month.End ? agreements.AtAsync(month.Tenant, month.End, cancel) : agreements.InForceAsync(month.Tenant, cancel);

    private async Task<PromiseDecision> TickAsync(PromiseMonth month, SlaAgreement agreement, PromiseChain chain, CancellationToken cancel)
    {
        var now = time.Now;
        var tally = await CountAsync(month, now, cancel);
        return tally.Until < now
            ? new(month with { Tally = tally }, [])
            : month.Tick(now, agreement, tally.Counts, chain) ?? new(month, []);
    }

    // Stops at the end of an hour when it has read enough: all that was before is in the tally then.
    private async Task<PromiseTally> CountAsync(PromiseMonth month, Instant until, CancellationToken cancel)
    {
        var tally = month.Tally ?? new(month.Start, 0, 0, 0);
        var (read, hour) = (0, tally.Until);
        await foreach (var entry in journal.ReadAsync(tally.Until, until, cancel))
        {
            var of = Instant.FromUnixTimeSeconds(entry.At.ToUnixTimeSeconds() / 3600 * 3600);
            if (read++ >= MostCounted && of > hour)
            {
                return tally with { Until = of };
            }

            (hour, tally) = (of, tally.With(entry, month));
        }

        return tally with { Until = until };
    }

    // The chain of months goes on as long as something is promised.
    private async Task<Instant?> PlanAsync(PromiseMonth after, SlaAgreement agreement, CancellationToken cancel)
    {
        if (after.NextStep(agreement) is { } step)
        {
            await queue.PlanAsync(WorkKind, Key(after), step, cancel);
            return step;
        }

        var next = after.Next;
        if (next.NextStep(await agreements.InForceAsync(after.Tenant, cancel)) is { } first)
        {
            await queue.PlanAsync(WorkKind, Key(next), first, cancel);
        }

        return null;
    }
}
