using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TeamsBot.Protocol.Authentication;

/// <summary>What a good token says: where answers go, and the channels that its key is endorsed for.</summary>
internal sealed record ValidatedToken(string? ServiceUrl, IReadOnlySet<string> Endorsements);

/// <summary>Validates tokens by themselves: all that does not depend on the activity.</summary>
internal sealed class TokenValidation
{
    private const int RememberedTokens = 1_000;

    // Of a key of 2,048 bits.
    private const int SignatureLength = 256;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);
    private readonly SigningKeys _keys;
    private readonly TokenValidationParameters _parameters;
    private readonly BotOptions _options;
    private readonly TimeProvider _time;

    public TokenValidation(BotOptions options, SigningKeys keys, TimeProvider time)
    {
        _keys = keys;
        _options = options;
        _time = time;
        _parameters = new TokenValidationParameters
        {
            ValidIssuer = options.ToBotFromChannelTokenIssuer,
            ValidAudience = options.MicrosoftAppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, to, _, _) => CheckLifetime(from, to) is null,
            ConfigurationManager = keys,
            LogValidationExceptions = false,
        };
    }

    /// <summary>The token's contents, or why it is refused.</summary>
    public async ValueTask<(ValidatedToken? Token, RejectionReason Reason)> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (await _keys.CurrentAsync(cancellationToken) is not { } keys)
        {
            return (null, RejectionReason.KeysUnavailable);
        }

        if (_remembered.TryGetValue(token, out var known) && ReferenceEquals(known.Keys, keys))
        {
            return CheckLifetime(known.ValidFrom, known.ValidTo) is { } past ? (null, past) : (known.Token, default);
        }

        // The library notes on the parameters that it asked for newer keys: every validation has its own.
        var result = await _handler.ValidateTokenAsync(token, _parameters.Clone());
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt)
        {
            return (null, ReasonFor(result));
        }

        // The library also accepts the issuer that the metadata names; the protocol knows only one.
        if (jwt.Issuer != _options.ToBotFromChannelTokenIssuer)
        {
            return (null, RejectionReason.WrongIssuer);
        }

        return await ReadAsync(token, jwt, cancellationToken);
    }

    /// <summary>Reads the keys, and checks a token that nobody signed, so that no caller waits for either.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (await _keys.CurrentAsync(cancellationToken) is { JsonWebKeySet.Keys: [{ Kid: { } kid }, ..] } keys)
        {
            // On these the library cannot ask for newer keys, which it does not get again for some minutes.
            var parameters = _parameters.Clone();
            (parameters.ConfigurationManager, parameters.IssuerSigningKeys) = (null, keys.SigningKeys);
            var header = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["alg"] = SecurityAlgorithms.RsaSha256, ["kid"] = kid });
            var payload = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["iss"] = _options.ToBotFromChannelTokenIssuer, ["aud"] = _options.MicrosoftAppId });
            await _handler.ValidateTokenAsync($"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}.{Base64UrlEncoder.Encode(new byte[SignatureLength])}", parameters);
        }
    }

    private async ValueTask<(ValidatedToken? Token, RejectionReason Reason)> ReadAsync(
        string token, JsonWebToken jwt, CancellationToken cancellationToken)
    {
        // Validation may have read newer keys on the way.
        var keys = await _keys.CurrentAsync(cancellationToken);
        var key = keys?.JsonWebKeySet?.Keys.FirstOrDefault(candidate => candidate.Kid == jwt.Kid);
        if (keys is null || key is null)
        {
            return (null, RejectionReason.UnknownKey);
        }

        var serviceUrl = jwt.TryGetPayloadValue<string>("serviceurl", out var claim) ? claim : null;
        var validated = new ValidatedToken(serviceUrl, Endorsements(key));
        Remember(token, new Remembered(validated, keys, NullIfAbsent(jwt.ValidFrom), NullIfAbsent(jwt.ValidTo)));
        return (validated, default);
    }

    /// <summary>
    /// Bot Framework sends the same token for up to an hour, and a signature costs more than all else in a turn. Only good tokens are remembered, so
    /// that a stranger cannot fill the memory, and only as long as the keys are the same.
    /// </summary>
    private void Remember(string token, Remembered entry)
    {
        if (_remembered.Count >= RememberedTokens)
        {
            _remembered.Clear();
        }

        _remembered[token] = entry;
    }

    private RejectionReason ReasonFor(TokenValidationResult result) => result.Exception switch
    {
        SecurityTokenInvalidLifetimeException when result.TokenOnFailedValidation is JsonWebToken jwt
            => CheckLifetime(NullIfAbsent(jwt.ValidFrom), NullIfAbsent(jwt.ValidTo)) ?? RejectionReason.Other,
        SecurityTokenInvalidLifetimeException invalid => CheckLifetime(invalid.NotBefore, invalid.Expires) ?? RejectionReason.Other,
        SecurityTokenInvalidIssuerException => RejectionReason.WrongIssuer,
        SecurityTokenInvalidAudienceException => RejectionReason.WrongAudience,
        SecurityTokenSignatureKeyNotFoundException => RejectionReason.UnknownKey,
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => RejectionReason.InvalidSignature,
        SecurityTokenMalformedException or ArgumentException => RejectionReason.MalformedToken,
        _ => RejectionReason.Other,
    };

    private RejectionReason? CheckLifetime(DateTime? validFrom, DateTime? validTo)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return (validFrom, validTo) switch
        {
            (_, null) => RejectionReason.MissingExpiry,
            (_, { } end) when now > end + ClockSkew => RejectionReason.Expired,
            ({ } start, _) when now < start - ClockSkew => RejectionReason.NotYetValid,
            _ => null,
        };
    }

    private static DateTime? NullIfAbsent(DateTime value) => value == DateTime.MinValue ? null : value;

    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];

    private sealed record Remembered(ValidatedToken Token, OpenIdConnectConfiguration Keys, DateTime? ValidFrom, DateTime? ValidTo);
}
