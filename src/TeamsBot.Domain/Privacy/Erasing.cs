using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Privacy;

/// <summary>
/// What is left of a person's records once they are erased: ids, times, and the facts that figures of the past rest on and that tell
/// nobody apart (source, campaign, product, segment, country, stage, score, tier, who worked on it). Names, addresses and all free
/// text are gone. Erasing what is erased changes nothing.
/// </summary>
public static class Erasing
{
    extension(Lead lead)
    {
        /// <param name="at">Kept with the lead: its id stays refused from then on.</param>
        public Lead Erased(Instant at) => lead.ErasedAt is not null ? lead : new(lead.Id)
        {
            Source = lead.Source,
            Campaign = lead.Campaign,
            Product = lead.Product,
            Segment = lead.Segment,
            Country = lead.Country,
            CreatedAt = lead.CreatedAt,
            Stage = lead.Stage,
            Score = lead.Score,
            Owner = lead.Owner,
            JoinedTo = lead.JoinedTo,
            ErasedAt = at,
        };
    }

    extension(Handoff handoff)
    {
        /// <summary>The ledger has nothing of the person but the lead's id, so it stays as it is, and so do the hashes.</summary>
        public Handoff Erased(Instant at) => handoff.ErasedAt is not null ? handoff : handoff with
        {
            Version = handoff.Version + 1,
            FirstStep = null,
            Route = handoff.Route is { } route ? route with { By = null } : null,
            Score = handoff.Score is { } score ? score with { Lines = [] } : null,
            Rejection = handoff.Rejection is { } rejection ? rejection with { Note = null } : null,
            Dispute = handoff.Dispute is { } dispute ? dispute with { Text = "" } : null,
            Question = null,
            Answer = null,
            Feedback = handoff.Feedback is { } feedback ? feedback with { Quote = null } : null,
            ErasedAt = at,
        };
    }

    extension(Deal deal)
    {
        /// <summary>The sale stays, whose account it was does not.</summary>
        public Deal Erased() => deal with { Account = null, Attributes = new Dictionary<string, string>() };
    }
}
