namespace TeamsBot.Protocol.Activities;

/// <summary>The answer to a search of the message extension.</summary>
public sealed record MessagingExtensionResponse
{
    public MessagingExtensionResult? ComposeExtension { get; set; }

    /// <summary>A list to choose from; what is chosen goes into the message that the person writes.</summary>
    public static MessagingExtensionResponse Results(IReadOnlyList<MessagingExtensionAttachment> results) =>
        new() { ComposeExtension = new() { Type = "result", AttachmentLayout = "list", Attachments = results } };

    /// <summary>A sentence in place of results.</summary>
    public static MessagingExtensionResponse Message(string text) => new() { ComposeExtension = new() { Type = "message", Text = text } };

    public InvokeResponse ToInvokeResponse() => InvokeResponse.Ok(this, ActivityJson.Wire.MessagingExtensionResponse);
}

/// <summary>What the search shows.</summary>
public sealed record MessagingExtensionResult
{
    /// <summary><c>result</c> or <c>message</c>.</summary>
    public string? Type { get; set; }

    /// <summary><c>list</c> or <c>grid</c>.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>25 at the most.</summary>
    public IReadOnlyList<MessagingExtensionAttachment>? Attachments { get; set; }

    public string? Text { get; set; }
}

/// <summary>One result: the card that is inserted, and how it looks in the list.</summary>
public sealed record MessagingExtensionAttachment
{
    public string? ContentType { get; set; }

    public RawJson? Content { get; set; }

    public Attachment? Preview { get; set; }

    /// <param name="card">An adaptive card.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="text">HTML, of which Teams shows a little: escape what is not from here.</param>
    public static MessagingExtensionAttachment AdaptiveCard(RawJson card, string title, string text) => new()
    {
        ContentType = ContentTypes.AdaptiveCard,
        Content = card,
        Preview = new()
        {
            ContentType = ContentTypes.ThumbnailCard,
            Content = RawJson.From(new ThumbnailCard { Title = title, Text = text }, ActivityJson.Wire.ThumbnailCard),
        },
    };
}

/// <summary>A small card of the Bot Framework, as lists of results need it.</summary>
public sealed record ThumbnailCard
{
    public string? Title { get; set; }

    public string? Text { get; set; }
}
