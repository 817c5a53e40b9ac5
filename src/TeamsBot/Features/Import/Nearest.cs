namespace TeamsBot.Features.Import;

/// <summary>The known word that somebody most likely meant.</summary>
internal static class Nearest
{
    /// <summary>" (did you mean 'createdAt'?)", or nothing when no known word is near.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        var (distance, best) = known.Select(candidate => (Distance(Plain(word), Plain(candidate)), candidate)).DefaultIfEmpty((int.MaxValue, "")).MinBy(pair => pair.Item1);
        return distance <= (word.Length + 2) / 3 ? $" (did you mean '{best}'?)" : "";
    }

    private static string Plain(string word) => word.ToUpperInvariant().Replace('-', '_').Replace(' ', '_').Replace("_", "", StringComparison.Ordinal);

    // Levenshtein's, one row of the table at a time.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
