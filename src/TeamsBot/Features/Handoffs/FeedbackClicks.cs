using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Handoffs;

/// <summary>What the owner of a lead notes after contact: a tap a thing, and a sentence where they like.</summary>
public sealed class FeedbackClicks(HandoffClicks clicks, HandoffStore handoffs, AnnouncementStore announcements)
{
    public Task<AdaptiveCardInvokeResponse> HeardAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        input.Choice<Objection>("what") is { } objection && On(input) is { } on
            ? DecideAsync(turn, input, HandoffVerbs.Heard, (handoff, terms) => handoff.Hear(turn.Actor, turn.Now, objection, on, terms), cancel)
            : Task.FromResult(Answer.Unknown(turn));

    public async Task<AdaptiveCardInvokeResponse> HelpedAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        await ContentAsync(turn, input, cancel) is { } content && On(input) is { } on
            ? await DecideAsync(turn, input, HandoffVerbs.Helped, (handoff, terms) => handoff.Help(turn.Actor, turn.Now, content, on, terms), cancel)
            : Answer.Unknown(turn);

    public Task<AdaptiveCardInvokeResponse> QuoteAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Quote, (handoff, terms) => handoff.Quote(turn.Actor, turn.Now, input.Text("quote"), terms), cancel);

    private Task<AdaptiveCardInvokeResponse> DecideAsync(Turn turn, CardInput input, string verb, Func<Handoff, Terms, Decision> decide, CancellationToken cancel) =>
        clicks.DecideAsync(turn, input, verb, decide, cancel);

    // A button says how it is to be, so that two fast taps both count and one that comes twice counts once.
    private static bool? On(CardInput input) => input.Text("on") switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    // What is called what comes from the campaign, never from the client; what was noted before may be taken away also where the campaign has it no more.
    private async Task<HelpfulContent?> ContentAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (input.Text("what") is not { } id || !HandoffId.TryParse(input.Text("handoff"), out var handoff) || await handoffs.LoadAsync(handoff, cancel) is not { } stored)
        {
            return null;
        }

        var announced = string.IsNullOrWhiteSpace(stored.Lead.Campaign) ? null : await announcements.OfCampaignAsync(turn.Organisation.TenantId, stored.Lead.Campaign, cancel);
        return HelpfulContent.Offered(announced).Concat(stored.Handoff.Feedback?.Content.Select(noted => noted.What) ?? []).FirstOrDefault(content => content.Id == id);
    }
}
