using TeamsBot.Features.Feedback.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Feedback;

/// <summary>Shows the card of a week once more, where it stands, after somebody whose words are on it was forgotten: with what is left to quote.</summary>
public sealed class WeekCards(FeedbackWeek weeks, FeedbackPlaces places, FeedbackStore store, PeopleStore people, TeamsPost post) : IWorkHandler
{
    public string Kind => FeedbackPlan.CardKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (WeekCardId.Read(item.Key) is not { } id || await store.MessageAsync(id, cancel) is not var (conversation, activity))
        {
            return WorkOutcome.Done;
        }

        var organisation = (await people.OrganisationAsync(id.Tenant, cancel)).Value;
        if (await places.FindAsync(id.Place, organisation, cancel) is not { } place)
        {
            return WorkOutcome.Done; // A chat that takes nothing from Baton any more.
        }

        var campaigns = (await weeks.OfAsync(organisation, id.Monday, id.Place, cancel))?.Campaigns ?? [];
        await store.QuoteAsync(id, campaigns.SelectMany(campaign => campaign.Examples).Select(example => example.Lead), cancel);
        var card = WeekCard.Render(new(place.Moments, id.Monday, campaigns));
        await post.ShowAsync(place.Chat, new Posted(conversation, activity), MessageFactory.AdaptiveCard(CardWire.Of(card), card.FallbackText), anew: false, thread: null, cancel);
        return WorkOutcome.Done;
    }
}
