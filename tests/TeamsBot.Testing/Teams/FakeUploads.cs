using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Testing.Teams;

/// <summary>One PUT to an upload session.</summary>
internal sealed record UploadChunk(string Session, ContentRangeHeaderValue? Range, byte[] Bytes, bool IsAuthorised)
{
    public static async Task<UploadChunk> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        _ = ContentRangeHeaderValue.TryParse(request.Headers.ContentRange, out var range);
        return new((string)request.RouteValues["session"]!, range, bytes.ToArray(), request.Headers.Authorization.Count > 0);
    }
}

/// <summary>
/// Upload sessions as OneDrive has them: bytes in order, in multiples of 320 KiB until the last; 416 for bytes that are there already; gone once the file is complete.
/// </summary>
public sealed class FakeUploads
{
    private const int Unit = 320 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryStream> _open = [];
    private readonly ConcurrentDictionary<string, byte[]> _files = new();

    /// <summary>The root of the URLs.</summary>
    public string Address { get; internal set; } = "";

    /// <summary>What Teams does when a person accepts a file: opens a session and says where it is.</summary>
    /// <param name="name">The file's name with its extension.</param>
    public FileUploadInfo Open(string name)
    {
        lock (_gate)
        {
            var session = FormattableString.Invariant($"session-{_open.Count + _files.Count + 1}");
            _open.Add(session, new MemoryStream());
            return new()
            {
                Name = name,
                UploadUrl = $"{Address}/upload/{session}",
                ContentUrl = "https://contoso-my.sharepoint.com/personal/documents/" + Uri.EscapeDataString(name),
                UniqueId = session,
                FileType = Path.GetExtension(name).TrimStart('.'),
            };
        }
    }

    /// <summary>The bytes of a file that has arrived whole; null before.</summary>
    public byte[]? File(FileUploadInfo uploaded) => _files.GetValueOrDefault(uploaded.UniqueId!);

    /// <summary>Adds the bytes to their file, and gives the HTTP status of the answer.</summary>
    internal int Take(UploadChunk chunk)
    {
        lock (_gate)
        {
            return _open.TryGetValue(chunk.Session, out var file) ? Refusal(chunk, file.Length) ?? Append(chunk, file) : StatusCodes.Status404NotFound;
        }
    }

    private static int? Refusal(UploadChunk chunk, long expected) => chunk switch
    {
        { IsAuthorised: true } => StatusCodes.Status401Unauthorized,
        { Range: not { From: not null, To: not null, Length: not null, Unit: "bytes" } } => StatusCodes.Status400BadRequest,
        { Range: { From: var from, To: var to } } when to - from + 1 != chunk.Bytes.Length => StatusCodes.Status400BadRequest,
        { Range: { To: var to, Length: var size } } when to + 1 != size && chunk.Bytes.Length % Unit != 0 => StatusCodes.Status400BadRequest,
        { Range.From: var from } when from != expected => StatusCodes.Status416RangeNotSatisfiable,
        _ => null,
    };

    private int Append(UploadChunk chunk, MemoryStream file)
    {
        file.Write(chunk.Bytes);
        if (file.Length < chunk.Range!.Length)
        {
            return StatusCodes.Status202Accepted;
        }

        _files[chunk.Session] = file.ToArray();
        _open.Remove(chunk.Session);
        return StatusCodes.Status201Created;
    }
}
