using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>What came of asking for a handoff.</summary>
/// <param name="Handoff">The new handoff, or the one that is still open.</param>
/// <param name="IsNew">False when the lead is under way already: nothing was stored.</param>
public sealed record Requested(Handoff Handoff, Lead Lead, bool IsNew);

/// <summary>What came of asking a handoff to change; the lead is as it was when the decision was taken.</summary>
public sealed record Decided(Decision Decision, Lead Lead);

/// <summary>
/// Changes handoffs, intent first: the work of showing a change, and the timer of what its clock does next, are planned
/// before the change is stored, so that a crash between the two, or after, leaves somebody who sees to it. Races are decided by
/// ETag; the loser decides anew.
/// </summary>
public sealed class HandoffChanges(HandoffStore handoffs, AgreementStore agreements, LeadRouter router, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that brings the copies of a handoff's card in line with the handoff.</summary>
    public const string ShowKind = "handoff.show";

    /// <summary>The kind of work that does what a handoff's clock brings about.</summary>
    public const string ClockKind = "handoff.clock";

    /// <summary>The kind of work that makes the handoff which follows by itself on one that is closed. Key: the one that is closed.</summary>
    public const string ReturnKind = "handoff.return";

    private const int MaxAttempts = 60;

    // A third of the lease: a write that takes longer is given up while the intent is still ours.
    private static readonly TimeSpan WriteLimit = WorkQueue.Lease.ToTimeSpan() / 3;

    /// <summary>Takes a decision on a handoff and stores what it changes. Null when there is no such handoff.</summary>
    /// <param name="decide">Pure: it is called again when somebody else was faster.</param>
    /// <param name="origin">What asked for it, for the audit: an activity's id.</param>
    /// <param name="planned">Gets the work that shows the change, as soon as the change is stored.</param>
    public async Task<Decided?> DecideAsync(
        HandoffId id, Func<StoredHandoff, Terms, Decision> decide, string origin, Action<WorkItem> planned, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(WriteLimit, time);
        using var linked = cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        using var span = HandoffMeter.BeginDeciding();
        Plan? plan = null;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await handoffs.LoadAsync(id, limit.Token) is not { } before)
            {
                span.EndDeciding(decision: null, attempt + 1);
                return null;
            }

            var terms = await agreements.TermsAsync(before.Handoff, limit.Token);
            var decision = UnlessErased(before.Handoff, decide(before, terms));
            if (decision is not Decision.Applied applied)
            {
                await DropAsync(plan?.Intent, limit.Token);
                span.EndDeciding(decision, attempt + 1);
                return new(decision, before.Lead);
            }

            plan = await PlanAsync(plan, applied.After, terms, limit.Token);
            if (await handoffs.SaveAsync(before, applied, origin, limit.Token))
            {
                planned(plan.Intent);
                HandoffMeter.Stored(before.Handoff, applied);
                span.EndDeciding(decision, attempt + 1);
                return new(decision, before.Lead);
            }
        }

        throw Contended(id.ToString());
    }

    /// <summary>
    /// Hands a lead over, unless a handoff of it is open. Null when there is no such lead, or it was forgotten. One that was joined to another is handed
    /// over as that other.
    /// </summary>
    public async Task<Requested?> RequestAsync(HandoffRequest request, string origin, Action<WorkItem> planned, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(WriteLimit, time);
        using var linked = cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await handoffs.LeadAsync(request.Lead, limit.Token) is not { Value.ErasedAt: null } lead)
            {
                return null;
            }

            if (lead.Value.JoinedTo is { } other)
            {
                request = request with { Lead = other, After = null };
                continue;
            }

            var latest = await handoffs.LatestAsync(request.Lead, limit.Token);
            if (latest is { IsClosed: false } || (request.After is { } closed && latest?.Id != closed))
            {
                HandoffMeter.Requested(isNew: false);
                return new(latest!, lead.Value, IsNew: false);
            }

            var terms = await agreements.TermsAsync(request.Tenant, limit.Token);
            var number = (latest?.Id.Number ?? 0) + 1;
            var booked = request.IsRouted ? await router.BookAsync(request.Tenant, new(request.Lead, number), lead.Value, terms.InForce, limit.Token) : null;
            var handoff = request.Begin(number, lead.Value, time.Now, terms, booked);
            var plan = await PlanAsync(earlier: null, handoff, terms, limit.Token);
            if (await handoffs.AddAsync(handoff, lead.Value, lead.ETag, origin, limit.Token))
            {
                planned(plan.Intent);
                HandoffMeter.Requested(isNew: true);
                return new(handoff, lead.Value, IsNew: true);
            }

            await DropAsync(plan.Intent, limit.Token);
        }

        throw Contended(request.Lead.Value);
    }

    /// <summary>The lead that stands for this one: itself, unless it is joined to another.</summary>
    public async Task<Lead> StandsForAsync(Lead lead, CancellationToken cancel)
    {
        while (lead.JoinedTo is { } to && await handoffs.LeadAsync(to, cancel) is { Value: var other })
        {
            lead = other;
        }

        return lead;
    }

    /// <summary>Plans once more what a handoff's clock does next, for a timer that came before its time.</summary>
    public Task<WorkItem> PlanClockAsync(HandoffId id, Instant due, CancellationToken cancel) => queue.PlanAsync(ClockKind, id.ToString(), due, cancel);

    // Whatever is done to it: nothing happens to a lead that was forgotten.
    private static Decision UnlessErased(Handoff handoff, Decision decision) =>
        handoff.ErasedAt is not null && decision is Decision.Applied ? new Decision.Refused(Refusal.Erased, handoff) : decision;

    // The intent of an earlier attempt serves; a timer for another moment is planned beside the one that is now in vain.
    private async Task<Plan> PlanAsync(Plan? earlier, Handoff after, Terms terms, CancellationToken cancel)
    {
        var next = TimerOf(after, terms);
        if (earlier is null)
        {
            return new(await queue.IntendAsync(ShowKind, after.Id.ToString(), next, cancel), next);
        }

        if (next is { } changed && changed != earlier.Timer)
        {
            await queue.PlanAsync(changed.Kind, after.Id.ToString(), changed.Due, cancel);
        }

        return earlier with { Timer = next };
    }

    // While a handoff is open its clock runs; once it is closed another may follow on it.
    private static Timer? TimerOf(Handoff after, Terms terms) =>
        after.NextStep(terms) is { } due ? new(ClockKind, due) : after.Return(terms) is { } back ? new(ReturnKind, back.At) : null;

    private async Task DropAsync(WorkItem? intent, CancellationToken cancel)
    {
        if (intent is not null)
        {
            await queue.CompleteAsync(intent, cancel);
        }
    }

    private static TableException Contended(string id) =>
        new(TableError.Unavailable, $"{id} was changed by others {MaxAttempts} times in a row.");

    private sealed record Plan(WorkItem Intent, Timer? Timer);
}
