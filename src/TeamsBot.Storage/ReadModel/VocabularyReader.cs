using System.Collections.ObjectModel;
using System.Globalization;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Reads which values occur. An index on each dimension lets it step from value to value without looking at the rows between, as long as there are few.</summary>
internal sealed class VocabularyReader(ModelSnapshot model)
{
    /// <summary>Dimensions with more values than that are known without them.</summary>
    public const int MostValues = 50_000;

    // More than that are found faster by looking at every row.
    private const int MostSteps = 2_000;

    public Vocabulary Read() => new([.. Dimensions.All.Select(BuiltIn), .. model.Declared().Dimensions.Where(attribute => !Dimensions.All.Contains(attribute.Id)).Select(Attribute)]);

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
        if (Read(Stepping(table, column), keys) > MostSteps)
        {
            Read(string.Create(CultureInfo.InvariantCulture, $"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT {MostValues + 1}"), keys);
        }
    }

    private static string Stepping(string table, string column) => string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE one (key) AS (
                SELECT min({column}) FROM {table}
                UNION ALL
                SELECT (SELECT min({column}) FROM {table} WHERE {column} > one.key) FROM one WHERE one.key IS NOT NULL)
            SELECT key FROM one WHERE key IS NOT NULL LIMIT {MostSteps + 1}
            """);

    private int Read(string sql, HashSet<long> keys)
    {
        using var values = new Statement(model.Connection, sql);
        var read = 0;
        for (; values.Step(); read++)
        {
            keys.Add(values.Int64(0));
        }

        return read;
    }
}
