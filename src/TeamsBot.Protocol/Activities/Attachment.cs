namespace TeamsBot.Protocol.Activities;

/// <summary>A card, a file or a copy of the text in another format.</summary>
public sealed record Attachment : WireObject
{
    /// <summary>One of <see cref="ContentTypes"/>, or a MIME type.</summary>
    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    /// <summary>A card as JSON that is written out as it is.</summary>
    public RawJson? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    /// <summary>An adaptive card as an attachment.</summary>
    public static Attachment AdaptiveCard(RawJson card) => new() { ContentType = ContentTypes.AdaptiveCard, Content = card };

    /// <summary>The question whether somebody wants a file of this name.</summary>
    public static Attachment FileConsent(string name, FileConsentCard card) => new()
    {
        ContentType = ContentTypes.FileConsentCard,
        Name = name,
        Content = RawJson.From(card, ActivityJson.Wire.FileConsentCard),
    };

    /// <summary>A file that lies in the person's OneDrive, to open from the chat.</summary>
    public static Attachment FileInfo(FileUploadInfo uploaded) => new()
    {
        ContentType = ContentTypes.FileInfoCard,
        ContentUrl = uploaded.ContentUrl,
        Name = uploaded.Name,
        Content = RawJson.From(new FileInfoCard { UniqueId = uploaded.UniqueId, FileType = uploaded.FileType }, ActivityJson.Wire.FileInfoCard),
    };
}
