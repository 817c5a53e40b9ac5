using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace TeamsBot.Features.Intake;

/// <summary>
/// Checks that a request comes from somebody who knows the secret: <c>X-Signature</c> is the HMAC-SHA256 of
/// <c>timestamp.body</c> in lower- or upper-case hexadecimal, <c>X-Timestamp</c> the Unix time in seconds, not more than
/// five minutes off.
/// </summary>
public static class IntakeSignature
{
    private static readonly Duration Window = Duration.FromMinutes(5);

    public static bool IsValid(IntakeOptions options, string? timestamp, string? signature, ReadOnlySpan<byte> body, Instant now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799L)
        {
            return false;
        }

        var age = now - Instant.FromUnixTimeSeconds(seconds);
        if (age > Window || age < -Window || Decode(signature) is not { } given)
        {
            return false;
        }

        return Matches(options.Secret, timestamp, body, given) | Matches(options.PreviousSecret, timestamp, body, given);
    }

    /// <summary>The signature of a body, as a sender makes it.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(Compute(secret, timestamp, body));

    private static bool Matches(string secret, string timestamp, ReadOnlySpan<byte> body, byte[] given) =>
        secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Compute(secret, timestamp, body), given);

    private static byte[] Compute(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData("."u8);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static byte[]? Decode(string? signature)
    {
        try
        {
            return signature?.Length == 64 ? Convert.FromHexString(signature) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
