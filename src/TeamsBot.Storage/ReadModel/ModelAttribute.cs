using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>An attribute that an import declared, and the column that holds it. Its name comes from outside and never gets into a statement.</summary>
/// <param name="Records">As the import calls them: leads, deals, campaigns.</param>
internal sealed record ModelAttribute(string Records, string Name, int Number, IReadOnlyDictionary<Language, string> Labels)
{
    /// <summary>The kinds of records that have attributes.</summary>
    public static IReadOnlyList<(string Records, Subject Subject)> Kinds { get; } = [("leads", Subject.Leads), ("deals", Subject.Deals), ("campaigns", Subject.Campaigns)];

    public Subject Subject => Kinds.First(kind => kind.Records == Records).Subject;

    public string Column => "attribute_" + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>All that are declared now, without those that are named like a dimension which the records have anyway.</summary>
    public static async Task<IReadOnlyList<ModelAttribute>> DeclaredAsync(ITables tables, CancellationToken cancel)
    {
        List<ModelAttribute> attributes = [];
        foreach (var (records, subject) in Kinds)
        {
            var rows = await tables.QueryAsync(TableNames.Attributes, TableRange.Partition(Keys.Join(records)), take: null, cancel).ToListAsync(cancel);
            attributes.AddRange(rows.Select(AttributeStore.Read).Where(definition => IsNew(definition, subject))
                .Select((definition, index) => new ModelAttribute(records, definition.Name, index + 1, definition.Labels)));
        }

        return attributes;
    }

    public static IReadOnlyList<ModelAttribute> Read(SqliteConnection connection)
    {
        List<ModelAttribute> attributes = [];
        using var all = new Statement(connection, "SELECT records, name, number, labels FROM attribute ORDER BY records, number");
        while (all.Step())
        {
            attributes.Add(new(all.Text(0), all.Text(1), (int)all.Int64(2), JsonSerializer.Deserialize(all.Text(3), LabelsJson.Default.DictionaryLanguageString)!));
        }

        return attributes;
    }

    public static void Write(SqliteConnection connection, IReadOnlyList<ModelAttribute> attributes)
    {
        using var add = new Statement(connection, "INSERT OR REPLACE INTO attribute (records, name, number, labels) VALUES (?1, ?2, ?3, ?4)");
        foreach (var attribute in attributes)
        {
            var labels = JsonSerializer.Serialize(new Dictionary<Language, string>(attribute.Labels), LabelsJson.Default.DictionaryLanguageString);
            add.BindText(1, attribute.Records).BindText(2, attribute.Name).Bind(3, (long)attribute.Number).BindText(4, labels).Run();
        }
    }

    private static bool IsNew(AttributeDefinition definition, Subject subject) =>
        !Dimensions.Of(subject).Contains(definition.Name) && !Dimensions.IsOfTime(definition.Name);
}

[JsonSerializable(typeof(Dictionary<Language, string>))]
internal sealed partial class LabelsJson : JsonSerializerContext;
