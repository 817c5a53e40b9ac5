namespace TeamsBot.Protocol.Activities;

/// <summary>
/// Asks a person in their personal chat whether they want a file. Teams: "Send and receive files through the bot".
/// </summary>
public sealed record FileConsentCard
{
    /// <summary>What the file is, in a sentence for the person.</summary>
    public required string Description { get; set; }

    /// <summary>What the person is told, and about what will be uploaded.</summary>
    public required long SizeInBytes { get; set; }

    /// <summary>An object that comes back when the person accepts. It passes through their client: put in a name for the work, never a right.</summary>
    public RawJson? AcceptContext { get; set; }

    /// <summary>An object that comes back when the person declines.</summary>
    public RawJson? DeclineContext { get; set; }
}

/// <summary>Shows a file that lies in the person's OneDrive; the attachment around it has the name and the address.</summary>
public sealed record FileInfoCard
{
    public string? UniqueId { get; set; }

    /// <summary>The extension without its dot.</summary>
    public string? FileType { get; set; }
}
