using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Handoffs;

/// <summary>The leads that the asker has and that are not closed.</summary>
public sealed class MyLeadsCommand(OwnerIndex owners, HandoffStore handoffs, AgreementStore agreements)
{
    private const int Most = 100;

    public async Task<Reply> RunAsync(Turn turn, CancellationToken cancel)
    {
        List<MyLead> mine = [];
        await foreach (var stored in owners.OwnedAsync(turn.Person.Id, Most, handoffs, cancel))
        {
            var (handoff, terms) = (stored.Handoff, await agreements.TermsAsync(stored.Handoff, cancel));
            mine.Add(new(handoff, stored.Lead, terms.CalendarOf(handoff.ContactClock!, handoff.Channel)));
        }

        return Reply.Card(MyLeadsCard.Render(turn.Moments, mine));
    }
}
