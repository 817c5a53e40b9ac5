using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>How one rep is asked alone before the channel is.</summary>
public static class Offering
{
    extension(Handoff handoff)
    {
        /// <summary>A new handoff with its way: the rep of the route is offered it, alone until then or until an answer is due.</summary>
        public Handoff Offered(LeadRoute route) => route.Rep is not { } rep ? handoff with { Route = route } : handoff with
        {
            Route = route with { Until = Instant.Min(route.Until!.Value, handoff.AcceptBy) },
            Notices = handoff.Notices.With(NoticeKind.Offer, ClockKind.Accept, handoff.RequestedAt, rep),
        };

        /// <summary>The rep who has it alone leaves it to the channel before their time is over.</summary>
        public Decision Pass(Actor by, Instant at, Terms terms)
        {
            if (handoff.Route?.Rep?.Id != by.Person.Id)
            {
                return handoff.Refuse(Refusal.NothingToPass);
            }

            if (handoff.WhyNotWaiting(by, at) is { } why)
            {
                return handoff.Refuse(why);
            }

            return handoff.OfferEndsAt is null
                ? new Decision.Repeated(handoff)
                : handoff.Apply(HandoffAction.Pass, by, at, terms, open => open.Passed(at));
        }
    }
}
