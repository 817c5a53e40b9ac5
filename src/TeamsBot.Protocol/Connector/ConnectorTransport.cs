using System.Diagnostics;
using System.Net.Http.Headers;
using Azure.Core;
using Polly;

namespace TeamsBot.Protocol.Connector;

/// <summary>One call to the connector, before it is made.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="ServiceUrl">Where the conversation lives.</param>
/// <param name="Path">Path under it.</param>
/// <param name="TenantId">Whose budget it uses; empty where not known.</param>
/// <param name="ConversationId">Whose budget it uses.</param>
internal sealed record ConnectorCall(HttpMethod Method, string ServiceUrl, ConnectorPath Path, string TenantId, string ConversationId)
{
    public Traffic Traffic => Method == HttpMethod.Get ? Traffic.Read : Traffic.Send;

    /// <summary>JSON as UTF-8, kept for the next try.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }
}

/// <summary>How every call goes: host checked, turn awaited, token attached, passing failures tried again.</summary>
internal sealed class ConnectorTransport
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient _http;
    private readonly BotToken? _token;
    private readonly ConnectorOptions _options;
    private readonly SendBudget _budget;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _retry;

    public ConnectorTransport(HttpClient http, TokenCredential? credential, ConnectorOptions options, SendBudget budget, TimeProvider time)
    {
        _http = http;
        _token = credential is null ? null : new BotToken(credential, options.Scope, time);
        _options = options;
        _budget = budget;
        _time = time;
        _retry = Retrying.Build<ConnectorException>(options, time, IsPassing, failure => failure.RetryAfter);
    }

    /// <summary>Has a token, or gets one; on loopback alone none is needed.</summary>
    public async ValueTask AuthenticateAsync(CancellationToken cancellationToken)
    {
        if (_token is not null)
        {
            await _token.GetAsync(cancellationToken);
        }
    }

    /// <summary>Makes the call and gives the body of the answer, which may be empty.</summary>
    /// <exception cref="ConnectorException">It failed, after all tries.</exception>
    /// <exception cref="NeverSentException">The caller gave up before it was sent.</exception>
    public Task<byte[]> SendAsync(ConnectorCall call, CancellationToken cancellationToken) =>
        MeasuredSend.IsMeasured ? MeasureAsync(call, cancellationToken) : TryAsync(call, new Sent(measured: null), cancellationToken);

    private async Task<byte[]> MeasureAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        using var measured = MeasuredSend.Begin(call.Method, call.Path.Template, call.ServiceUrl);
        try
        {
            return await TryAsync(call, new Sent(measured), cancellationToken);
        }
        catch (Exception failure) when (measured is not null)
        {
            measured.Failed(failure);
            throw;
        }
    }

    private async Task<byte[]> TryAsync(ConnectorCall call, Sent sent, CancellationToken cancellationToken)
    {
        var address = Address(call);
        try
        {
            return await _retry.ExecuteAsync(
                static (state, token) => state.self.AttemptAsync(state.call, state.address, state.sent, token),
                (self: this, call, address, sent),
                cancellationToken);
        }
        catch (OperationCanceledException given) when (!sent.MayHaveHappened)
        {
            throw new NeverSentException(given);
        }
    }

    /// <summary>An answer that says "later" is tried again; a connection that broke only where the work cannot have been done.</summary>
    private static bool IsPassing(ConnectorException failure) =>
        failure.IsTransient && !(failure.Error == ConnectorError.Unreachable && failure.MayHaveHappened);

    private Uri Address(ConnectorCall call)
    {
        if (!Uri.TryCreate($"{call.ServiceUrl.TrimEnd('/')}/{call.Path.Text}", UriKind.Absolute, out var address)
            || !OutboundHosts.Allows(address, _options.AllowLoopback))
        {
            throw new ConnectorException(ConnectorError.HostNotAllowed, "The service URL is not a place to which this bot sends its token.");
        }

        return _token is null && !address.IsLoopback
            ? throw new ConnectorException(ConnectorError.HostNotAllowed, "A bot without credentials can speak to this machine alone.")
            : address;
    }

    private async ValueTask<byte[]> AttemptAsync(ConnectorCall call, Uri address, Sent sent, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        await _budget.WaitAsync(call.TenantId, call.ConversationId, call.Traffic, cancellationToken);
        sent.Measured?.Waited(since, call.Traffic);
        using var request = await RequestAsync(call, address, cancellationToken);
        var before = sent.MayHaveHappened;
        sent.MayHaveHappened = true;
        try
        {
            var (status, body) = await ExchangeAsync(call, request, cancellationToken);
            sent.Measured?.Attempted(status, failure: null);
            return body;
        }
        catch (ConnectorException failure)
        {
            sent.Measured?.Attempted(failure.Status, failure.Error);
            sent.MayHaveHappened = before || failure.MayHaveHappened;
            throw;
        }
    }

    private async Task<(int Status, byte[] Body)> ExchangeAsync(ConnectorCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await ExchangeAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }

        var failure = await ConnectorErrors.ReadAsync(response, _time, cancellationToken);
        if (failure.RetryAfter is { } wait)
        {
            _budget.Pause(call.TenantId, call.ConversationId, call.Traffic, wait);
        }

        throw failure;
    }

    private async ValueTask<HttpRequestMessage> RequestAsync(ConnectorCall call, Uri address, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(call.Method, address);
        if (_token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _token.GetAsync(cancellationToken));
        }

        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        }

        return request;
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw Unreachable(request, failure, mayHaveHappened: !ConnectorErrors.WasNeverSent(failure));
        }
        catch (TaskCanceledException timeout) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(request, timeout, mayHaveHappened: true);
        }
    }

    /// <summary>Only a POST does something new each time.</summary>
    private static ConnectorException Unreachable(HttpRequestMessage request, Exception inner, bool mayHaveHappened) =>
        new(ConnectorError.Unreachable, "Teams could not be reached.", inner) { MayHaveHappened = mayHaveHappened && request.Method == HttpMethod.Post };

    /// <summary>What is known of a call's tries so far.</summary>
    private sealed class Sent(MeasuredSend? measured)
    {
        /// <summary>Null while nobody listens.</summary>
        public MeasuredSend? Measured => measured;

        /// <summary>One of them is under way, or ended without telling whether Teams did the work.</summary>
        public bool MayHaveHappened { get; set; }
    }
}
