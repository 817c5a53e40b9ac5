using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TeamsBot.Protocol.Authentication;

/// <summary>
/// Bot Framework's signing keys, read when first needed, again every 12 hours, and at once when a token names an unknown key, though not more often than every
/// 5 minutes, so that strangers' tokens cannot make us a flood. The library's own manager renews in the background, and so refuses the first tokens of a new key;
/// this one lets them wait.
/// </summary>
internal sealed class SigningKeys : BaseConfigurationManager
{
    private static readonly TimeSpan RenewAfter = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IDocumentRetriever _documents;
    private readonly TimeProvider _time;
    private volatile OpenIdConnectConfiguration? _current;
    private long _readAgainAt;
    private long _nextRequestAt;

    public SigningKeys(string address, IDocumentRetriever documents, TimeProvider time)
    {
        MetadataAddress = address;
        _documents = documents;
        _time = time;
        _readAgainAt = _nextRequestAt = Now;
        // A key that was withdrawn is not good for another hour.
        UseLastKnownGoodConfiguration = false;
    }

    private long Now => _time.GetUtcNow().Ticks;

    /// <summary>The keys as they are known now; null when they could not be read even once.</summary>
    public async ValueTask<OpenIdConnectConfiguration?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (Now < Volatile.Read(ref _readAgainAt))
        {
            return _current;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Now >= Volatile.Read(ref _readAgainAt))
            {
                await ReadAsync(cancellationToken);
            }

            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Called by the token library.</summary>
    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
        await CurrentAsync(cancel) ?? throw new InvalidOperationException("The signing keys could not be read.");

    /// <summary>Called by the token library for a token whose key is unknown; it then asks for the keys once more.</summary>
    public override void RequestRefresh()
    {
        var next = Volatile.Read(ref _nextRequestAt);
        if (Now >= next && Interlocked.CompareExchange(ref _nextRequestAt, Now + BetweenRequests.Ticks, next) == next)
        {
            Volatile.Write(ref _readAgainAt, Now);
        }
    }

    /// <summary>When reading fails, the keys that are known stay good, and it is tried again soon.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            _current = await OpenIdConnectConfigurationRetriever.GetAsync(MetadataAddress, _documents, cancellationToken);
            Volatile.Write(ref _readAgainAt, Now + RenewAfter.Ticks);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            Volatile.Write(ref _readAgainAt, Now + BetweenFailures.Ticks);
        }
    }
}
