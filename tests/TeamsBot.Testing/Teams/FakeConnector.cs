using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Testing.Teams;

/// <summary>
/// Teams' side of the Bot Connector on a loopback port, so that several bots, also in processes of their own, can speak to it. It does what Teams does,
/// misbehaves when told to, records everything, and publishes the signing keys of its own <see cref="TokenIssuer"/>.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private const string Conversation = "/v3/conversations/{conversationId}";

    private readonly WebApplication _app;
    private readonly ConnectorService _service;

    private FakeConnector(WebApplication app)
    {
        _app = app;
        _service = new ConnectorService(Conversations);
    }

    /// <summary>The service URL to put into activities.</summary>
    public string ServiceUrl { get; private set; } = "";

    public FakeConversations Conversations { get; } = new();

    public Faults Faults { get; } = new();

    public ConnectorLog Log { get; } = new();

    /// <summary>OneDrive, for the files that people accept.</summary>
    public FakeUploads Uploads { get; } = new();

    public TokenIssuer Issuer { get; } = new();

    /// <summary>When set, calls without exactly this bearer token get 401.</summary>
    public string? RequiredToken { get; set; }

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // Teams' own spans are no work of the bot's.
        builder.Services.AddSingleton(new ActivitySource("Teams"));
        var connector = new FakeConnector(builder.Build());
        connector.Map();
        await connector._app.StartAsync();
        connector.ServiceUrl = connector._app.Urls.First() + "/teams/";
        connector.Issuer.Address = connector._app.Urls.First();
        connector.Uploads.Address = connector._app.Urls.First();
        return connector;
    }

    /// <summary>Activities that this connector's Teams would send.</summary>
    public ActivityBuilder Activities() => new(ServiceUrl);

    /// <summary>The next new message in a conversation; a channel's id also stands for its threads.</summary>
    public Task<ConnectorEvent> NextMessageAsync(string conversationId, TimeSpan? longestWait = null) =>
        Log.NextAsync(e => e.IsNewMessage && IsIn(e, conversationId), longestWait);

    /// <summary>The next time that a message is replaced.</summary>
    public Task<ConnectorEvent> NextUpdateAsync(string activityId, TimeSpan? longestWait = null) =>
        Log.NextAsync(e => e is { IsDone: true, Operation: ConnectorOperation.Update } && e.ActivityId == activityId, longestWait);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsIn(ConnectorEvent happened, string conversationId) =>
        happened.ConversationId == conversationId || happened.ConversationId.StartsWith(conversationId + ";", StringComparison.Ordinal);

    private void Map()
    {
        var teams = _app.MapGroup("/teams");
        teams.MapPost("/v3/conversations", Handle(ConnectorOperation.CreateConversation));
        teams.MapPost(Conversation + "/activities", Handle(ConnectorOperation.Send));
        teams.MapPost(Conversation + "/activities/{activityId}", Handle(ConnectorOperation.Reply));
        teams.MapPut(Conversation + "/activities/{activityId}", Handle(ConnectorOperation.Update));
        teams.MapDelete(Conversation + "/activities/{activityId}", Handle(ConnectorOperation.Delete));
        teams.MapGet(Conversation + "/members/{userId}", Handle(ConnectorOperation.GetMember));
        teams.MapGet(Conversation + "/pagedmembers", Handle(ConnectorOperation.GetPagedMembers));
        teams.MapGet("/v3/teams/{conversationId}", Handle(ConnectorOperation.GetTeam));
        teams.MapGet("/v3/teams/{conversationId}/conversations", Handle(ConnectorOperation.GetTeamChannels));
        _app.MapPut("/upload/{session}", UploadAsync);
        _app.MapGet("/.well-known/openidconfiguration", () => Results.Text(Issuer.MetadataJson(), "application/json"));
        _app.MapGet("/keys", () => Results.Text(Issuer.KeysJson(), "application/json"));
    }

    private RequestDelegate Handle(ConnectorOperation operation) => async context =>
    {
        var request = await ReadAsync(context, operation);
        var fault = await TakeFaultAsync(context, operation, request.ConversationId);
        var isDone = fault is null or { AfterWork: true } && IsAuthorised(context);
        var reply = isDone ? _service.Do(request) : ConnectorReply.Error(401, "BotNotRegistered");
        Record(context, request, reply, fault, isDone && reply.Status < 300);
        await (fault is null ? WriteAsync(context, reply) : FailAsync(context, fault));
    };

    private async Task UploadAsync(HttpContext context)
    {
        var chunk = await UploadChunk.ReadAsync(context.Request);
        var fault = await TakeFaultAsync(context, ConnectorOperation.Upload, chunk.Session);
        var isTried = fault is null or { AfterWork: true };
        var reply = new ConnectorReply(isTried ? Uploads.Take(chunk) : fault!.Status);
        var range = chunk.Range?.ToString() ?? "";
        Record(context, new(ConnectorOperation.Upload, chunk.Session, null, range), reply, fault, isTried && reply.Status < 300);
        await (fault is null ? WriteAsync(context, reply) : FailAsync(context, fault));
    }

    private async Task<Fault?> TakeFaultAsync(HttpContext context, ConnectorOperation operation, string conversationId)
    {
        var fault = Faults.Take(operation, conversationId);
        if (fault?.Hold is not { } hold)
        {
            return fault;
        }

        await hold.WaitAsync(context.RequestAborted);
        return null;
    }

    private bool IsAuthorised(HttpContext context) =>
        RequiredToken is null || context.Request.Headers.Authorization == "Bearer " + RequiredToken;

    private static async Task<ConnectorRequest> ReadAsync(HttpContext context, ConnectorOperation operation)
    {
        using var body = new StreamReader(context.Request.Body);
        var route = context.Request.RouteValues;
        return new ConnectorRequest(
            operation, (string?)route["conversationId"] ?? "", (string?)route["activityId"], await body.ReadToEndAsync(context.RequestAborted))
        {
            UserId = (string?)route["userId"],
            PageSize = int.TryParse(context.Request.Query["pageSize"], CultureInfo.InvariantCulture, out var size) ? size : null,
            ContinuationToken = context.Request.Query["continuationToken"],
        };
    }

    private void Record(HttpContext context, ConnectorRequest request, ConnectorReply reply, Fault? fault, bool isDone) => Log.Add(
        new(request.Operation, reply.ConversationId ?? request.ConversationId, request.Operation == ConnectorOperation.Reply ? reply.ActivityId : reply.ActivityId ?? request.ActivityId, request.Body)
        {
            RawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Authorization = context.Request.Headers.Authorization,
            Trace = context.Request.Headers.TraceParent,
            Status = fault is null ? reply.Status : fault.CutsConnection ? 0 : fault.Status,
            IsDone = isDone,
            Activity = reply.Activity,
        });

    private static async Task WriteAsync(HttpContext context, ConnectorReply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.Json is { } json)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(json);
        }
    }

    private static Task FailAsync(HttpContext context, Fault fault)
    {
        if (fault.CutsConnection)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        if (fault.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        var body = fault.Body ?? (fault.Code is { } code ? ConnectorReply.Error(fault.Status, code).Json : null);
        return WriteAsync(context, new(fault.Status, body));
    }
}
