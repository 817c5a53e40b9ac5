using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Tables;
using TeamsBot.Text;

namespace TeamsBot.Routing;

/// <summary>
/// <c>POST /api/messages</c>: reads one activity, makes sure that Teams sent it, and routes it. The one error boundary:
/// whatever fails behind it becomes a safe sentence with a reference number, and a log line with the same number.
/// </summary>
public sealed partial class MessagesEndpoint(
    ActivityAuthenticator authenticator, ActivityRouter router, ConnectorClient connector, ILogger<MessagesEndpoint> log)
{
    /// <summary>Bytes that a request may have; Teams' own limit for a message is about a tenth of it.</summary>
    public const int MostBytes = 1024 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } activity)
        {
            return;
        }

        var result = await authenticator.AuthenticateAsync(http.Request.Headers.Authorization, activity, http.RequestAborted);
        if (result is Rejection rejection)
        {
            Refused(rejection.Reason);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var answer = await RouteAsync(activity, http);
        http.Response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is { } body)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.Utf8.Length;
            await http.Response.Body.WriteAsync(body.Utf8, http.RequestAborted);
        }
    }

    // Answers a request that is no activity itself, and gives null for it.
    private static async Task<Activity?> ReadAsync(HttpContext http)
    {
        // A page in a browser cannot send JSON to another site unasked: a bot in development is not open to every page.
        if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return null;
        }

        // The server counts what it reads, with or without a Content-Length.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
        try
        {
            var activity = await JsonSerializer.DeserializeAsync(http.Request.Body, ActivityJson.Wire.Activity, http.RequestAborted);
            if (!string.IsNullOrEmpty(activity?.Type))
            {
                return activity;
            }
        }
        catch (JsonException)
        {
            // Not JSON, or not an activity: answered below like an activity without a type.
        }
        catch (BadHttpRequestException refused)
        {
            http.Response.StatusCode = refused.StatusCode;
            return null;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return null;
    }

    private async Task<InvokeResponse?> RouteAsync(Activity activity, HttpContext http)
    {
        try
        {
            return await router.RouteAsync(activity, http.RequestAborted);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            var reference = http.TraceIdentifier;
            Failed(problem, activity.Type, activity.Name, reference);
            var sorry = Sorry(activity, problem, reference);
            if (activity.Type == ActivityTypes.Invoke)
            {
                return activity.Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true
                    ? TaskModuleResponse.Message(sorry).ToInvokeResponse()
                    : Answer.Say(sorry).ToInvokeResponse();
            }

            // Where Teams itself took nothing from us, one more message would not arrive either.
            await (activity.Type == ActivityTypes.Message && problem is not ConnectorException ? TellAsync(activity, sorry, http.RequestAborted) : Task.CompletedTask);
            return new InvokeResponse(200);
        }
    }

    private async Task TellAsync(Activity activity, string sentence, CancellationToken cancel)
    {
        try
        {
            await connector.SendToConversationAsync(activity.GetConversationReference(), MessageFactory.Text(sentence), cancel);
        }
        catch (ConnectorException refusal)
        {
            NotTold(refusal.Error);
        }
    }

    // A click that may have been stored is said to be uncertain: the card, once refreshed, tells what is true.
    private static string Sorry(Activity activity, Exception problem, string reference)
    {
        var say = Say.In(Languages.Of(activity.GetLocale()) ?? Domain.People.Language.English);
        var key = problem is TableException { Error: TableError.Unavailable } or OperationCanceledException ? "error.uncertain" : "error.internal";
        return say.Text(key, ("reference", reference));
    }

    [LoggerMessage(301, LogLevel.Warning, "An activity was refused: {Reason}.")]
    private partial void Refused(RejectionReason reason);

    [LoggerMessage(303, LogLevel.Warning, "The sender of a message that failed could not be told so: {Error}.")]
    private partial void NotTold(ConnectorError error);

    [LoggerMessage(302, LogLevel.Error, "A turn of type {Type} {Name} failed; reference {Reference}.")]
    private partial void Failed(Exception problem, string? type, string? name, string reference);
}
