using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Features.Operators.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators;

/// <summary>
/// Tells each admin in their own chat how a trouble stands: a card that rings when it begins, and the same card when it is over. Where a
/// process died while it sent one, that one is sent again.
/// </summary>
public sealed partial class TroubleNews(
    TroubleStore troubles, Admins admins, TeamsPost teams, ConversationStore conversations, TimeProvider time, ILogger<TroubleNews> log) : IWorkHandler
{
    // While Teams is away: news of it is to be there as soon as Teams is.
    private static readonly Duration s_nextTry = Duration.FromMinutes(1);

    private enum Told
    {
        Already,
        Now,
        Busy,
        NotYet,
        Never,
    }

    public string Kind => TroubleChanges.TellKind;

    // Nobody would be told of it.
    public bool MayBeParked => false;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (TroubleChanges.Read(item.Key) is not var (kind, subject) || await troubles.FindAsync(kind, subject, cancel) is not { Value: var trouble })
        {
            return WorkOutcome.Nothing;
        }

        var all = await admins.AllAsync(cancel);
        List<Told> told = [];
        foreach (var admin in all)
        {
            told.Add(await TellAsync(trouble, admin, item.Due, cancel));
        }

        if (told.TrueForAll(one => one == Told.Never))
        {
            NobodyToTell(kind);
            return WorkOutcome.Done;
        }

        return told.Contains(Told.NotYet) ? WorkOutcome.Until(time.Now + s_nextTry)
            : told.Contains(Told.Busy) ? WorkOutcome.Later
            : told.Contains(Told.Now) ? WorkOutcome.Done
            : WorkOutcome.Nothing;
    }

    private async Task<Told> TellAsync(Trouble trouble, AdminOf admin, Instant until, CancellationToken cancel)
    {
        var known = await troubles.MessageAsync(trouble, admin.Person.Id, cancel);
        if (known?.Version >= trouble.Version)
        {
            return Told.Already;
        }

        if (known?.ClaimedUntil > time.Now)
        {
            return Told.Busy;
        }

        try
        {
            return await teams.FindAsync(admin.Person.Ref, admin.Organisation, cancel) is not { } chat ? Told.Never
                : await troubles.SaveAsync(trouble, (known ?? new(admin.Person.Id, 0, 0, default)) with { ClaimedUntil = until }, cancel) is not { } mine ? Told.Busy
                : await SendAsync(trouble, admin, chat, mine, cancel);
        }
        catch (ConnectorException failure) when (failure.IsTransient || failure.Error == ConnectorError.ServiceError)
        {
            return Told.NotYet;
        }
    }

    private async Task<Told> SendAsync(Trouble trouble, AdminOf admin, Conversation chat, TroubleMessage mine, CancellationToken cancel)
    {
        var rings = mine.Ring < trouble.Ring;
        try
        {
            var card = TroubleCard.Render(await ViewAsync(trouble, admin, cancel));
            var message = MessageFactory.AdaptiveCard(CardWire.Of(card), card.FallbackText, alert: rings);
            var posted = await teams.ShowAsync(chat, rings ? null : new Posted(mine.Conversation, mine.ActivityId), message, anew: false, thread: null, cancel);
            await ToldAsync(trouble, mine, posted ?? new(chat.Id, null));
            return Told.Now;
        }
        catch (ConnectorException refusal) when (!refusal.IsTransient && refusal.Error != ConnectorError.ServiceError)
        {
            NotTold(trouble.Kind, refusal.Error);
            await ToldAsync(trouble, mine, new(mine.Conversation, mine.ActivityId));
            return Told.Now;
        }
        catch
        {
            await troubles.SaveAsync(trouble, mine with { ClaimedUntil = null }, CancellationToken.None);
            throw;
        }
    }

    private Task ToldAsync(Trouble trouble, TroubleMessage mine, Posted posted) => troubles.SaveAsync(
        trouble,
        mine with { Ring = trouble.Ring, Version = trouble.Version, Conversation = posted.Conversation, ActivityId = posted.ActivityId, ClaimedUntil = null },
        CancellationToken.None);

    private async Task<TroubleView> ViewAsync(Trouble trouble, AdminOf admin, CancellationToken cancel)
    {
        var (person, organisation) = admin;
        var moments = new Moments(Say.In(person.Language ?? organisation.Language), person.TimeZone ?? organisation.TimeZone, time.Now);
        return new(trouble, moments)
        {
            Channel = trouble.Kind != TroubleKind.ChannelLost ? null
                : organisation.FindChannel(trouble.Subject)?.Name ?? (await conversations.FindAsync(ConversationStore.Channel(trouble.Subject), cancel))?.Value.Name,
        };
    }

    [LoggerMessage(903, LogLevel.Warning, "There is a trouble, {Kind}, and no admin who could be told: give somebody the role who has written to Baton.")]
    private partial void NobodyToTell(TroubleKind kind);

    [LoggerMessage(904, LogLevel.Warning, "An admin could not be told of a trouble, {Kind}: {Error}.")]
    private partial void NotTold(TroubleKind kind, ConnectorError error);
}
