using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Protocol.Connector;

/// <summary>
/// Speaks to Teams through the Bot Connector's REST interface, version 3. Every call waits for its turn within Teams' limits, tries passing
/// failures again, and throws <see cref="ConnectorException"/> when it fails in the end. Safe for concurrent use; one for the process.
/// </summary>
/// <param name="http">Carries the calls. Its handler should not follow redirects.</param>
/// <param name="credential">The bot's identity (<see cref="Authentication.BotCredential"/>); null speaks to loopback alone.</param>
/// <param name="options">How to call.</param>
/// <param name="budget">How fast to call.</param>
/// <param name="time">The clock of waits and tokens.</param>
public sealed class ConnectorClient(HttpClient http, TokenCredential? credential, ConnectorOptions options, SendBudget budget, TimeProvider time)
{
    /// <summary>The largest page of a roster that Teams gives.</summary>
    public const int LargestPage = 500;

    /// <summary>The limits that calls wait for, to be looked at.</summary>
    public SendBudget Budget => budget;

    private readonly ConnectorTransport _transport = new(http, credential, options, budget, time);

    /// <summary>Told how each call ended, after its retries: with null where Teams did what was asked. Must be quick, and not throw.</summary>
    public Action<ConnectorException?>? Ended { get; set; }

    /// <summary>Has a token for its calls, or gets one.</summary>
    /// <exception cref="ConnectorException">CredentialUnavailable: there is none to be had.</exception>
    public async Task AuthenticateAsync(CancellationToken cancellationToken = default) => await _transport.AuthenticateAsync(cancellationToken);

