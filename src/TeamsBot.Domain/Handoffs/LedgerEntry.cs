using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>
/// One row of the ledger: who acknowledged what, when, after how much working time, against which target; or that a
/// clock ran out. Each row holds the hash of the row before it, and the handoff that of the last one, so that a row
/// which was altered or taken away is found.
/// </summary>
/// <param name="Number">Counted from 1 within the handoff.</param>
/// <param name="By">Baton where nobody did anything.</param>
/// <param name="At">When it was done; for a clock that ran out the last moment that would have been in time.</param>
public sealed record LedgerEntry(HandoffId Handoff, int Number, HandoffAction Action, PersonRef By, Instant At)
{
    public required string Tenant { get; init; }

    /// <summary>The id of the sales channel.</summary>
    public required string Channel { get; init; }

    public required Tier Tier { get; init; }

    public required Instant RequestedAt { get; init; }

    /// <summary>The one who had the lead then: whose clock it was.</summary>
    public PersonRef? Owner { get; init; }

    /// <summary>The clock that it was measured by; null when neither clock counted any more.</summary>
    public ClockKind? Clock { get; init; }

    /// <summary>How that clock ended by it; null when it had ended before.</summary>
    public ClockEnd? End { get; init; }

    /// <summary>Working time since the clock started, less its pauses. Never negative.</summary>
    public Duration Elapsed { get; init; }

    /// <summary>Null where the agreement sets none.</summary>
    public Duration? Target { get; init; }

    /// <summary>Whether the target was kept; null without a target.</summary>
    public bool? Met { get; init; }

    /// <summary>How much more than its target it took; null without a target and where it was kept.</summary>
    public Duration? Late => Met == false && Target is { } target ? Elapsed - target : null;

    /// <summary>The version of the agreement that the clock ran by.</summary>
    public int Agreement { get; init; }

    /// <summary>The hash of the row before; empty for the first.</summary>
    public string Before { get; init; } = "";

    /// <summary>What a handoff's rows have in common.</summary>
    public static LedgerEntry Of(Handoff handoff, HandoffAction action, PersonRef by, Instant at) => new(handoff.Id, handoff.LedgerRows + 1, action, by, at)
    {
        Tenant = handoff.Tenant,
        Channel = handoff.Channel,
        Tier = handoff.Tier,
        RequestedAt = handoff.RequestedAt,
        Owner = handoff.Owner,
        Before = handoff.LedgerHash,
    };

    /// <summary>Of all of the above.</summary>
    public string Hash => HashChain.Hash(
        Handoff.ToString(), Text(Number), Action.ToString(), By.Id.Value, By.Name, Text(At), Tenant, Channel, Tier.ToString(), Text(RequestedAt),
        Owner?.Id.Value, Owner?.Name, Clock?.ToString(), End?.ToString(), Text(Elapsed), Target is { } target ? Text(target) : null,
        Met?.ToString(CultureInfo.InvariantCulture), Text(Agreement), Before);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static string Text(Duration duration) => duration.BclCompatibleTicks.ToString(CultureInfo.InvariantCulture);
}
