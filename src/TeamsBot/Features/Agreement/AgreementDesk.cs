using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Agreement;

/// <summary>Shows the agreement in force to everybody who has a role.</summary>
public sealed class AgreementDesk(AgreementStore agreements)
{
    public async Task<Reply> ShowAsync(Turn turn, CancellationToken cancel) => turn.Roles == Roles.Reader
        ? Reply.Text(turn.Say.Text("refused.agreement"))
        : Reply.Card(AgreementCard.Render(await ViewAsync(turn, cancel)));

    /// <summary>The same as the answer to a button, for the way back.</summary>
    public async Task<AdaptiveCardInvokeResponse> ViewAgainAsync(Turn turn, CancellationToken cancel) => (await ShowAsync(turn, cancel)).ToInvoke();

    public async Task<AdaptiveCardInvokeResponse> DetailsAsync(Turn turn, CancellationToken cancel) => turn.Roles == Roles.Reader
        ? Answer.Bad(turn, "refused.agreement")
        : Answer.Card(AgreementCard.Details(await ViewAsync(turn, cancel)));

    public async Task<AdaptiveCardInvokeResponse> RubricAsync(Turn turn, CancellationToken cancel) => turn.Roles == Roles.Reader
        ? Answer.Bad(turn, "refused.agreement")
        : Answer.Card(RubricCard.Render(await ViewAsync(turn, cancel)));

    /// <summary>Managers and admins change what both sides agreed on.</summary>
    public static bool MayChange(Turn turn) => turn.Actor.Is(Roles.Manager) || turn.Actor.Is(Roles.Admin);

    public static AgreementView View(Turn turn, SlaAgreement agreement) =>
        new(agreement, turn.Moments, turn.Organisation.SalesChannels, MayChange(turn));

    private async Task<AgreementView> ViewAsync(Turn turn, CancellationToken cancel) =>
        View(turn, await agreements.InForceAsync(turn.Organisation.TenantId, cancel));
}