    /// <summary>Sends to a conversation. In a channel, an id with <c>;messageid=</c> sends to that thread, and one without begins a new thread.</summary>
    public Task<ResourceResponse> SendToConversationAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken = default) =>
        PostActivityAsync(to, ConnectorPaths.Activities(ConversationId(to)), activity, cancellationToken);

    /// <summary>Answers a message. Teams decides by the conversation id alone in which thread it shows.</summary>
    public Task<ResourceResponse> ReplyToActivityAsync(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        PostActivityAsync(to, ConnectorPaths.Activity(ConversationId(to), activityId), activity with { ReplyToId = activityId }, cancellationToken);

    /// <summary>Shows for about three seconds that the bot is at work.</summary>
    public Task SendTypingAsync(ConversationReference to, CancellationToken cancellationToken = default) =>
        SendToConversationAsync(to, MessageFactory.Typing(), cancellationToken);

    /// <summary>Replaces a message for everyone.</summary>
    public async Task<ResourceResponse> UpdateActivityAsync(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        var call = Call(HttpMethod.Put, to, ConnectorPaths.Activity(ConversationId(to), activityId)) with { Body = Json(activity with { Id = activityId }) };
        return await ReadAsync(call, ActivityJson.Wire.ResourceResponse, cancellationToken) ?? new();
    }

    /// <summary>Takes a message back.</summary>
    public Task DeleteActivityAsync(ConversationReference to, string activityId, CancellationToken cancellationToken = default) =>
        SendAsync(Call(HttpMethod.Delete, to, ConnectorPaths.Activity(ConversationId(to), activityId)), cancellationToken);

    /// <summary>The personal chat with a user, made if it is not there yet; asking twice gives the same one. Send to it separately.</summary>
    /// <param name="serviceUrl">The service URL of any conversation in the same tenant.</param>
    /// <param name="tenantId">The user's tenant.</param>
    /// <param name="userId">The user's id for this bot (29:...), from an activity or a roster; not an Entra id or an address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ConversationResourceResponse> CreatePersonalConversationAsync(
        string serviceUrl, string tenantId, string userId, CancellationToken cancellationToken = default)
    {
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Members = [new() { Id = userId }],
            TenantId = tenantId,
            ChannelData = new() { Tenant = new() { Id = tenantId } },
        };
        return CreateAsync(new(HttpMethod.Post, serviceUrl, ConnectorPaths.Conversations, tenantId, userId), parameters, cancellationToken);
    }

    /// <summary>Begins a thread in a channel with a message; the answer holds the thread's conversation id and the message's id.</summary>
    public Task<ConversationResourceResponse> CreateChannelThreadAsync(
        string serviceUrl, string tenantId, string channelId, Activity activity, CancellationToken cancellationToken = default)
    {
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            TenantId = tenantId,
            Activity = activity,
            ChannelData = new() { Channel = new() { Id = channelId }, Tenant = new() { Id = tenantId } },
        };
        return CreateAsync(new(HttpMethod.Post, serviceUrl, ConnectorPaths.Conversations, tenantId, channelId), parameters, cancellationToken);
    }

    /// <summary>One member by 29: id, Entra object id or user principal name.</summary>
    /// <exception cref="ConnectorException">NotFound: there is no such member.</exception>
    public async Task<TeamsChannelAccount> GetMemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken = default) =>
        await ReadAsync(Call(HttpMethod.Get, of, ConnectorPaths.Member(ConversationId(of), userId)), ActivityJson.Wire.TeamsChannelAccount, cancellationToken) ?? new();

    /// <summary>One page of the roster. Teams gives 50 to 500 members a page.</summary>
    public async Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ConversationReference of, string? continuationToken = null, int pageSize = LargestPage, CancellationToken cancellationToken = default)
    {
        var path = ConnectorPaths.PagedMembers(ConversationId(of), pageSize, continuationToken);
        return await ReadAsync(Call(HttpMethod.Get, of, path), ActivityJson.Wire.TeamsPagedMembersResult, cancellationToken) ?? new();
    }

    /// <summary>The whole roster, page by page.</summary>
    public async IAsyncEnumerable<TeamsChannelAccount> GetMembersAsync(
        ConversationReference of, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? continuation = null;
        do
        {
            var page = await GetPagedMembersAsync(of, continuation, cancellationToken: cancellationToken);
            foreach (var member in page.Members ?? [])
            {
                yield return member;
            }

            continuation = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuation));
    }

    /// <summary>The team behind a team's thread id.</summary>
    public async Task<TeamDetails> GetTeamAsync(string serviceUrl, string tenantId, string teamId, CancellationToken cancellationToken = default) =>
        await ReadAsync(new(HttpMethod.Get, serviceUrl, ConnectorPaths.Team(teamId), tenantId, teamId), ActivityJson.Wire.TeamDetails, cancellationToken) ?? new();

    /// <summary>The channels of a team. The General channel has the team's id and no name.</summary>
    public async Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(
        string serviceUrl, string tenantId, string teamId, CancellationToken cancellationToken = default)
    {
        var call = new ConnectorCall(HttpMethod.Get, serviceUrl, ConnectorPaths.TeamChannels(teamId), tenantId, teamId);
        return (await ReadAsync(call, ActivityJson.Wire.ConversationList, cancellationToken))?.Conversations ?? [];
    }

    private async Task<ResourceResponse> PostActivityAsync(
        ConversationReference to, ConnectorPath path, Activity activity, CancellationToken cancellationToken) =>
        await ReadAsync(Call(HttpMethod.Post, to, path) with { Body = Json(activity) }, ActivityJson.Wire.ResourceResponse, cancellationToken) ?? new();

    private async Task<ConversationResourceResponse> CreateAsync(
        ConnectorCall call, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(parameters, ActivityJson.Wire.ConversationParameters);
        return await ReadAsync(call with { Body = body }, ActivityJson.Wire.ConversationResourceResponse, cancellationToken) ?? new();
    }

    private async Task<byte[]> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        try
        {
            var body = await _transport.SendAsync(call, cancellationToken);
            Ended?.Invoke(null);
            return body;
        }
        catch (ConnectorException failure)
        {
            Ended?.Invoke(failure);
            throw;
        }
    }

    /// <summary>The answer, or null where it is empty or no JSON: Teams did what was asked all the same.</summary>
    private async Task<T?> ReadAsync<T>(ConnectorCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var body = await SendAsync(call, cancellationToken);
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException failure)
        {
            return call.Method == HttpMethod.Get ? throw new ConnectorException(ConnectorError.Unknown, "Teams answered something that is not JSON.", failure) : null;
        }
    }

    private static ConnectorCall Call(HttpMethod method, ConversationReference to, ConnectorPath path) =>
        new(method, to.ServiceUrl ?? "", path, to.Conversation?.TenantId ?? "", ConversationId(to));

    private static string ConversationId(ConversationReference to) =>
        to.Conversation?.Id ?? throw new ArgumentException("The reference names no conversation.", nameof(to));

    private static ReadOnlyMemory<byte> Json(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Wire.Activity);
}
