using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs;

/// <summary>
/// <c>hand off LEAD[: first step]</c>: an id or a full name that only one lead has is handed over at once; else the
/// marketer picks from a list. What became of it then stands on the marketer's own copy of the card.
/// </summary>
public sealed class HandOffCommand(HandoffChanges changes, LeadStore leads, HandoffStore handoffs, WorkRunner work)
{
    // More than a list shows, to say how many there are.
    private const int MostFound = 50;

    public async Task<Reply> RunAsync(Turn turn, Command.HandOff command, CancellationToken cancel)
    {
        if (WhyNot(turn) is { } refusal)
        {
            return refusal;
        }

        if (command.WholeText.Length == 0)
        {
            return Reply.Text(turn.Say.Text("handOff.which"));
        }

        // A lead's own name may hold a colon: what was typed as a whole comes first.
        var (found, firstStep) = (await leads.FindAsync(command.WholeText, MostFound, cancel), (string?)null);
        if (command.FirstStep is not null && ExactOf(found, command.WholeText) is null)
        {
            (found, firstStep) = (await leads.FindAsync(command.Lead, MostFound, cancel), command.FirstStep);
        }

        var typed = firstStep is null ? command.WholeText : command.Lead;
        return (found, ExactOf(found, typed)) switch
        {
            ([], _) => Reply.Text(turn.Say.Text("handOff.unknown", ("lead", typed))),
            (_, { } lead) => await RequestAsync(turn, lead, turn.Organisation.SalesChannels, firstStep, cancel),
            _ => Reply.Card(await ChoiceAsync(turn, typed, found, firstStep, cancel)),
        };
    }

    /// <summary>A lead, or a lead and a channel, picked from a list.</summary>
    public async Task<AdaptiveCardInvokeResponse> PickAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (WhyNot(turn) is { } refusal)
        {
            return refusal.ToInvoke();
        }

        if (input.Text("lead") is not { } picked || await leads.GetAsync(new LeadId(picked), cancel) is not { } lead)
        {
            return Answer.Unknown(turn);
        }

        var channels = input.Text("channel") is { } channel
            ? turn.Organisation.SalesChannels.Where(known => known.Id == channel).ToList()
            : turn.Organisation.SalesChannels;
        return channels.Count == 0
            ? Answer.Unknown(turn)
            : (await RequestAsync(turn, lead, channels, input.Text("firstStep"), cancel)).ToInvoke();
    }

    private static Reply? WhyNot(Turn turn)
    {
        if (!turn.Actor.Is(Roles.Marketer))
        {
            return Reply.Text(turn.Say.Text("refused.notAMarketer"));
        }

        return turn.Organisation.SalesChannels.Count == 0 ? Reply.Text(turn.Say.Text("setup.notYet")) : null;
    }

    private static Lead? ExactOf(IReadOnlyList<Lead> found, string typed)
    {
        if (found.FirstOrDefault(lead => lead.Id.Value == typed) is { } byId)
        {
            return byId;
        }

        var named = found.Where(lead => string.Equals(lead.Name, typed, StringComparison.CurrentCultureIgnoreCase)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private async Task<Reply> RequestAsync(
        Turn turn, Lead lead, IReadOnlyList<SalesChannel> channels, string? firstStep, CancellationToken cancel)
    {
        if (channels.Count > 1)
        {
            return Reply.Card(ChannelChoiceCard.Render(turn.Say, lead, channels, firstStep));
        }

        var requested = await changes.RequestAsync(
            new(lead.Id, turn.Organisation.TenantId, channels[0].Id, turn.Person.Ref) { FirstStep = firstStep }, turn.Origin, work.Run, cancel);
        return requested switch
        {
            null => Reply.Text(turn.Say.Text("handOff.unknown", ("lead", lead.DisplayName))),
            { IsNew: true } when turn.IsPersonal => Reply.Nothing(turn.Say.Text("handOff.done", ("lead", lead.DisplayName), ("channel", channels[0].Name))),
            { IsNew: true } => Reply.Text(turn.Say.Text("handOff.done", ("lead", lead.DisplayName), ("channel", channels[0].Name))),
            _ => Reply.Text(StateSentence(turn, requested)),
        };
    }

    private static string StateSentence(Turn turn, Requested open) => open.Handoff.Owner is { } owner
        ? turn.Say.Text("handOff.owned", ("lead", open.Lead.DisplayName), ("person", owner.Name))
        : turn.Say.Text("handOff.waiting", ("lead", open.Lead.DisplayName));

    private async Task<AdaptiveCard> ChoiceAsync(Turn turn, string asked, IReadOnlyList<Lead> found, string? firstStep, CancellationToken cancel)
    {
        List<LeadChoice> choices = [];
        foreach (var lead in found.Take(LeadChoiceCard.MaxLeads))
        {
            choices.Add(new(lead, await handoffs.LatestAsync(lead.Id, cancel)));
        }

        return LeadChoiceCard.Render(turn.Moments, asked, choices, found.Count, firstStep);
    }
}
