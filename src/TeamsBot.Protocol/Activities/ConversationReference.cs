namespace TeamsBot.Protocol.Activities;

/// <summary>All that is needed to speak in a conversation later. The bot stores it and renews it from every activity that comes in.</summary>
public sealed record ConversationReference : WireObject
{
    public string? ActivityId { get; set; }

    public ChannelAccount? User { get; set; }

    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public string? Locale { get; set; }

    /// <summary>The same conversation's channel, or one thread of it.</summary>
    public ConversationReference InConversation(string conversationId) =>
        this with { Conversation = (Conversation ?? new()) with { Id = conversationId } };
}
