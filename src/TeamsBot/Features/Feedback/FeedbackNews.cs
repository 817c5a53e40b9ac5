using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Features.Feedback.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Feedback;

/// <summary>Tells the owners of campaigns what sales said of them in a week: a card an owner, once, and nobody at night.</summary>
public sealed class FeedbackNews(FeedbackWeek weeks, FeedbackPlaces places, FeedbackStore store, TeamsPost post)
{
    /// <summary>Sends what was not sent yet. Answers when somebody may be told whose night it is now; null when nothing is left.</summary>
    /// <param name="monday">The one on which the week before it is told.</param>
    public async Task<Instant?> TellAsync(Organisation organisation, LocalDate monday, CancellationToken cancel)
    {
        Instant? later = null;
        List<Exception> failures = [];
        foreach (var of in await weeks.AllAsync(organisation, monday, cancel))
        {
            try
            {
                if (await TellAsync(of, organisation, monday, cancel) is { } morning && !(morning > later))
                {
                    later = morning;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Somebody who cannot be told does not keep the others from being told.
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? later : throw new AggregateException(failures);
    }

    private async Task<Instant?> TellAsync(PlaceFeedback of, Organisation organisation, LocalDate monday, CancellationToken cancel)
    {
        if (of.Place is not { } place)
        {
            throw new InvalidOperationException("Feedback of a campaign without an owner has no reader: choose marketing's channel in the set-up of its team.");
        }

        if (place.Morning is { } morning)
        {
            return morning;
        }

        // All is read before the claim: between it and the message nothing else can end the work.
        var campaigns = (await weeks.WithExamplesAsync(of, organisation, monday, cancel)).Campaigns;
        var instead = await places.OfMarketingAsync(organisation, cancel) ?? place;
        var card = new WeekCardId(organisation.TenantId, monday, place.Id);
        await store.QuoteAsync(card, campaigns.SelectMany(campaign => campaign.Examples).Select(example => example.Lead), cancel);
        if (await store.ClaimAsync(card, cancel))
        {
            await SendAsync(card, campaigns, place, instead, cancel);
        }

        return null;
    }

    private async Task SendAsync(WeekCardId card, IReadOnlyList<CampaignFeedback> campaigns, FeedbackPlace place, FeedbackPlace instead, CancellationToken cancel)
    {
        try
        {
            // A chat that takes nothing any more is not known before it refuses.
            var posted = await PostAsync(new(place.Moments, card.Monday, campaigns), place, cancel) ?? await PostAsync(new(instead.Moments, card.Monday, campaigns), instead, cancel)
                ?? throw new InvalidOperationException("Neither the owner of a campaign nor marketing takes the feedback of a week.");
            await store.ToldAsync(card, posted.Conversation, posted.ActivityId);
        }
        catch (Exception failure) when (TeamsPost.IsSurelyNotThere(failure))
        {
            await store.ReleaseAsync(card);
            throw;
        }
    }

    private Task<Posted?> PostAsync(WeekView view, FeedbackPlace place, CancellationToken cancel)
    {
        var card = WeekCard.Render(view);
        return post.ShowAsync(place.Chat, old: null, MessageFactory.AdaptiveCard(CardWire.Of(card), card.FallbackText, alert: true), anew: false, thread: null, cancel);
    }
}
