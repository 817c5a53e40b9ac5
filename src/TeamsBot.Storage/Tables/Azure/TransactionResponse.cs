using System.Globalization;
using Azure;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>What became of an entity group transaction: the ETag of each action, or the one error that undid them all.</summary>
internal sealed record TransactionResponse(IReadOnlyList<ETag> ETags, ServiceError? Error, string? RequestId)
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <summary>
    /// Reads the multipart body. The service answers 202 also when the transaction failed: then one part alone stands
    /// there, with the status of the action that failed.
    /// </summary>
    public static TransactionResponse Parse(string body, string? requestId)
    {
        var etags = new List<ETag>();
        var parts = body.Split(StatusLine);
        foreach (var part in parts.AsSpan(1))
        {
            var status = int.Parse(part.AsSpan(0, 3), CultureInfo.InvariantCulture);
            if (status >= 400)
            {
                return new TransactionResponse([], ServiceError.Read(status, Content(part)), requestId);
            }

            etags.Add(Header(part, "ETag:") is { } etag ? new ETag(etag) : default);
        }

        return parts.Length > 1
            ? new TransactionResponse(etags, null, requestId)
            : new TransactionResponse([], new ServiceError(502, "", "The answer to a transaction holds no part."), requestId);
    }

    private static string? Header(string part, string name)
    {
        foreach (var line in part.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
            {
                return null;
            }

            if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[name.Length..].Trim().ToString();
            }
        }

        return null;
    }

    // What stands between the empty line after the headers and the next boundary.
    private static string Content(string part)
    {
        var start = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var end = part.IndexOf("\r\n--", start + 4, StringComparison.Ordinal);
        return end < 0 ? part[start..].Trim() : part[start..end].Trim();
    }
}
