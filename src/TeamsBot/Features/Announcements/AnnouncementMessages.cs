using System.Security.Cryptography;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Announcements;

/// <summary>What became of a message.</summary>
public enum MessageOutcome
{
    /// <summary>It stands there and shows what it is to show.</summary>
    Shown,

    /// <summary>Somebody else is at it, or was meanwhile.</summary>
    Busy,

    /// <summary>It was refused, or nobody knows whether it stands there: a person decides.</summary>
    Stuck,
}

/// <summary>
/// Brings the messages of an announcement in line with what they are to show. Each is posted once at the most: claimed before it is
/// sent, and left uncertain where no answer came. An update may be done twice, for it shows the same.
/// </summary>
public sealed class AnnouncementMessages(AnnouncementPostStore posts, TeamsPost teams, TimeProvider time)
{
    /// <summary>When to look again at a message that somebody else is at: what they show may be older than what is known by now.</summary>
    public static readonly Duration Soon = Duration.FromSeconds(2);

    /// <summary>For a message that says the same whoever brings it about.</summary>
    public async Task<(AnnouncementPost? Post, MessageOutcome Outcome)> ShowAsync(
        string id, string slot, Conversation? conversation, AdaptiveCard card, string? thread, Instant until, CancellationToken cancel) =>
        await ShowAsync(id, slot, await posts.FindAsync(id, slot, cancel), conversation, card, thread, until, cancel);

    /// <summary>For a message that follows what changes: what was read before somebody else showed what is newer is not shown.</summary>
    /// <param name="slot">Which message, see <see cref="AnnouncementPost.Slot"/>.</param>
    /// <param name="known">The message as it was stored before that was read which the card shows; null when nobody had begun it.</param>
    /// <param name="conversation">Null where there is none that Baton could write to.</param>
    /// <param name="thread">The thread that a first message goes to; null begins one.</param>
    /// <param name="until">The end of the lease.</param>
    /// <returns>The message as it is stored now, and what became of it.</returns>
    public async Task<(AnnouncementPost? Post, MessageOutcome Outcome)> ShowAsync(
        string id, string slot, AnnouncementPost? known, Conversation? conversation, AdaptiveCard card, string? thread, Instant until, CancellationToken cancel)
    {
        var json = CardJson.Serialize(card);
        var shows = Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 12));
        switch (known)
        {
            case { } when known.IsClaimedAt(time.Now):
                return (known, MessageOutcome.Busy);
            case { IsPosted: true } when known.Shows == shows:
                return (known, MessageOutcome.Shown);
            case { IsPosted: false } when known.IsUncertain || known.Refused is not null:
                return (known, MessageOutcome.Stuck);
            case { IsPosted: false, ClaimedUntil: not null }:
                // Whoever claimed it did not come back to say whether it was sent.
                return (await posts.SaveAsync(id, known with { ClaimedUntil = null, IsUncertain = true }, cancel), MessageOutcome.Stuck);
        }

        if (await posts.ClaimAsync(id, slot, known, until, cancel) is not { } mine)
        {
            return (known, MessageOutcome.Busy);
        }

        var ended = await SendAsync(mine, conversation, MessageFactory.AdaptiveCard(new RawJson(json), card.FallbackText, alert: known is not { IsPosted: true }), thread, shows, id, cancel);
        var stored = await posts.SaveAsync(id, ended with { ClaimedUntil = null }, CancellationToken.None);
        return (stored, ended.IsPosted ? MessageOutcome.Shown : MessageOutcome.Stuck);
    }

    // What Teams may take later is an exception, and the claim is given back.
    private async Task<AnnouncementPost> SendAsync(
        AnnouncementPost mine, Conversation? conversation, Activity message, string? thread, string shows, string id, CancellationToken cancel)
    {
        if (conversation is null)
        {
            return mine with { Refused = nameof(ConnectorError.ConversationNotFound) };
        }

        try
        {
            var old = mine.IsPosted ? new Posted(mine.Conversation, mine.ActivityId) : null;
            return await teams.ShowAsync(conversation, old, message, anew: false, thread, cancel) is { ActivityId: not null } posted
                ? mine with { Conversation = posted.Conversation, ActivityId = posted.ActivityId, Shows = shows, PostedAt = mine.PostedAt ?? time.Now, Refused = null, IsUncertain = false }
                : mine with { Refused = conversation.ClosedBecause ?? nameof(ConnectorError.ConversationBlockedByUser) };
        }
        catch (Exception failure) when (Refusal(failure) is { IsTransient: false } refusal)
        {
            return mine with { Refused = refusal.Error.ToString() };
        }
        catch (Exception failure) when (!mine.IsPosted && (failure is OperationCanceledException and not NeverSentException || Refusal(failure) is { MayHaveHappened: true }))
        {
            return mine with { IsUncertain = true };
        }
        catch
        {
            await posts.SaveAsync(id, mine with { ClaimedUntil = null }, CancellationToken.None);
            throw;
        }
    }

    // A channel that takes nothing is an error of its own there, with Teams' refusal within.
    private static ConnectorException? Refusal(Exception failure) => failure as ConnectorException ?? failure.InnerException as ConnectorException;
}
