using System.Text.Json;
using Microsoft.Data.Sqlite;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>The model at one moment, as one answer reads it.</summary>
internal sealed class ModelSnapshot : IDisposable
{
    private readonly Dictionary<long, string> texts = [];
    private readonly Statement findText;

    public ModelSnapshot(SqliteConnection connection)
    {
        Connection = connection;
        Attributes = ModelAttribute.Read(connection);
        findText = new(connection, "SELECT text FROM value WHERE key = ?1");
    }

    public SqliteConnection Connection { get; }

    public IReadOnlyList<ModelAttribute> Attributes { get; }

    /// <summary>The attributes alone, without values: enough to check a query.</summary>
    public Vocabulary Declared() => new([.. Attributes.GroupBy(attribute => attribute.Name, StringComparer.Ordinal)
        .Select(same => new VocabularyDimension(same.Key, [.. same.Select(attribute => attribute.Subject)], [], same.First().Labels))]);

    /// <summary>The column that holds a dimension of these records.</summary>
    public string Column(Subject records, string dimension) => Dimensions.Of(records).Contains(dimension)
        ? dimension
        : Attributes.First(attribute => attribute.Subject == records && attribute.Name == dimension).Column;

    /// <summary>The keys of all texts that are these without regard to case.</summary>
    public IReadOnlyList<long> KeysOf(IEnumerable<string> values)
    {
        using var find = new Statement(Connection, "SELECT key FROM value WHERE folded IN (SELECT value FROM json_each(?1))");
        find.BindText(1, JsonSerializer.Serialize([.. values.Select(ValueKeys.Fold)], NoteIdsJson.Default.StringArray));
        List<long> keys = [];
        while (find.Step())
        {
            keys.Add(find.Int64(0));
        }

        return keys;
    }

    /// <summary>The text of a key; 0 is the missing one.</summary>
    public string TextOf(long key)
    {
        if (key == 0)
        {
            return Dimensions.None;
        }

        if (!texts.TryGetValue(key, out var text))
        {
            findText.Bind(1, key).Step();
            texts[key] = text = findText.Text(0);
            findText.Reset();
        }

        return text;
    }

    public void Dispose() => findText.Dispose();
}
