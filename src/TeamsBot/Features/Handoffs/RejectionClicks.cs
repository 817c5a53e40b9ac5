using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Handoffs;

/// <summary>The buttons around a rejection: with what follows from it, that marketing disputes it, and what a head decides.</summary>
public sealed class RejectionClicks(HandoffClicks clicks, HandoffStore handoffs)
{
    public Task<AdaptiveCardInvokeResponse> RejectAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (input.Choice<RejectionReason>("reason") is not { } reason)
        {
            return Task.FromResult(Answer.Bad(turn, "error.chooseReason"));
        }

        var (typed, note, to) = (input.Text("until"), input.Text("note"), input.Text("to"));
        LocalDate? until = null;
        if (typed is not null)
        {
            if (!LocalDatePattern.Iso.Parse(typed).TryGetValue(default, out var day))
            {
                return Task.FromResult(Answer.Bad(turn, "error.chooseDate"));
            }

            until = day;
        }

        return clicks.DecideAsync(
            turn,
            input,
            HandoffVerbs.Reject,
            (handoff, terms) => handoff.Reject(turn.Actor, turn.Now, reason, note, terms, new(until, to, [.. turn.Organisation.SalesChannels.Select(channel => channel.Id).Where(id => id != handoff.Channel)])),
            cancel);
    }

    public Task<AdaptiveCardInvokeResponse> DisputeAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideOnLastAsync(turn, input, HandoffVerbs.Dispute, (handoff, terms) => handoff.Contest(turn.Actor, turn.Now, input.Text("why"), turn.Organisation, terms), cancel);

    public Task<AdaptiveCardInvokeResponse> StandsAsync(Turn turn, CardInput input, CancellationToken cancel) => RuleAsync(turn, input, HandoffVerbs.Stands, stands: true, cancel);

    public Task<AdaptiveCardInvokeResponse> OverruleAsync(Turn turn, CardInput input, CancellationToken cancel) => RuleAsync(turn, input, HandoffVerbs.Overrule, stands: false, cancel);

    private Task<AdaptiveCardInvokeResponse> RuleAsync(Turn turn, CardInput input, string verb, bool stands, CancellationToken cancel) =>
        DecideOnLastAsync(turn, input, verb, (handoff, terms) => handoff.Rule(turn.Actor, turn.Now, stands, turn.Organisation, terms), cancel);

    // Once the lead is on its way again nothing of the earlier rejection is left to decide; whoever clicks the same again sees how it was decided.
    private async Task<AdaptiveCardInvokeResponse> DecideOnLastAsync(
        Turn turn, CardInput input, string verb, Func<Handoff, Domain.Agreement.Terms, Decision> decide, CancellationToken cancel)
    {
        var last = HandoffId.TryParse(input.Text("handoff"), out var id) && id.Lead.Value is { } lead && Storage.Tables.Keys.Fits(lead) ? await handoffs.LatestAsync(id.Lead, cancel) : null;
        return await clicks.DecideAsync(
            turn,
            input,
            verb,
            (handoff, terms) => decide(handoff, terms) is Decision.Applied applied
                ? last?.Id.Number > handoff.Id.Number ? new Decision.Refused(Refusal.HandedAgain, handoff) : applied
                : decide(handoff, terms),
            cancel,
            alsoInMarketing: true);
    }
}
