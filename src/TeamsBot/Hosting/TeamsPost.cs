using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Operations;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>A message as it stands in Teams: the conversation or thread that it is in, and its id there.</summary>
public sealed record Posted(string Conversation, string? ActivityId);

/// <summary>Writes to channels and people that Baton knows, outside of a turn.</summary>
public sealed partial class TeamsPost(
    ConnectorClient connector, ConversationStore conversations, PeopleStore people, TroubleChanges troubles, TimeProvider time, ILogger<TeamsPost> log)
{
    /// <summary>The sales channel of a handoff. One that cannot be reached is an exception, since a lead would be lost in silence.</summary>
    public async Task<Conversation> HomeAsync(Handoff handoff, CancellationToken cancel) =>
        (await conversations.FindAsync(ConversationStore.Channel(handoff.Channel), cancel))?.Value
            ?? throw new InvalidOperationException("The sales channel has no conversation on record; save the set-up of its team again.");

    /// <summary>The place of a copy. Null for a person or another channel that cannot be reached: the copy is left out then.</summary>
    /// <param name="home">The handoff's own sales channel.</param>
    public async Task<Conversation?> FindAsync(Handoff handoff, Copy copy, Conversation home, CancellationToken cancel) => copy switch
    {
        { Audience: Audience.Channel } => home,
        { Audience: Audience.Marketing } => await MarketingAsync(home.TenantId, cancel),
        { Person: { } person } => await PersonalAsync(person, home, cancel),
        { Notice: { } number } when handoff.Notices.Find(number)?.Channel is { } other => (await conversations.FindAsync(ConversationStore.Channel(other), cancel))?.Value,
        { Audience: Audience.Notice } => home,
        _ => null,
    };

    /// <summary>Somebody's chat with Baton; null when they cannot be reached.</summary>
    public async Task<Conversation?> FindAsync(PersonRef person, Organisation organisation, CancellationToken cancel)
    {
        foreach (var channel in organisation.SalesChannels.Select(channel => channel.Id).Append(organisation.MarketingChannel).OfType<string>())
        {
            if (await conversations.FindAsync(ConversationStore.Channel(channel), cancel) is { Value: var known })
            {
                return await PersonalAsync(person, known, cancel);
            }
        }

        return (await conversations.FindAsync(ConversationStore.Personal(person.Id), cancel))?.Value;
    }

    /// <summary>
    /// Makes a message show what it is to show: updates it where it is known, else posts it. With <paramref name="anew"/>
    /// the old message gives way to a new one, which is what makes a phone ring.
    /// </summary>
    /// <param name="thread">Where a first message goes in a channel; null begins a thread.</param>
    /// <returns>Where the message stands; null when the conversation takes nothing from us.</returns>
    public async Task<Posted?> ShowAsync(Conversation conversation, Posted? old, Activity message, bool anew, string? thread, CancellationToken cancel)
    {
        if (conversation.ClosedBecause is not null && conversation.Team is null)
        {
            return null;
        }

        // Whoever works here has other things to show meanwhile, in conversations that are free.
        if (connector.Budget.UntilTurn(conversation.TenantId, conversation.Id, Traffic.Send) is { } wait)
        {
            throw new ConnectorException(ConnectorError.NotItsTurn, "The conversation took as many messages as Teams allows for now.") { RetryAfter = wait };
        }

        try
        {
            var posted = await ShowOpenAsync(conversation, old, message, anew, thread, cancel);
            await OpenAsync(conversation, cancel);
            return posted;
        }
        catch (ConnectorException refusal) when (refusal.IsConversationClosed)
        {
            await CloseAsync(conversation, refusal, cancel);
            return conversation.Team is null ? null : throw new InvalidOperationException($"The channel takes nothing from Baton: {refusal.Error}.", refusal);
        }
    }

    /// <summary>Whether Teams has certainly not taken a first message that failed so. Where no answer came it may stand there, and is not to be sent again.</summary>
    public static bool IsSurelyNotThere(Exception failure) =>
        failure is NeverSentException or ConnectorException { Status: not null } or ConnectorException { MayHaveHappened: false } or InvalidOperationException;

    private async Task<Posted> ShowOpenAsync(Conversation conversation, Posted? old, Activity message, bool anew, string? thread, CancellationToken cancel)
    {
        if (old?.ActivityId is null)
        {
            return await PostAsync(conversation, message, thread, cancel);
        }

        if (!anew)
        {
            return await UpdateAsync(conversation, old, message, thread, cancel);
        }

        var posted = await PostAsync(conversation, message, thread, cancel);
        await RetireAsync(conversation, old, message, cancel);
        return posted;
    }

    private async Task<Conversation?> MarketingAsync(string tenant, CancellationToken cancel)
    {
        var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
        return organisation.MarketingChannel is { } channel
            ? (await conversations.FindAsync(ConversationStore.Channel(channel), cancel))?.Value
            : null;
    }

    private async Task<Conversation?> PersonalAsync(PersonRef person, Conversation sales, CancellationToken cancel)
    {
        var partition = ConversationStore.Personal(person.Id);
        if (await conversations.FindAsync(partition, cancel) is { } known)
        {
            return known.Value;
        }

        var teamsId = (await people.PersonAsync(sales.TenantId, person.Id, cancel))?.Value.TeamsId;
        if (teamsId is null)
        {
            return null;
        }

        try
        {
            var created = await connector.CreatePersonalConversationAsync(sales.ServiceUrl, sales.TenantId, teamsId, cancel);
            var (conversation, _) = await conversations.ChangeAsync(partition, old => old ?? new(created.Id!, sales.ServiceUrl, sales.TenantId), cancel);
            return conversation;
        }
        catch (ConnectorException refusal) when (!refusal.IsTransient)
        {
            NotReached(refusal.Error);
            await troubles.SeeAsync(new(TroubleKind.SendsRefused, refusal.Error.ToString(), time.Now) { Count = 1 }, cancel);
            return null;
        }
    }

    private async Task<Posted> PostAsync(Conversation conversation, Activity message, string? thread, CancellationToken cancel)
    {
        if (conversation.Team is null || thread is not null)
        {
            return new(thread ?? conversation.Id, (await connector.SendToConversationAsync(At(conversation, thread), message, cancel)).Id);
        }

        var begun = await connector.CreateChannelThreadAsync(conversation.ServiceUrl, conversation.TenantId, conversation.Id, message, cancel);
        return new(begun.Id ?? conversation.Id, begun.ActivityId);
    }

    // A message that somebody deleted comes back: the lead that it stood for is still there.
    private async Task<Posted> UpdateAsync(Conversation conversation, Posted old, Activity message, string? thread, CancellationToken cancel)
    {
        try
        {
            await connector.UpdateActivityAsync(At(conversation, old.Conversation), old.ActivityId!, message, cancel);
            return old;
        }
        catch (ConnectorException gone) when (gone.Error == ConnectorError.ActivityNotFoundInConversation)
        {
            return await PostAsync(conversation, message, thread, cancel);
        }
    }

    // Where a message cannot be deleted it is made to say the same as the new one.
    private async Task RetireAsync(Conversation conversation, Posted old, Activity message, CancellationToken cancel)
    {
        try
        {
            await connector.DeleteActivityAsync(At(conversation, old.Conversation), old.ActivityId!, cancel);
        }
        catch (ConnectorException refusal) when (!refusal.IsTransient)
        {
            await UpdateAsync(conversation, old, message, thread: null, cancel);
        }
    }

    /// <summary>A stored conversation, or one thread of it, as the connector takes it.</summary>
    public static ConversationReference At(Conversation conversation, string? thread = null) => new()
    {
        ServiceUrl = conversation.ServiceUrl,
        ChannelId = Channels.Msteams,
        Conversation = new() { Id = thread ?? conversation.Id, TenantId = conversation.TenantId },
    };

    private async Task CloseAsync(Conversation conversation, ConnectorException refusal, CancellationToken cancel)
    {
        Closed(refusal.Error);
        if (conversation.Team is not null)
        {
            await conversations.ChangeAsync(
                ConversationStore.Channel(conversation.Id), known => (known ?? conversation) with { ClosedBecause = refusal.Error.ToString() }, cancel);
            await troubles.SeeAsync(new(TroubleKind.ChannelLost, conversation.Id, time.Now), cancel);
        }
    }

    // It took a message: whatever closed it is over, also where nobody spoke there since.
    private async Task OpenAsync(Conversation conversation, CancellationToken cancel)
    {
        if (conversation.ClosedBecause is not null)
        {
            await conversations.ChangeAsync(
                ConversationStore.Channel(conversation.Id), known => (known ?? conversation) with { ClosedBecause = null }, cancel);
        }
    }

    [LoggerMessage(201, LogLevel.Warning, "A person could not be written to: {Error}. Their copy of the card is left out.")]
    private partial void NotReached(ConnectorError error);

    [LoggerMessage(202, LogLevel.Error, "A conversation takes nothing from Baton: {Error}. Install Baton there again.")]
    private partial void Closed(ConnectorError error);
}
