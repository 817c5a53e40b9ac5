using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>What the service says when it refuses, in JSON or (before it reads the request) in XML.</summary>
internal sealed record ServiceError(int Status, string Code, string Message)
{
    public const string BeingDeleted = "TableBeingDeleted";

    /// <summary>The action of a transaction that failed; the service puts its index before the message ("3:The specified ...").</summary>
    public int? Index => Message.IndexOf(':', StringComparison.Ordinal) is > 0 and <= 2 and var colon
        && int.TryParse(Message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>True where the service asks to be tried again.</summary>
    public bool IsTransient => Status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>True where another writer may have been faster, or an earlier try of our own.</summary>
    public bool IsConflict => Status is 404 or 409 or 412;

    public static ServiceError Read(int status, string body)
    {
        var (code, message) = body.AsSpan().TrimStart('\ufeff').TrimStart() switch
        {
            ['{', ..] => FromJson(body),
            ['<', ..] => FromXml(body.TrimStart('\ufeff')),
            _ => ("", ""),
        };
        return new ServiceError(status, code, message.Split('\n')[0].Trim());
    }

    public TableException ToException(string? requestId = null) => new(
        Kind,
        string.Create(CultureInfo.InvariantCulture, $"The table service answered {Status} {Code}: {Message} (request {requestId ?? "unknown"})"),
        Index);

    private TableError Kind => Status switch
    {
        404 => TableError.NotFound,
        409 when Code == BeingDeleted => TableError.Unavailable,
        409 => TableError.AlreadyExists,
        412 => TableError.PreconditionFailed,
        401 or 403 => TableError.Denied,
        408 or 429 => TableError.Unavailable,
        >= 400 and < 500 or 501 => TableError.Invalid,
        _ => TableError.Unavailable,
    };

    private static (string Code, string Message) FromJson(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty("odata.error", out var error)
                ? (Text(error, "code"), error.TryGetProperty("message", out var message) ? Text(message, "value") : "")
                : ("", "");
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static (string Code, string Message) FromXml(string body)
    {
        try
        {
            var error = XElement.Parse(body);
            return (Text(error, "code"), Text(error, "message"));
        }
        catch (XmlException)
        {
            return ("", "");
        }
    }

    private static string Text(XElement error, string name) =>
        error.Elements().FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";
}
