using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback;

/// <summary>Where the card of a week goes: somebody's own chat, or marketing's channel.</summary>
/// <param name="Id">Of the person or the channel.</param>
/// <param name="Moments">In the language and zone of who reads it there.</param>
/// <param name="Morning">The end of the night that it is for them; null by day.</param>
public sealed record FeedbackPlace(string Id, Conversation Chat, Moments Moments, Instant? Morning);

/// <summary>Looks up where somebody is told.</summary>
public sealed class FeedbackPlaces(PeopleStore people, ConversationStore conversations, AgreementStore agreements, TeamsPost post, TimeProvider time)
{
    /// <summary>Somebody's own chat; null where they cannot be reached.</summary>
    public async Task<FeedbackPlace?> OfAsync(PersonRef person, Organisation organisation, CancellationToken cancel)
    {
        if (await post.FindAsync(person, organisation, cancel) is not { } chat || (chat.ClosedBecause is not null && chat.Team is null))
        {
            return null;
        }

        var known = (await people.PersonAsync(organisation.TenantId, person.Id, cancel))?.Value;
        var zone = known?.TimeZone ?? organisation.TimeZone;
        var by = (await agreements.InForceAsync(organisation.TenantId, cancel)).Quiet?.Wait(time.Now, zone);
        return new(person.Id.Value, chat, new(Say.In(known?.Language ?? organisation.Language), zone, time.Now), by > time.Now ? by : null);
    }

    /// <summary>The place that was told before; null where it is gone.</summary>
    public async Task<FeedbackPlace?> FindAsync(string id, Organisation organisation, CancellationToken cancel) =>
        id == organisation.MarketingChannel || await conversations.FindAsync(ConversationStore.Channel(id), cancel) is not null
            ? await OfChannelAsync(id, organisation, cancel)
            : await OfAsync(new(new PersonId(id), ""), organisation, cancel);

    /// <summary>For campaigns whose owner nobody knows or reaches: marketing's channel, else its head; null where there is neither.</summary>
    public async Task<FeedbackPlace?> OfMarketingAsync(Organisation organisation, CancellationToken cancel)
    {
        if (organisation.MarketingChannel is { } channel && await OfChannelAsync(channel, organisation, cancel) is { } place)
        {
            return place;
        }

        return organisation.HeadOfMarketing is { } head ? await OfAsync(head, organisation, cancel) : null;
    }

    private async Task<FeedbackPlace?> OfChannelAsync(string channel, Organisation organisation, CancellationToken cancel) =>
        await conversations.FindAsync(ConversationStore.Channel(channel), cancel) is { Value: var known }
            ? new(channel, known, new(Say.In(organisation.Language), organisation.TimeZone, time.Now, ShowZone: true), Morning: null)
            : null;
}
