using System.Text.Json;

namespace TeamsBot.Protocol.Activities;

/// <summary>
/// One Bot Framework activity as Teams sends and takes it. Read and written with <see cref="ActivityJson"/>.
/// In an outgoing activity leave <see cref="Id"/> and <see cref="Timestamp"/> unset: the service fills them.
/// </summary>
public sealed partial record Activity : WireObject
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a type that is not known here.</summary>
    public string? Type { get; set; }

    public string? Id { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>IANA name of the sender's time zone.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Where answers go. It can change: store the newest one per conversation.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public string? Text { get; set; }

    /// <summary>plain, markdown or xml. Teams reads outgoing text as markdown unless told otherwise.</summary>
    public string? TextFormat { get; set; }

    /// <summary>Teams shows it as the notification of a message that has only a card.</summary>
    public string? Summary { get; set; }

    /// <summary>BCP 47 tag; see <see cref="GetLocale"/>.</summary>
    public string? Locale { get; set; }

    /// <summary>Of an invoke or a card submission: the message that carries the card.</summary>
    public string? ReplyToId { get; set; }

    public string? AttachmentLayout { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }

    public IReadOnlyList<Entity>? Entities { get; set; }

    public TeamsChannelData? ChannelData { get; set; }

    /// <summary>The name of an invoke or event; see <see cref="InvokeNames"/>.</summary>
    public string? Name { get; set; }

    /// <summary>Of an installation update: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; set; }

    /// <summary>What an invoke or a card submission carries. All of it is under the client's control.</summary>
    public JsonElement? Value { get; set; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; set; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; set; }

    public string? DeliveryMode { get; set; }

    public string? Importance { get; set; }
}
