using System.Text.Json;

namespace TeamsBot.Protocol.Activities;

/// <summary>
/// The value of a <c>fileConsent/invoke</c>: what a person answered to a <see cref="FileConsentCard"/>. All of it is under the client's control.
/// The invoke is answered with 200 and an empty body.
/// </summary>
public sealed record FileConsentCardResponse : WireObject
{
    private const string Accept = "accept";
    private const string Decline = "decline";

    /// <summary><c>accept</c> or <c>decline</c>; see <see cref="IsAccepted"/>.</summary>
    public string? Action { get; set; }

    /// <summary>The card's context for this answer.</summary>
    public JsonElement? Context { get; set; }

    /// <summary>Where the file is to go; there whenever the person accepted.</summary>
    public FileUploadInfo? UploadInfo { get; set; }

    public bool IsAccepted() => Action == Accept;

    /// <summary>Reads the value of an invoke; null where it is neither a refusal nor an acceptance that says where to upload, which is answered with 400.</summary>
    public static FileConsentCardResponse? From(Activity activity)
    {
        var read = activity.ReadValue(ActivityJson.Wire.FileConsentCardResponse);
        return read switch
        {
            { Action: Decline } or { Action: Accept, UploadInfo.UploadUrl.Length: > 0 } => read,
            _ => null,
        };
    }
}

/// <summary>Where a file that a person accepted is to go: an upload session that Teams opened in their OneDrive.</summary>
public sealed record FileUploadInfo : WireObject
{
    public string? Name { get; set; }

    /// <summary>Takes the bytes. It carries its own permission: never log it, and send no token along.</summary>
    public string? UploadUrl { get; set; }

    /// <summary>Where the person will find the file.</summary>
    public string? ContentUrl { get; set; }

    public string? UniqueId { get; set; }

    /// <summary>The extension without its dot.</summary>
    public string? FileType { get; set; }
}
