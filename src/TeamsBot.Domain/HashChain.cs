using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TeamsBot.Domain;

/// <summary>A row of a chain as it is stored.</summary>
/// <param name="Before">The hash of the row before that it holds; empty for the first.</param>
/// <param name="Hash">The one that its content has.</param>
/// <param name="Stored">The one that was stored with it.</param>
public readonly record struct ChainedRow(string Before, string Hash, string? Stored);

/// <summary>Rows that each hold the hash of the row before, so that one which was altered or taken away is found.</summary>
public static class HashChain
{
    /// <summary>SHA-256 of all parts as hexadecimal digits: each with its length, so that no two rows have the same content.</summary>
    public static string Hash(params IEnumerable<string?> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(parts.Select(part => part is null ? "-|" : string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}|"))))));

    /// <summary>The place, counted from 1, at which rows are first not as they were written; null when all are.</summary>
    /// <param name="last">The hash of the last row, as it is known elsewhere: so that a row missing at the end is found too.</param>
    public static int? FirstBroken(IEnumerable<ChainedRow> rows, string last)
    {
        var (before, place) = ("", 0);
        foreach (var row in rows)
        {
            place++;
            if (row.Before != before || row.Stored != row.Hash)
            {
                return place;
            }

            before = row.Hash;
        }

        return before == last ? null : place + 1;
    }
}
