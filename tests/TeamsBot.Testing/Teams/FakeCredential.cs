using Azure.Core;

namespace TeamsBot.Testing.Teams;

/// <summary>A credential that gives numbered tokens which live for an hour of the given clock.</summary>
public sealed class FakeCredential(TimeProvider time) : TokenCredential
{
    private int _asked;

    /// <summary>How many tokens were asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>What the last request was for.</summary>
    public string? Scope { get; private set; }

    /// <summary>Thrown in place of a token.</summary>
    public Exception? Failure { get; set; }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scope = requestContext.Scopes[0];
        var number = Interlocked.Increment(ref _asked);
        return Failure is null
            ? ValueTask.FromResult(new AccessToken(FormattableString.Invariant($"bot-token-{number}"), time.GetUtcNow().AddHours(1)))
            : ValueTask.FromException<AccessToken>(Failure);
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing of ours blocks on a token.");
}
