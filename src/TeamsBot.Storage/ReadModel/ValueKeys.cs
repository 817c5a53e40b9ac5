using Microsoft.Data.Sqlite;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>
/// The texts that figures are grouped by, each kept once under a number: rows hold the number, so that a million of them are
/// compared and counted fast. A blank text is a missing value.
/// </summary>
internal sealed class ValueKeys : IDisposable
{
    private const int MostKept = 2_000_000;

    private readonly Dictionary<string, long> known = new(StringComparer.Ordinal);
    private readonly bool isNew;
    private readonly Statement find;
    private readonly Statement add;
    private long last;

    /// <param name="isNew">No text is stored yet, so that none needs to be looked for.</param>
    public ValueKeys(SqliteConnection connection, bool isNew)
    {
        this.isNew = isNew;
        last = ModelFile.Number(connection, "SELECT coalesce(max(key), 0) FROM value");
        find = new(connection, "SELECT key FROM value WHERE text = ?1");
        add = new(connection, "INSERT INTO value (key, text, folded) VALUES (?1, ?2, ?3)");
    }

    /// <summary>How texts are compared without regard to case.</summary>
    public static string Fold(string text) => text.ToUpperInvariant();

    public long? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (known.TryGetValue(text, out var key))
        {
            return key;
        }

        key = isNew ? 0 : Find(text);
        if (key == 0)
        {
            key = ++last;
            add.Bind(1, key).BindText(2, text).BindText(3, Fold(text)).Run();
        }

        if (known.Count < MostKept)
        {
            known[text] = key;
        }
        else if (isNew)
        {
            throw new InvalidOperationException("There are more different texts than the read model can number.");
        }

        return key;
    }

    public void Dispose()
    {
        find.Dispose();
        add.Dispose();
    }

    private long Find(string text)
    {
        if (!find.BindText(1, text).Step())
        {
            return 0;
        }

        var key = find.Int64(0);
        find.Reset();
        return key;
    }
}
