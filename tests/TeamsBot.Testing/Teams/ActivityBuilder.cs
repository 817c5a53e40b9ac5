using System.Globalization;
using System.Text.Json;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Testing.Teams;

/// <summary>Activities as Teams sends them to the bot, answered at one service URL. Ids count up, so that each activity is a new one.</summary>
public sealed class ActivityBuilder(string serviceUrl, string tenantId = FakeTeam.TenantId)
{
    private static readonly DateTimeOffset SentAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private long _lastId = 1_772_442_000_000;

    /// <summary>What someone types in their chat with the bot.</summary>
    public Activity PersonalMessage(Person from, string text) => InPersonalChat(Base(ActivityTypes.Message, from), from) with
    {
        Text = text,
        TextFormat = TextFormats.Plain,
    };

    /// <summary>What someone types in a channel; the bot is mentioned, or it would not hear of it.</summary>
    /// <param name="from">Who.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="text">The text after the mention.</param>
    /// <param name="threadId">The message that began the thread; null begins a new one.</param>
    public Activity ChannelMessage(Person from, string channelId, string text, string? threadId = null)
    {
        const string Mention = $"<at>{FakeTeam.BotName}</at>";
        var message = Base(ActivityTypes.Message, from);
        return InChannel(message, channelId, threadId ?? message.Id!) with
        {
            Text = $"{Mention} {text}",
            TextFormat = TextFormats.Plain,
            Entities = [.. message.Entities!, Entity.Mention(FakeTeam.Bot, Mention)],
        };
    }

    /// <summary>A plain Action.Submit in a personal chat: a message with a value and no text.</summary>
    public Activity PersonalSubmit(Person from, string replyToId, string valueJson) => InPersonalChat(Base(ActivityTypes.Message, from), from) with
    {
        ReplyToId = replyToId,
        Value = Parse(valueJson),
    };

    /// <summary>Someone presses Action.Execute on a card.</summary>
    /// <param name="from">Who.</param>
    /// <param name="conversationId">The conversation of the card; a channel's or thread's id, or a personal chat's.</param>
    /// <param name="cardActivityId">The message that carries the card.</param>
    /// <param name="verb">The action's verb.</param>
    /// <param name="dataJson">The action's data with the inputs merged in.</param>
    /// <param name="trigger">manual, automatic, or null as some clients send it.</param>
    public Activity CardAction(
        Person from, string conversationId, string cardActivityId, string verb, string dataJson = "{}", string? trigger = "manual")
    {
        var invoke = Invoke(from, conversationId, InvokeNames.AdaptiveCardAction, "{}");
        var value = new AdaptiveCardInvokeValue
        {
            Action = new() { Type = AdaptiveCardInvokeAction.Execute, Verb = verb, Data = Parse(dataJson) },
            Trigger = trigger,
        };
        return invoke with
        {
            ReplyToId = cardActivityId,
            Value = JsonSerializer.SerializeToElement(value, ActivityJson.Wire.AdaptiveCardInvokeValue),
        };
    }

    /// <summary>Someone answers a file consent card in their chat with the bot.</summary>
    /// <param name="from">Who.</param>
    /// <param name="cardActivityId">The message that carries the card.</param>
    /// <param name="uploadInfo">Where the file is to go; null declines it.</param>
    /// <param name="contextJson">The card's context for this answer.</param>
    public Activity FileConsent(Person from, string cardActivityId, FileUploadInfo? uploadInfo, string contextJson = "{}")
    {
        var answer = new FileConsentCardResponse
        {
            Action = uploadInfo is null ? "decline" : "accept",
            Context = Parse(contextJson),
            UploadInfo = uploadInfo,
        };
        var json = JsonSerializer.Serialize(answer, ActivityJson.Wire.FileConsentCardResponse);
        return Invoke(from, from.PersonalChatId, InvokeNames.FileConsent, json) with { ReplyToId = cardActivityId };
    }

    /// <summary>Any invoke.</summary>
    public Activity Invoke(Person from, string conversationId, string name, string valueJson)
    {
        var invoke = Base(ActivityTypes.Invoke, from) with { Name = name, Value = Parse(valueJson) };
        invoke = invoke with { Id = "f:" + invoke.Id };
        if (conversationId == from.PersonalChatId || !conversationId.StartsWith("19:", StringComparison.Ordinal))
        {
            return InPersonalChat(invoke, from) with { Conversation = PersonalChat(conversationId) };
        }

        var thread = ChannelThread.Parse(conversationId);
        return InChannel(invoke, thread.ChannelId, thread.RootMessageId);
    }

    /// <summary>The app is added to (or removed from) the team.</summary>
    public Activity TeamInstallation(Person by, string action = InstallationUpdateActions.Add) =>
        InChannel(Base(ActivityTypes.InstallationUpdate, by), FakeTeam.GeneralChannelId, null) with { Action = action };

    /// <summary>The app is added to (or removed from) somebody's personal chat.</summary>
    public Activity PersonalInstallation(Person by, string action = InstallationUpdateActions.Add) =>
        InPersonalChat(Base(ActivityTypes.InstallationUpdate, by), by) with { Action = action };

    /// <summary>People, or the bot itself, join the team.</summary>
    public Activity MembersAdded(Person by, params ChannelAccount[] members) =>
        InChannel(Base(ActivityTypes.ConversationUpdate, by), FakeTeam.GeneralChannelId, null) with { MembersAdded = members };

    private Activity Base(string type, Person from) => new()
    {
        Type = type,
        Id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture),
        Timestamp = SentAt,
        ServiceUrl = serviceUrl,
        ChannelId = Channels.Msteams,
        From = from.ToAccount(),
        Recipient = FakeTeam.Bot,
        Locale = from.Locale,
        LocalTimezone = from.TimeZone,
        Entities =
        [
            new() { Type = EntityTypes.ClientInfo, Locale = from.Locale, Timezone = from.TimeZone, Country = from.Locale[^2..], Platform = "Web" },
        ],
    };

    private Activity InPersonalChat(Activity activity, Person with) => activity with
    {
        Conversation = PersonalChat(with.PersonalChatId),
        ChannelData = new() { Tenant = new() { Id = tenantId } },
    };

    private ConversationAccount PersonalChat(string id) => new() { Id = id, ConversationType = ConversationTypes.Personal, TenantId = tenantId };

    private Activity InChannel(Activity activity, string channelId, string? rootMessageId) => activity with
    {
        Conversation = new()
        {
            Id = new ChannelThread(channelId, rootMessageId).ToString(),
            ConversationType = ConversationTypes.Channel,
            IsGroup = true,
            TenantId = tenantId,
        },
        ChannelData = new()
        {
            Tenant = new() { Id = tenantId },
            Team = new() { Id = FakeTeam.TeamId, Name = FakeTeam.TeamName, AadGroupId = FakeTeam.TeamGroupId },
            Channel = new() { Id = channelId },
        },
    };

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
