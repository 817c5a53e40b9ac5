using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;
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
/// <c>hand off LEAD[, tier][: first step]</c>: an id or a full name that only one lead has is handed over at once; else the
/// marketer picks from a list. What became of it then stands on the marketer's own copy of the card.
/// </summary>
public sealed class HandOffCommand(HandoffChanges changes, LeadStore leads, HandoffStore handoffs, LeadRouter router, AgreementStore agreements, WorkRunner work)
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

        // A lead's own name may hold a colon, or end like a tier: what was typed as a whole comes first.
        Typed[] readings =
        [
            new(command.WholeText, new(FirstStep: null, Tier: null)),
            new(command.LeadAndTier, new(command.FirstStep, Tier: null)),
            new(command.Lead, new(command.FirstStep, command.Tier)),
        ];
        IReadOnlyList<Lead> found = [];
        foreach (var reading in readings.DistinctBy(reading => reading.Text))
        {
            found = await StandingAsync(await leads.FindAsync(reading.Text, MostFound, cancel), reading.Text, cancel);
            if (ExactOf(found, reading.Text) is { } lead)
            {
                return await RequestAsync(turn, lead, turn.Organisation.SalesChannels, picked: false, reading.Wish, cancel);
            }
        }

        var typed = readings[^1];
        return found.Count == 0
            ? Reply.Text(turn.Say.Text("handOff.unknown", ("lead", typed.Text)))
            : Reply.Card(await ChoiceAsync(turn, typed, found, cancel));
    }

    /// <summary>A lead, or a lead and a channel, picked from a list.</summary>
    public async Task<AdaptiveCardInvokeResponse> PickAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (WhyNot(turn) is { } refusal)
        {
            return refusal.ToInvoke();
        }

        var tier = input.Choice<Tier>(RequestData.Tier);
        if (input.Text(RequestData.Lead) is not { } picked
            || (tier is null && input.Text(RequestData.Tier) is not null)
            || await leads.GetAsync(new LeadId(picked), cancel) is not { } lead)
        {
            return Answer.Unknown(turn);
        }

        var channel = input.Text(RequestData.Channel);
        var channels = channel is not null
            ? turn.Organisation.SalesChannels.Where(known => known.Id == channel).ToList()
            : turn.Organisation.SalesChannels;
        return channels.Count == 0
            ? Answer.Unknown(turn)
            : (await RequestAsync(turn, lead, channels, picked: channel is not null, new(input.Text(RequestData.FirstStep), tier), cancel)).ToInvoke();
    }

    /// <summary>A lead that sales gave back, mended: to the channel that had it, while nobody handed it off meanwhile.</summary>
    public async Task<AdaptiveCardInvokeResponse> AgainAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (WhyNot(turn) is { } refusal)
        {
            return refusal.ToInvoke();
        }

        if (!HandoffId.TryParse(input.Text("handoff"), out var id) || await handoffs.LoadAsync(id, cancel) is not { Handoff: { IsClosed: true } closed, Lead: var lead })
        {
            return Answer.Unknown(turn);
        }

        if (lead.ErasedAt is not null)
        {
            return Answer.Say(turn.Say.Text("refused.erased"));
        }

        var channel = turn.Organisation.FindChannel(closed.Channel) ?? turn.Organisation.SalesChannels[0];
        var wish = new HandoffRequest(id.Lead, turn.Organisation.TenantId, channel.Id, turn.Person.Ref) { After = id, FirstStep = closed.FirstStep, Tier = closed.Tier };
        return await changes.RequestAsync(wish, turn.Origin, work.Run, cancel) switch
        {
            null => Answer.Unknown(turn),
            { IsNew: true } => Answer.Say(turn.Say.Text("handOff.done", ("lead", lead.DisplayName), ("channel", channel.Name))),
            { Handoff.IsClosed: true } => Answer.Say(turn.Say.Text("refused.handedAgain")),
            var open => Answer.Say(StateSentence(turn, open)),
        };
    }

    private static Reply? WhyNot(Turn turn)
    {
        if (!turn.Actor.Is(Roles.Marketer))
        {
            return Reply.Text(turn.Say.Text("refused.notAMarketer"));
        }

        return turn.Organisation.SalesChannels.Count == 0 ? Reply.Text(turn.Say.Text("setup.notYet")) : null;
    }

    // A joined lead is found as the one that stands for it; named by its id it stays, so that the answer says so.
    private async Task<IReadOnlyList<Lead>> StandingAsync(IReadOnlyList<Lead> found, string typed, CancellationToken cancel)
    {
        List<Lead> standing = [];
        foreach (var lead in found)
        {
            standing.Add(lead.Id.Value == typed ? lead : await changes.StandsForAsync(lead, cancel));
        }

        return [.. standing.DistinctBy(lead => lead.Id)];
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
        Turn turn, Lead lead, IReadOnlyList<SalesChannel> channels, bool picked, RequestWish wish, CancellationToken cancel)
    {
        if (lead.ErasedAt is not null)
        {
            return Reply.Text(turn.Say.Text("handOff.forgotten", ("lead", lead.Id.Value)));
        }

        // Who picked a channel has chosen; else the rules do, and where none of them applies the marketer is asked.
        if (channels.Count > 1 && await RuleAsync(turn, lead, cancel) is null)
        {
            return Reply.Card(ChannelChoiceCard.Render(turn.Say, lead, channels, wish));
        }

        var requested = await changes.RequestAsync(
            new(lead.Id, turn.Organisation.TenantId, channels[0].Id, turn.Person.Ref) { FirstStep = wish.FirstStep, Tier = wish.Tier, IsRouted = !picked }, turn.Origin, work.Run, cancel);
        return requested switch
        {
            null => Reply.Text(turn.Say.Text("handOff.unknown", ("lead", lead.DisplayName))),
            { IsNew: true, Lead: var handed } when handed.Id == lead.Id && turn.IsPersonal => Reply.Nothing(Done(turn, requested)),
            { IsNew: true } => Reply.Text(Joined(turn, lead, requested.Lead) + Done(turn, requested)),
            _ => Reply.Text(Joined(turn, lead, requested.Lead) + StateSentence(turn, requested)),
        };
    }

    private async Task<RuleMatch?> RuleAsync(Turn turn, Lead lead, CancellationToken cancel) =>
        await router.MatchAsync(turn.Organisation.TenantId, lead, await agreements.InForceAsync(turn.Organisation.TenantId, cancel), cancel);

    private static string Done(Turn turn, Requested made)
    {
        var channel = turn.Organisation.FindChannel(made.Handoff.Channel)?.Name ?? "";
        return made.Handoff is { OfferedTo: { } rep, OfferEndsAt: { } end }
            ? turn.Say.Text("handOff.offered", ("lead", made.Lead.DisplayName), ("person", rep.Name), ("time", turn.Moments.At(end)), ("channel", channel))
            : turn.Say.Text("handOff.done", ("lead", made.Lead.DisplayName), ("channel", channel));
    }

    // Empty for a lead that stands for itself.
    private static string Joined(Turn turn, Lead lead, Lead handed) => lead.Id == handed.Id ? ""
        : turn.Say.Text("handOff.joined", ("copy", Named(turn, lead)), ("lead", Named(turn, handed))) + " ";

    private static Phrase Named(Turn turn, Lead lead) => turn.Say.Phrase("duplicates.named", ("who", lead.Who(turn.Say)), ("id", lead.Id.Value));

    private static string StateSentence(Turn turn, Requested open) => open.Handoff.Owner is { } owner
        ? turn.Say.Text("handOff.owned", ("lead", open.Lead.DisplayName), ("person", owner.Name))
        : turn.Say.Text("handOff.waiting", ("lead", open.Lead.DisplayName));

    private async Task<AdaptiveCard> ChoiceAsync(Turn turn, Typed typed, IReadOnlyList<Lead> found, CancellationToken cancel)
    {
        List<LeadChoice> choices = [];
        foreach (var lead in found.Take(LeadChoiceCard.MaxLeads))
        {
            choices.Add(new(lead, await handoffs.LatestAsync(lead.Id, cancel)));
        }

        return LeadChoiceCard.Render(turn.Moments, typed.Text, choices, found.Count, typed.Wish);
    }

    /// <summary>One way to read what was typed.</summary>
    private sealed record Typed(string Text, RequestWish Wish);
}
