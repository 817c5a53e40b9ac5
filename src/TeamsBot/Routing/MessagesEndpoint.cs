using System.Text.Json;
using TeamsBot.Hosting;
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
    ActivityAuthenticator authenticator, RequestLimits limits, ActivityRouter router, ConnectorClient connector, ILogger<MessagesEndpoint> log)
{
    public async Task HandleAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } activity)
        {
            return;
        }

        using var measured = MeasuredTurn.Begin(activity);
        var result = await authenticator.AuthenticateAsync(http.Request.Headers.Authorization, activity, http.RequestAborted);
        if (result is Rejection rejection)
        {
            Refused(rejection.Reason);
            measured?.Refused(rejection.Reason);
            await Problem.NotFromTeams.ExecuteAsync(http);
            return;
        }

        if (!limits.TakesTurnOf(activity.GetTenantId(), activity.From?.Id))
        {
            measured?.TooMany();
            await RefuseAsync(activity, http);
            return;
        }

        await WriteAsync(await RouteAsync(activity, http, measured), http);
    }

    private static async Task WriteAsync(InvokeResponse? answer, HttpContext http)
    {
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
            await Problem.NotJson.ExecuteAsync(http);
            return null;
        }

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
            await (refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problem.TooLarge : Problem.NotAnActivity).ExecuteAsync(http);
            return null;
        }

        await Problem.NotAnActivity.ExecuteAsync(http);
        return null;
    }

    private async Task<InvokeResponse?> RouteAsync(Activity activity, HttpContext http, MeasuredTurn? measured)
    {
        try
        {
            var answer = await router.RouteAsync(activity, http.RequestAborted);
            measured?.Answered();
            return answer;
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            var reference = http.TraceIdentifier;
            Failed(problem, activity.Type, activity.Name, reference);
            measured?.Failed(problem);
            var sorry = Sorry(activity, problem, reference);
            if (activity.Type == ActivityTypes.Invoke)
            {
                return Told(activity, sorry);
            }

            // Where Teams itself took nothing from us, one more message would not arrive either.
            await (activity.Type == ActivityTypes.Message && problem is not ConnectorException ? TellAsync(activity, sorry, http.RequestAborted) : Task.CompletedTask);
            return new InvokeResponse(200);
        }
    }

    // A click is told so; a message is not answered with one more.
    private static Task RefuseAsync(Activity activity, HttpContext http)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            return WriteAsync(Told(activity, In(activity).Text("error.tooFast")), http);
        }

        http.Response.Headers.RetryAfter = RequestLimits.Seconds(TimeSpan.FromSeconds(10));
        return Problem.TooMany.ExecuteAsync(http);
    }

    // A sentence as the answer to an invoke, in the shape that its client reads.
    private static InvokeResponse Told(Activity invoke, string sentence) => invoke.IsOfMessageExtension()
        ? TaskModuleResponse.Message(sentence).ToInvokeResponse()
        : Answer.Say(sentence).ToInvokeResponse();

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
        var key = problem is TableException { Error: TableError.Unavailable } or OperationCanceledException ? "error.uncertain" : "error.internal";
        return In(activity).Text(key, ("reference", reference));
    }

    // Before the sender is looked up, their client's language is all that is known.
    private static Say In(Activity activity) => Say.In(Languages.Of(activity.GetLocale()) ?? Domain.People.Language.English);

    [LoggerMessage(301, LogLevel.Warning, "An activity was refused: {Reason}.")]
    private partial void Refused(RejectionReason reason);

    [LoggerMessage(303, LogLevel.Warning, "The sender of a message that failed could not be told so: {Error}.")]
    private partial void NotTold(ConnectorError error);

    [LoggerMessage(302, LogLevel.Error, "A turn of type {Type} {Name} failed; reference {Reference}.")]
    private partial void Failed(Exception problem, string? type, string? name, string reference);
}
