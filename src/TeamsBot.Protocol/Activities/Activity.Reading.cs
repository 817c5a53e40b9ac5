using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace TeamsBot.Protocol.Activities;

/// <summary>What can be read from an activity beyond its fields.</summary>
public sealed partial record Activity
{
    /// <summary>
    /// The text as the user meant it: mentions of the recipient (the bot) removed where their text occurs verbatim, hard spaces made plain, ends trimmed.
    /// Empty when there is no text. Mentions of other people stay.
    /// </summary>
    public string TextWithoutRecipientMention()
    {
        var text = Text ?? "";
        foreach (var entity in Entities ?? [])
        {
            if (entity.IsMentionOf(Recipient?.Id) && !string.IsNullOrEmpty(entity.Text))
            {
                text = text.Replace(entity.Text, "", StringComparison.Ordinal);
            }
        }

        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>The sender's language as a BCP 47 tag: what the client reports, else what the activity says, else null.</summary>
    public string? GetLocale() => NotBlank(ClientInfo()?.Locale) ?? NotBlank(Locale);

    /// <summary>The sender's time zone as an IANA name: what the client reports, else what the activity says, else null.</summary>
    public string? GetTimeZone() => NotBlank(ClientInfo()?.Timezone) ?? NotBlank(LocalTimezone);

    /// <summary>Whether it is an invoke of the message extension.</summary>
    public bool IsOfMessageExtension() => Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true;

    /// <summary>Whether it is a card that the person inserted, and no word of their own: the client writes nothing but tags in place of the card.</summary>
    public bool IsInsertedCard() =>
        Attachments?.Any(attachment => attachment.ContentType == ContentTypes.AdaptiveCard) == true && string.IsNullOrWhiteSpace(Tags().Replace(TextWithoutRecipientMention(), ""));

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    /// <summary>The tenant that the conversation belongs to, or null where the activity names none.</summary>
    public string? GetTenantId() => NotBlank(Conversation?.TenantId) ?? NotBlank(ChannelData?.Tenant?.Id);

    /// <summary>What is needed to speak in this conversation later: store it.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation is null ? null : Conversation with { TenantId = GetTenantId() },
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Locale = GetLocale(),
    };

    /// <summary>The value as an object of this shape; null where it is missing or of another shape.</summary>
    internal T? ReadValue<T>(JsonTypeInfo<T> type)
        where T : class
    {
        if (Value is not { ValueKind: JsonValueKind.Object } value)
        {
            return null;
        }

        try
        {
            return value.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Entity? ClientInfo() => Entities?.FirstOrDefault(entity => entity.Type == EntityTypes.ClientInfo);

    private static string? NotBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
