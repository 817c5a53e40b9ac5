using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Features.Duplicates.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Duplicates;

/// <summary>Tells the marketing channel of each organisation what is new, once a day at the most and only when there is something.</summary>
public sealed class DuplicateNews(DuplicateNewsStore news, JoinStore joins, PairStore pairs, PeopleStore people, ConversationStore conversations, TeamsPost post, TimeProvider time) : IWorkHandler
{
    private const int MostCounted = 1000;

    // The next morning, where today was told already.
    private static readonly LocalTime Morning = new(9, 0);

    public string Kind => DuplicateWork.NewsKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        await news.BeginAsync(cancel);
        Instant? later = null;
        await foreach (var tenant in people.TenantsAsync(cancel))
        {
            var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
            if (await TellAsync(organisation, cancel) is { } at && !(at > later))
            {
                later = at;
            }
        }

        return later is { } morning ? WorkOutcome.Until(morning) : WorkOutcome.Done;
    }

    // When to look again; null when there is nothing more to tell.
    private async Task<Instant?> TellAsync(Organisation organisation, CancellationToken cancel)
    {
        if (organisation.MarketingChannel is not { } channel || await conversations.FindAsync(ConversationStore.Channel(channel), cancel) is not { Value: var conversation })
        {
            return null;
        }

        var told = await news.ToldAsync(organisation.TenantId, cancel);
        var (joined, isNew) = (await joins.CountSinceAsync(told.Value, MostCounted, cancel), await pairs.HasSinceAsync(told.Value, MostCounted, cancel));
        if (joined == 0 && !isNew)
        {
            return null;
        }

        var today = time.Now.InZone(organisation.TimeZone).Date;
        if (told.Value is { } last && last.InZone(organisation.TimeZone).Date >= today)
        {
            return today.PlusDays(1).At(Morning).InZoneLeniently(organisation.TimeZone).ToInstant();
        }

        var card = DuplicateNewsCard.Render(Say.In(organisation.Language), joined, await pairs.CountAsync(MostCounted, cancel));
        if (await news.ClaimAsync(organisation.TenantId, told, cancel) is { } claimed)
        {
            await SendAsync(organisation, conversation, card, claimed, told.Value, cancel);
        }

        return null;
    }

    private async Task SendAsync(Organisation organisation, Conversation conversation, AdaptiveCard card, Stored<Instant?> claimed, Instant? before, CancellationToken cancel)
    {
        try
        {
            await post.ShowAsync(conversation, old: null, MessageFactory.AdaptiveCard(CardWire.Of(card), card.FallbackText), anew: false, thread: null, cancel);
        }
        catch (Exception failure) when (TeamsPost.IsSurelyNotThere(failure))
        {
            await news.ReleaseAsync(organisation.TenantId, claimed, before, CancellationToken.None);
            throw;
        }
    }
}
