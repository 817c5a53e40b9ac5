using System.Net;
using Polly;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Protocol.Connector;

/// <summary>
/// Uploads a file to where the person who accepted it wants it: an upload session in their OneDrive. The session's address carries its own permission, so no
/// token goes with the bytes. Teams: "Send and receive files through the bot"; Microsoft Graph: "driveItem: createUploadSession".
/// Safe for concurrent use; one for the process.
/// </summary>
/// <param name="http">Carries the bytes. It has no default headers, and its handler should not follow redirects.</param>
/// <param name="options">Whether this machine counts as a place for files, and how to try again.</param>
/// <param name="time">The clock of waits.</param>
public sealed class FileUpload(HttpClient http, ConnectorOptions options, TimeProvider time)
{
    /// <summary>The most bytes that go at once: 3.75 MiB. All chunks but a file's last must be multiples of 320 KiB.</summary>
    public const int ChunkSize = 12 * 320 * 1024;

    // The session's path is all that it takes to write there.
    private const string Template = "/{uploadSession}";

    private readonly ResiliencePipeline _retry = Retrying.Build<FileUploadException>(
        options, time, failure => failure.IsTransient, failure => failure.RetryAfter);

    /// <summary>Sends the file, one chunk after another. No more than a chunk is held in memory.</summary>
    /// <param name="to">Where to, as the person's consent said it.</param>
    /// <param name="file">The whole file, in a stream that can seek; read from its beginning.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The file is empty: no range of bytes can say so. Do not offer such a file.</exception>
    /// <exception cref="FileUploadException">It failed, after all tries.</exception>
    public async Task SendAsync(FileUploadInfo to, Stream file, CancellationToken cancellationToken = default)
    {
        var size = file.Length;
        if (size == 0)
        {
            throw new ArgumentException("An empty file cannot be uploaded.", nameof(file));
        }

        using var measured = MeasuredSend.Begin(HttpMethod.Put, Template, to.UploadUrl);
        try
        {
            await PutAllAsync(Address(to), file, size, measured, cancellationToken);
        }
        catch (Exception failure) when (measured is not null)
        {
            measured.Failed(failure);
            throw;
        }
    }

    private async Task PutAllAsync(Uri address, Stream file, long size, MeasuredSend? measured, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(size, ChunkSize)];
        file.Position = 0;
        for (var from = 0L; from < size; from += ChunkSize)
        {
            var bytes = buffer.AsMemory(0, (int)Math.Min(size - from, ChunkSize));
            await file.ReadExactlyAsync(bytes, cancellationToken);
            await PutAsync(new Chunk(address, bytes, from, size, measured), cancellationToken);
        }
    }

    private Uri Address(FileUploadInfo to) =>
        Uri.TryCreate(to.UploadUrl, UriKind.Absolute, out var address) && OutboundHosts.AllowsUpload(address, options.AllowLoopback)
            ? address
            : throw new FileUploadException(FileUploadError.HostNotAllowed, "The upload URL is not a place to which this bot sends files.");

    private ValueTask PutAsync(Chunk chunk, CancellationToken cancellationToken) => _retry.ExecuteAsync(
        static (state, token) => state.self.AttemptAsync(state.chunk, token), (self: this, chunk), cancellationToken);

    private async ValueTask AttemptAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        using var request = chunk.Request();
        using var response = await ExchangeAsync(request, chunk, cancellationToken);
        var refusal = response.IsSuccessStatusCode || chunk.WasTakenBefore(response.StatusCode) ? null : Refusal(response, chunk);
        chunk.Measured?.Attempted((int)response.StatusCode, refusal?.Error);
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    /// <summary>The answer without its body, which nothing here needs and the other side may make as long as it likes.</summary>
    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, Chunk chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            chunk.MayBeThere |= !ConnectorErrors.WasNeverSent(failure);
            chunk.Measured?.Attempted(answered: null, FileUploadError.Unreachable);
            throw new FileUploadException(FileUploadError.Unreachable, "OneDrive could not be reached.", failure) { MayHaveHappened = chunk.MayCompleteTheFile };
        }
    }

    private FileUploadException Refusal(HttpResponseMessage response, Chunk chunk)
    {
        var status = (int)response.StatusCode;
        chunk.MayBeThere |= status >= 500;
        return new FileUploadException(FromStatus(response.StatusCode), FormattableString.Invariant($"OneDrive answered {status}."))
        {
            Status = status,
            RetryAfter = ConnectorErrors.RetryAfter(response, time),
            MayHaveHappened = chunk.MayCompleteTheFile,
        };
    }

    private static FileUploadError FromStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => FileUploadError.SessionNotFound,
        HttpStatusCode.TooManyRequests => FileUploadError.Throttled,
        HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => FileUploadError.Unavailable,
        _ => FileUploadError.Refused,
    };

    private sealed class Chunk(Uri address, ReadOnlyMemory<byte> bytes, long from, long size, MeasuredSend? measured)
    {
        private readonly long _last = from + bytes.Length - 1;

        /// <summary>An earlier try ended without a clear answer.</summary>
        public bool MayBeThere { get; set; }

        /// <summary>Null while nobody listens.</summary>
        public MeasuredSend? Measured => measured;

        public bool MayCompleteTheFile => MayBeThere && IsLast;

        public HttpRequestMessage Request() => new(HttpMethod.Put, address)
        {
            Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentRange = new(from, _last, size) } },
        };

        /// <summary>
        /// 416 is what OneDrive says to bytes that it has. Should it have meant something else, it refuses the next chunk; after the last one there is none to tell.
        /// </summary>
        public bool WasTakenBefore(HttpStatusCode status) => status == HttpStatusCode.RequestedRangeNotSatisfiable && MayBeThere && !IsLast;

        private bool IsLast => _last == size - 1;
    }
}
