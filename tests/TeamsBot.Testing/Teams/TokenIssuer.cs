using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace TeamsBot.Testing.Teams;

/// <summary>
/// Stands in for Bot Framework's token service: signs tokens, publishes its keys with endorsements, changes keys, and forges whatever a test needs.
/// </summary>
public sealed class TokenIssuer : IDocumentRetriever
{
    public const string Issuer = "https://api.botframework.com";

    /// <summary>Making a key takes long: all issuers share them, in the same order and under names of their own.</summary>
    private static readonly ConcurrentDictionary<int, RSA> Made = new();

    private readonly Lock _gate = new();
    private readonly List<Published> _published = [];
    private int _keysMade;
    private int _fetches;

    public TokenIssuer() => RollOver();

    /// <summary>Where the metadata stands when a host serves it.</summary>
    public string Address { get; set; } = "https://issuer.test";

    public string MetadataAddress => Address + "/.well-known/openidconfiguration";

    /// <summary>How many documents were read from here.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>Makes reading the keys fail.</summary>
    public bool IsDown { get; set; }

    /// <summary>A new signing key is published; the old ones go, unless they are kept for tokens that are still under way.</summary>
    public RsaSecurityKey RollOver(bool keepOld = false, params string[] endorsements)
    {
        var key = NewKey();
        lock (_gate)
        {
            if (!keepOld)
            {
                _published.Clear();
            }

            _published.Add(new Published(key, endorsements.Length == 0 ? ["msteams", "webchat"] : endorsements));
        }

        return key;
    }

    /// <summary>A key that this issuer does not publish.</summary>
    public RsaSecurityKey NewKey(string? keyId = null)
    {
        var rsa = Made.GetOrAdd(Interlocked.Increment(ref _keysMade), static _ => RSA.Create(2048));
        return new RsaSecurityKey(rsa) { KeyId = keyId ?? Guid.NewGuid().ToString("N") };
    }

    /// <summary>The key that signs now.</summary>
    public RsaSecurityKey CurrentKey
    {
        get
        {
            lock (_gate)
            {
                return _published[^1].Key;
            }
        }
    }

    /// <summary>A token as Teams would send it, changed by the request. The header value, with its scheme.</summary>
    public string Bearer(TokenRequest request) => "Bearer " + Token(request);

    public string Token(TokenRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var claims = new Dictionary<string, object>();
        if (request.ServiceUrl is { } serviceUrl)
        {
            claims["serviceurl"] = serviceUrl;
        }

        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = request.Issuer,
            Audience = request.Audience,
            NotBefore = request.NotBefore.UtcDateTime,
            IssuedAt = request.NotBefore.UtcDateTime,
            Expires = request.Expires?.UtcDateTime,
            Claims = claims,
            SigningCredentials = request.Unsigned ? null : new SigningCredentials(request.Key ?? CurrentKey, request.Algorithm),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        Interlocked.Increment(ref _fetches);
        return IsDown
            ? Task.FromException<string>(new IOException("The issuer is down."))
            : Task.FromResult(address.EndsWith("/keys", StringComparison.Ordinal) ? KeysJson() : MetadataJson());
    }

    /// <summary>The OpenID metadata document.</summary>
    public string MetadataJson() => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = Address + "/keys",
        ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
        ["token_endpoint_auth_methods_supported"] = (string[])["private_key_jwt"],
    });

    /// <summary>The published keys, each with the channels that it is endorsed for.</summary>
    public string KeysJson()
    {
        lock (_gate)
        {
            return JsonSerializer.Serialize(new { keys = _published.Select(Describe).ToArray() });
        }
    }

    private static Dictionary<string, object> Describe(Published published)
    {
        var parameters = published.Key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = published.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = published.Endorsements,
        };
    }

    private sealed record Published(RsaSecurityKey Key, string[] Endorsements);
}

/// <summary>What a token says. The defaults are a good one; a test changes what it wants to be wrong.</summary>
/// <param name="NotBefore">When the token begins to be valid.</param>
public sealed record TokenRequest(DateTimeOffset NotBefore)
{
    public string Issuer { get; init; } = TokenIssuer.Issuer;

    public string Audience { get; init; } = FakeTeam.BotAppId;

    public string? ServiceUrl { get; init; }

    /// <summary>Null makes a token without an end.</summary>
    public DateTimeOffset? Expires { get; init; } = NotBefore.AddHours(1);

    /// <summary>Null signs with the issuer's own key.</summary>
    public SecurityKey? Key { get; init; }

    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;

    /// <summary>Algorithm "none", without a signature.</summary>
    public bool Unsigned { get; init; }
}
