using TeamsBot.Domain.Handoffs;
using TeamsBot.Features.Operators.Cards;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators;

/// <summary>Admins look at parked work, put it back, and drop it.</summary>
public sealed class ParkedDesk(ParkedWork parked, LeadStore leads)
{
    public async Task<AdaptiveCardInvokeResponse> ShowAsync(Turn turn, CancellationToken cancel, string? note = null)
    {
        var all = await parked.AllAsync(cancel);
        return Answer.Card(ParkedCard.Render(new(await LinesAsync([.. all.Take(ParkedCard.Most)], turn.Say, cancel), all.Count, turn.Moments, note)));
    }

    public async Task<AdaptiveCardInvokeResponse> RetryAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await FindAsync(input, cancel) is { } item && await parked.RetryAsync(item, cancel)
            ? await ShowAsync(turn, cancel, turn.Say.Text("parked.retried", ("n", 1)))
            : await TooLateAsync(turn, cancel);

    /// <summary>Puts back all that there are, not only those on the card.</summary>
    public async Task<AdaptiveCardInvokeResponse> RetryAllAsync(Turn turn, CancellationToken cancel)
    {
        var retried = 0;
        foreach (var item in await parked.AllAsync(cancel))
        {
            retried += await parked.RetryAsync(item, cancel) ? 1 : 0;
        }

        return retried > 0 ? await ShowAsync(turn, cancel, turn.Say.Text("parked.retried", ("n", retried))) : await TooLateAsync(turn, cancel);
    }

    public async Task<AdaptiveCardInvokeResponse> AskDropAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await FindAsync(input, cancel) is { } item
            ? Answer.Card(ParkedCard.AskDrop((await LinesAsync([item], turn.Say, cancel))[0], turn.Moments))
            : await TooLateAsync(turn, cancel);

    public async Task<AdaptiveCardInvokeResponse> DropAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await FindAsync(input, cancel) is { } item && await parked.DropAsync(item, cancel)
            ? await ShowAsync(turn, cancel, turn.Say.Text("parked.dropped"))
            : await TooLateAsync(turn, cancel);

    private async Task<ParkedItem?> FindAsync(CardInput input, CancellationToken cancel) =>
        input.Text(OperatorVerbs.Work) is { } id ? await parked.FindAsync(id, cancel) : null;

    // Another admin was faster, or the same one clicked twice.
    private Task<AdaptiveCardInvokeResponse> TooLateAsync(Turn turn, CancellationToken cancel) => ShowAsync(turn, cancel, turn.Say.Text("parked.tooLate"));

    private async Task<IReadOnlyList<ParkedLine>> LinesAsync(IReadOnlyList<ParkedItem> items, Say say, CancellationToken cancel)
    {
        var ids = items.Select(one => one.Item)
            .Select(item => item.Kind is HandoffChanges.ShowKind or HandoffChanges.ClockKind or HandoffChanges.ReturnKind && HandoffId.TryParse(item.Key, out var id) ? id : (HandoffId?)null).ToArray();
        var known = (await leads.GetManyAsync(ids.OfType<HandoffId>().Select(id => id.Lead).Distinct(), cancel)).ToDictionary(lead => lead.Id);
        return [.. items.Zip(ids, (item, id) => new ParkedLine(item, id is { } handoff && known.TryGetValue(handoff.Lead, out var lead) ? lead.Who(say) : null))];
    }
}
