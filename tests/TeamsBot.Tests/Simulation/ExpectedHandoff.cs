using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Tests.Simulation;

/// <summary>What the ledger has to say of a handoff, worked out from its planned clicks alone.</summary>
internal sealed class ExpectedHandoff
{
    private readonly PlannedHandoff plan;
    private readonly Troubles troubles;
    private readonly Tier tier;
    private readonly List<LedgerEntry> rows = [];
    private PersonRef? owner;
    private bool isClosed;

    public ExpectedHandoff(PlannedHandoff plan, Troubles troubles)
    {
        (this.plan, this.troubles) = (plan, troubles);
        var request = plan.Clicks[0];
        tier = plan.Tier ?? AgreedTerms.InForce(request.At).TierOf(plan.Score);
        Accept = Begin(ClockKind.Accept, request.At);
        foreach (var click in plan.Clicks.Skip(1).Where(click => click.Counts))
        {
            Take(click);
        }

        if (Running is { } running)
        {
            AddBreach(running);
        }
    }

    public PlannedHandoff Plan => plan;

    public CountedClock Accept { get; }

    public CountedClock? Contact { get; private set; }

    /// <summary>Oldest first, without hashes.</summary>
    public IReadOnlyList<LedgerEntry> Rows => rows;

    /// <summary>What opens the journal.</summary>
    public LedgerEntry Request => Row(HandoffAction.Request, Company.Marketer, troubles.Reading(plan.Clicks[0].At)) with { Number = 0, Owner = null };

    private CountedClock? Running => isClosed ? null : Contact ?? (owner is null ? Accept : null);

    private void Take(Click click)
    {
        switch (click.Do)
        {
            case HandoffAction.Ask:
                Running?.Pause(click.At);
                break;
            case HandoffAction.Answer when Running is { StoppedAt: null } running:
                running.Resume(click.At);
                break;
            case HandoffAction.Answer:
                break;
            case HandoffAction.Reassign:
                owner = click.To;
                Contact!.Give(owner, click.At);
                break;
            case HandoffAction.Accept or HandoffAction.Assign:
                owner = click.To ?? click.By;
                End(Accept, click);
                Contact = Begin(ClockKind.Contact, click.At);
                break;
            default:
                End(Running!, click);
                isClosed = click.Do is HandoffAction.Reject or HandoffAction.Recycle;
                break;
        }
    }

    private CountedClock Begin(ClockKind kind, Instant at)
    {
        var clock = new CountedClock(kind, at, AgreedTerms.InForce(at), plan, tier, troubles);
        clock.Give(owner, at);
        return clock;
    }

    // Which row a deed makes depends on what the clock had come to.
    private void End(CountedClock clock, Click click)
    {
        var (at, row) = (troubles.Reading(click.At), Row(click.Do, click.By, troubles.Reading(click.At)) with { Owner = owner, Agreement = clock.Terms.Version });
        if (clock.StoppedAt is { } stopped)
        {
            rows.Add(row with { Number = rows.Count + 1, Elapsed = clock.Counted + clock.Terms.Working[plan.Office.Channel].Between(stopped, at) });
            return;
        }

        clock.Stop(click.At);
        AddBreach(clock);
        var (isMissed, isDropped) = (clock.Breach is not null, click.Do == HandoffAction.Recycle);
        rows.Add(row with
        {
            Number = rows.Count + 1,
            Clock = clock.Kind,
            End = isMissed ? null : isDropped ? ClockEnd.Stopped : ClockEnd.Met,
            Elapsed = clock.Counted,
            Target = isDropped ? null : clock.Target,
            Met = isDropped ? null : !isMissed,
        });
    }

    private void AddBreach(CountedClock clock)
    {
        if (clock is not { Breach: { } breach } || rows.Exists(row => row.Action == HandoffAction.RunOut && row.Clock == clock.Kind))
        {
            return;
        }

        rows.Add(Row(HandoffAction.RunOut, PersonRef.Baton, breach.At) with
        {
            Owner = breach.Owner,
            Clock = clock.Kind,
            End = ClockEnd.Breached,
            Elapsed = clock.Target,
            Target = clock.Target,
            Met = false,
            Agreement = clock.Terms.Version,
        });
    }

    private LedgerEntry Row(HandoffAction action, PersonRef by, Instant at) => new(plan.Id, rows.Count + 1, action, by, at)
    {
        Tenant = Company.Tenant,
        Channel = plan.Office.Channel,
        Tier = tier,
        RequestedAt = Accept.StartedAt,
    };
}
