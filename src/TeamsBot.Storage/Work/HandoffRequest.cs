using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Storage.Work;

/// <summary>Somebody's wish to hand a lead over.</summary>
/// <param name="Channel">The sales channel that gets it; where it <see cref="IsRouted"/> only if no rule says otherwise.</param>
public sealed record HandoffRequest(LeadId Lead, string Tenant, string Channel, PersonRef By)
{
    /// <summary>What the requester suggests to do first; null leaves the lead's own suggestion.</summary>
    public string? FirstStep { get; init; }

    /// <summary>How urgent the requester says it is; null leaves it to the score.</summary>
    public Tier? Tier { get; init; }

    /// <summary>Nobody chose the channel: the rules of the agreement may.</summary>
    public bool IsRouted { get; init; }

    /// <summary>The handoff that it follows on: it is made only while that is the lead's last one. Null where nothing has to come before.</summary>
    public HandoffId? After { get; init; }

    /// <summary>What makes it, where no person does.</summary>
    public HandoffCause? Cause { get; init; }

    /// <summary>The handoff, with its clock running.</summary>
    /// <param name="number">Which one of the lead's it is.</param>
    internal Handoff Begin(int number, Lead lead, Instant at, Terms terms, BookedRoute? booked)
    {
        var score = Score.Of(lead, terms.InForce.Rubric, at);
        var tier = Tier ?? terms.InForce.TierOf(score.Points);
        var handoff = HandoffDecisions.Request(new(Lead, number), Tenant, booked?.Channel ?? Channel, tier, By, at, terms) with { FirstStep = FirstStep, Score = score, Cause = Cause };
        return booked is null ? handoff : handoff.Offered(booked.Route);
    }
}
