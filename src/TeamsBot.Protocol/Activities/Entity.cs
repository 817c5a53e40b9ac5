namespace TeamsBot.Protocol.Activities;

/// <summary>
/// What an activity says about its text or its sender. The fields of mentions and of client information stand side by side,
/// because the type that tells them apart may come last on the wire; other types keep their fields in Properties.
/// </summary>
public sealed record Entity : WireObject
{
    /// <summary>One of <see cref="EntityTypes"/>, or a type that is not known here.</summary>
    public string? Type { get; set; }

    /// <summary>Of a mention: who.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>Of a mention: the text that stands for it, verbatim, in the activity's text. Teams drops a mention that does not occur there.</summary>
    public string? Text { get; set; }

    /// <summary>Of client information: BCP 47 tag of the app's language.</summary>
    public string? Locale { get; set; }

    /// <summary>Of client information: IANA name.</summary>
    public string? Timezone { get; set; }

    public string? Country { get; set; }

    public string? Platform { get; set; }

    /// <summary>A mention; put <paramref name="text"/> (such as <c>&lt;at&gt;Ann&lt;/at&gt;</c>) into the activity's text as well.</summary>
    public static Entity Mention(ChannelAccount who, string text) => new() { Type = EntityTypes.Mention, Mentioned = who, Text = text };

    public bool IsMentionOf(string? accountId) => Type == EntityTypes.Mention && accountId is not null && Mentioned?.Id == accountId;
}
