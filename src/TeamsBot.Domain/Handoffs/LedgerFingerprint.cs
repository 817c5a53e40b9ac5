using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TeamsBot.Domain.Handoffs;

/// <summary>One hash over the ends of all ledgers, in the order in which they are added: no row of any can change without it.</summary>
public sealed class LedgerFingerprint : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="lastHash">Of its last row; empty before the first.</param>
    public void Add(HandoffId handoff, string lastHash)
    {
        var id = handoff.ToString();
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id.Length}:{id}|{lastHash}|")));
    }

    /// <summary>As hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
