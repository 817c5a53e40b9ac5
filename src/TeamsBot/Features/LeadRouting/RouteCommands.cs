using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.LeadRouting.Cards;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.LeadRouting;

/// <summary><c>route LEAD</c> says where a lead would go now and why, and changes nothing; <c>route</c> shows the rules, and how fair the turns were.</summary>
public sealed class RouteCommands(LeadStore leads, AgreementStore agreements, LeadRouter router)
{
    // More than a list shows, to say how many there are.
    private const int MostFound = 50;

    public async Task<Reply> RunAsync(Turn turn, string lead, CancellationToken cancel)
    {
        if (WhyNot(turn, lead.Length == 0 ? Roles.Rep | Roles.Marketer | Roles.Manager | Roles.Admin : Roles.Marketer | Roles.Manager | Roles.Admin) is { } refusal)
        {
            return refusal;
        }

        return lead.Length == 0 ? await PoolsAsync(turn, cancel) : await LookAsync(turn, lead, cancel);
    }

    /// <summary>A lead picked from a list.</summary>
    public async Task<AdaptiveCardInvokeResponse> PickAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (WhyNot(turn, Roles.Marketer | Roles.Manager | Roles.Admin) is { } refusal)
        {
            return refusal.ToInvoke();
        }

        return input.Text("lead") is { } id && await leads.GetAsync(new LeadId(id), cancel) is { } lead
            ? (await LookAsync(turn, lead, cancel)).ToInvoke()
            : Answer.Unknown(turn);
    }

    private static Reply? WhyNot(Turn turn, Roles any) => (turn.Roles & any) == Roles.Reader ? Reply.Text(turn.Say.Text("refused.route")) : null;

    private async Task<Reply> LookAsync(Turn turn, string asked, CancellationToken cancel)
    {
        var found = await leads.FindAsync(asked, MostFound, cancel);
        return found switch
        {
            [] => Reply.Text(turn.Say.Text("handOff.unknown", ("lead", asked))),
            [var only] => await LookAsync(turn, only, cancel),
            [var first, ..] when first.Id.Value == asked => await LookAsync(turn, first, cancel),
            _ => Reply.Card(WhichLeadCard.Render(turn.Say, asked, found)),
        };
    }

    private async Task<Reply> LookAsync(Turn turn, Lead lead, CancellationToken cancel)
    {
        if (lead.ErasedAt is not null)
        {
            return Reply.Text(turn.Say.Text("handOff.forgotten", ("lead", lead.Id.Value)));
        }

        var agreement = await agreements.InForceAsync(turn.Organisation.TenantId, cancel);
        var way = await router.LookAsync(turn.Organisation.TenantId, lead, agreement, cancel);
        return Reply.Card(DryRunCard.Render(new(turn.Moments, turn.Organisation, lead, agreement.Routing, way)));
    }

    private async Task<Reply> PoolsAsync(Turn turn, CancellationToken cancel)
    {
        var agreement = await agreements.InForceAsync(turn.Organisation.TenantId, cancel);
        List<PoolView> pools = [];
        foreach (var pool in agreement.Routing.Pools.Take(PoolsCard.MostPools))
        {
            pools.Add(new(pool, await router.MomentAsync(turn.Organisation.TenantId, pool, agreement, cancel)));
        }

        return Reply.Card(PoolsCard.Render(turn.Moments, turn.Organisation, agreement.Routing, pools));
    }
}
