using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Identity;

namespace TeamsBot.Protocol.Connector;

/// <summary>
/// The bot's token, asked for once and shared by all calls. It is renewed shortly before it ends; while its issuer does not answer then, it does
/// for as long as it lasts.
/// </summary>
internal sealed class BotToken(TokenCredential credential, string scope, TimeProvider time)
{
    /// <summary>A token is renewed this long before it ends; the same one does for every service URL.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>A token is not sent that may end on its way.</summary>
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(30);

    /// <summary>How long an issuer that failed is left in peace.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private static readonly Histogram<double> s_duration = ProtocolTelemetry.Meter.CreateHistogram<double>(
        "baton.token.duration", "s", "Getting a token for the bot's own identity, by what came of it.");

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Held? _held;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } fresh)
        {
            return fresh;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return Fresh() ?? await RenewAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private string? Fresh() => _held is { } held && time.GetUtcNow() < held.RenewAt ? held.Token : null;

    private string? Valid() => _held is { } held && time.GetUtcNow() < held.Until ? held.Token : null;

    private async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            _held = new Held(token.Token, token.ExpiresOn - Early, token.ExpiresOn - Last);
            return token.Token;
        }
        catch (AuthenticationFailedException failure)
        {
            error = failure.GetType().FullName;
            if (Valid() is { } valid)
            {
                _held = _held! with { RenewAt = time.GetUtcNow() + Again };
                return valid;
            }

            throw new ConnectorException(ConnectorError.CredentialUnavailable, "No token for the bot could be had.", failure);
        }
        finally
        {
            s_duration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, error is null ? default : new TagList { { "error.type", error } });
        }
    }

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset Until);
}
