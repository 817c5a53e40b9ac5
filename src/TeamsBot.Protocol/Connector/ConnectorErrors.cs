using System.Net;
using System.Text.Json;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Protocol.Connector;

/// <summary>Turns Teams' refusals into <see cref="ConnectorException"/>s.</summary>
internal static class ConnectorErrors
{
    /// <summary>Teams' number for a conversation whose user blocked the bot.</summary>
    private const int MessageWritesBlocked = 209;

    public static async Task<ConnectorException> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var status = (int)response.StatusCode;
        var code = body?.Error?.Code ?? SubCode(body) ?? body?.ErrorCode?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var error = body?.ErrorCode == MessageWritesBlocked ? ConnectorError.ConversationBlockedByUser : FromCode(code) ?? FromStatus(response.StatusCode);
        return new ConnectorException(error, $"Teams answered {status} {code ?? response.ReasonPhrase}.")
        {
            Status = status,
            Code = code,
            RetryAfter = RetryAfter(response, time),
            MayHaveHappened = status >= 500,
        };
    }

    /// <summary>No connection was made, so the other side knows of nothing.</summary>
    public static bool WasNeverSent(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static ConnectorError? FromCode(string? code) => code switch
    {
        "BotNotRegistered" => ConnectorError.BotNotRegistered,
        "BotDisabledByAdmin" => ConnectorError.BotDisabledByAdmin,
        "BotNotInConversationRoster" => ConnectorError.BotNotInConversationRoster,
        "ConversationBlockedByUser" or "MessageWritesBlocked" => ConnectorError.ConversationBlockedByUser,
        "NotEnoughPermissions" => ConnectorError.NotEnoughPermissions,
        "InvalidBotApiHost" => ConnectorError.InvalidBotApiHost,
        "ActivityNotFoundInConversation" => ConnectorError.ActivityNotFoundInConversation,
        "ConversationNotFound" => ConnectorError.ConversationNotFound,
        "MessageSizeTooBig" => ConnectorError.MessageSizeTooBig,
        _ => null,
    };

    private static ConnectorError FromStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => ConnectorError.BadRequest,
        HttpStatusCode.Unauthorized => ConnectorError.BotNotRegistered,
        HttpStatusCode.Forbidden => ConnectorError.NotEnoughPermissions,
        HttpStatusCode.NotFound => ConnectorError.NotFound,
        HttpStatusCode.PreconditionFailed => ConnectorError.PreconditionFailed,
        HttpStatusCode.RequestEntityTooLarge => ConnectorError.MessageSizeTooBig,
        HttpStatusCode.TooManyRequests => ConnectorError.Throttled,
        HttpStatusCode.InternalServerError => ConnectorError.ServiceError,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ConnectorError.Unavailable,
        _ => ConnectorError.Unknown,
    };

    /// <summary>The wait that an answer asks for, from either form of its header.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait is { } value && value < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>The second shape hides JSON in its message.</summary>
    private static string? SubCode(ErrorResponse? body)
    {
        if (body?.Message is not { } message || !message.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            return document.RootElement.TryGetProperty("subCode", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ErrorResponse? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, ActivityJson.Wire.ErrorResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
