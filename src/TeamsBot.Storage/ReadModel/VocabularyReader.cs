using System.Globalization;
using System.Collections.ObjectModel;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Reads which values occur. An index on each dimension lets it step from value to value without looking at the rows between.</summary>
internal sealed class VocabularyReader(ModelSnapshot model)
{
    /// <summary>Dimensions with more values than that are known without them.</summary>
    public const int MostValues = 50_000;

    public Vocabulary Read() => new([.. Dimensions.All.Select(BuiltIn), .. model.Declared().Dimensions.Where(attribute => !Dimensions.All.Contains(attribute.Id)).Select(Attribute),]);

    private VocabularyDimension BuiltIn(string dimension)
    {
        Subject[] subjects = [.. Enum.GetValues<Subject>().Where(subject => Has(subject, dimension))];
        var labels = model.Attributes.FirstOrDefault(attribute => attribute.Name == dimension)?.Labels ?? ReadOnlyDictionary<Language, string>.Empty;
        return new(dimension, subjects, Values(subjects, dimension), labels);
    }

    private VocabularyDimension Attribute(VocabularyDimension declared) => declared with { Values = Values(declared.Records, declared.Id) };

    private bool Has(Subject subject, string dimension) =>
        Dimensions.Of(subject).Contains(dimension) || model.Attributes.Any(attribute => attribute.Subject == subject && attribute.Name == dimension);

    private IReadOnlyList<string> Values(IEnumerable<Subject> subjects, string dimension)
    {
        var keys = new HashSet<long>();
        foreach (var subject in subjects)
        {
            var table = ModelSchema.Facts.First(facts => facts.Subject == subject).Name;
            Collect(table, model.Column(subject, dimension), keys);
            if (keys.Count > MostValues)
            {
                return [];
            }
        }

        return [.. keys.Select(model.TextOf).Order(StringComparer.Ordinal)];
    }

    private void Collect(string table, string column, HashSet<long> keys)
    {
        using var values = new Statement(model.Connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE one (key) AS (
                SELECT min({column}) FROM {table}
                UNION ALL
                SELECT (SELECT min({column}) FROM {table} WHERE {column} > one.key) FROM one WHERE one.key IS NOT NULL)
            SELECT key FROM one WHERE key IS NOT NULL LIMIT {MostValues + 1}
            """));
        while (values.Step())
        {
            keys.Add(values.Int64(0));
        }
    }
}
