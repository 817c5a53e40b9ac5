using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Storage.Work;

/// <summary>Counts what is decided about handoffs, and how their clocks are kept. Enums alone are said, never who or which lead.</summary>
public static class HandoffMeter
{
    private const string Verb = "baton.verb";
    private const string Outcome = "baton.outcome";

    private static readonly Counter<long> s_decisions = StorageTelemetry.Meter.CreateCounter<long>(
        "baton.handoff.decisions", "{decision}", "Decisions that people asked for, by button and outcome.");

    private static readonly Counter<long> s_clocks = StorageTelemetry.Meter.CreateCounter<long>(
        "baton.sla.events", "{event}", "What became of clocks: kept, breached, reminded, escalated.");

    /// <summary>Somebody pressed a button.</summary>
    /// <param name="decision">Null where there is no such handoff.</param>
    public static void Decided(string verb, Decision? decision)
    {
        if (!s_decisions.Enabled)
        {
            return;
        }

        var tags = new TagList { { Verb, verb }, { Outcome, OutcomeOf(decision) } };
        if (decision is Decision.Refused refused)
        {
            tags.Add("baton.refusal", refused.Why.ToString());
        }

        s_decisions.Add(1, tags);
    }

    /// <summary>Somebody asked for a handoff.</summary>
    internal static void Requested(bool isNew) =>
        s_decisions.Add(1, new TagList { { Verb, "handoff.request" }, { Outcome, isNew ? "applied" : "repeated" } });

    /// <summary>A change was stored: counts the clocks that it ended and the notices that it brought about.</summary>
    internal static void Stored(Handoff before, Decision.Applied change)
    {
        if (!s_clocks.Enabled)
        {
            return;
        }

        foreach (var entry in change.Entries)
        {
            if (entry is { Clock: { } clock, End: ClockEnd.Met or ClockEnd.Breached })
            {
                Count(entry.End == ClockEnd.Met ? "kept" : "breached", clock, entry.Tier);
            }
        }

        foreach (var notice in change.After.Notices.All.Skip(before.Notices.Count).Where(notice => notice.Kind != NoticeKind.RunOut))
        {
            Count(notice.Kind == NoticeKind.Reminder ? "reminded" : "escalated", notice.Clock, change.After.Tier);
        }
    }

    /// <summary>A span for taking a decision, with all that is read and written for it.</summary>
    internal static Activity? BeginDeciding() => StorageTelemetry.Source.StartActivity("decide");

    internal static void EndDeciding(this Activity? span, Decision? decision, int attempts) =>
        span?.SetTag(Outcome, OutcomeOf(decision)).SetTag("baton.refusal", (decision as Decision.Refused)?.Why.ToString()).SetTag("baton.attempts", attempts);

    private static void Count(string what, ClockKind clock, Tier tier) => s_clocks.Add(
        1, new TagList { { "baton.sla.event", what }, { "baton.sla.clock", clock.ToString() }, { "baton.tier", tier.ToString() } });

    private static string OutcomeOf(Decision? decision) => decision switch
    {
        null => "unknown",
        Decision.Applied => "applied",
        Decision.Repeated => "repeated",
        _ => "refused",
    };
}
