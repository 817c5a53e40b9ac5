namespace TeamsBot.Protocol.Activities;

/// <summary>Outgoing messages.</summary>
public static class MessageFactory
{
    /// <summary>A message of text that Teams shows as it is, without reading markdown in it.</summary>
    public static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Plain };

    /// <summary>A message of text in which Teams reads markdown: text from outside must be escaped before.</summary>
    public static Activity Markdown(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Markdown };

    /// <summary>
    /// A message of one card and nothing else: Teams splits a message with both text and card in two, and then gives no id to update it by.
    /// </summary>
    /// <param name="card">The card.</param>
    /// <param name="summary">What the notification says.</param>
    /// <param name="alert">Whether a channel message also shows in the activity feed; personal messages alert anyway.</param>
    public static Activity AdaptiveCard(RawJson card, string? summary = null, bool alert = false) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [Attachment.AdaptiveCard(card)],
        ChannelData = alert ? new() { Notification = new() { Alert = true } } : null,
    };

    /// <summary>
    /// Asks a person in their chat with the bot whether they want a file. The answer is an invoke, read by <see cref="FileConsentCardResponse.From"/>;
    /// Teams asks only for an app whose manifest says <c>supportsFiles</c>.
    /// </summary>
    /// <param name="name">The file's name with its extension.</param>
    /// <param name="card">What the person reads, and what comes back with the answer.</param>
    /// <param name="summary">What the notification says.</param>
    public static Activity FileConsent(string name, FileConsentCard card, string? summary = null) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [Attachment.FileConsent(name, card)],
    };

    /// <summary>Shows a file that has been uploaded, where its person can open it.</summary>
    /// <param name="uploaded">Where the file went, as the person's consent said it.</param>
    /// <param name="summary">What the notification says.</param>
    public static Activity FileInfo(FileUploadInfo uploaded, string? summary = null) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [Attachment.FileInfo(uploaded)],
    };

    public static Activity Typing() => new() { Type = ActivityTypes.Typing };
}
