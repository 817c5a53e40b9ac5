namespace TeamsBot.Protocol.Activities;

/// <summary>
/// The answer to an <c>adaptiveCard/action</c> invoke. The HTTP status is always 200; what happened stands in the body.
/// A card here replaces the card for the person who acted alone; to change it for all, update the message too.
/// </summary>
public sealed record AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }

    public string? Type { get; set; }

    public RawJson? Value { get; set; }

    public static AdaptiveCardInvokeResponse Card(RawJson card) => new() { StatusCode = 200, Type = ContentTypes.AdaptiveCard, Value = card };

    /// <summary>A short message, shown to the person who acted.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) =>
        new() { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = RawJson.FromText(text) };

    /// <summary>An error, shown to the person who acted.</summary>
    /// <param name="statusCode">400, 403 or 500, say.</param>
    /// <param name="code">A stable name for programs.</param>
    /// <param name="message">A sentence for the person; never an exception's.</param>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) =>
        Failure(statusCode, "application/vnd.microsoft.error", code, message);

    /// <summary>Asks the client to sign the person in; it then repeats the invoke.</summary>
    public static AdaptiveCardInvokeResponse LoginRequest(RawJson oauthCard) =>
        new() { StatusCode = 401, Type = "application/vnd.microsoft.activity.loginRequest", Value = oauthCard };

    public static AdaptiveCardInvokeResponse IncorrectAuthCode(string code, string message) =>
        Failure(401, "application/vnd.microsoft.error.incorrectAuthCode", code, message);

    /// <summary>The token exchange failed: the client shows the sign-in button instead.</summary>
    public static AdaptiveCardInvokeResponse PreconditionFailed(string code, string message) =>
        Failure(412, "application/vnd.microsoft.error.preconditionFailed", code, message);

    public InvokeResponse ToInvokeResponse() => InvokeResponse.Ok(this, ActivityJson.Wire.AdaptiveCardInvokeResponse);

    private static AdaptiveCardInvokeResponse Failure(int statusCode, string type, string code, string message) => new()
    {
        StatusCode = statusCode,
        Type = type,
        Value = RawJson.From(new ErrorBody { Code = code, Message = message }, ActivityJson.Wire.ErrorBody),
    };
}
