using Azure;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>What imports declared attributes to be called. Partition: the records they belong to; row: the attribute's name.</summary>
public sealed class AttributeStore(ITables tables, TimeProvider time)
{
    /// <summary>Keeps these definitions; a label that is there already is replaced.</summary>
    public async Task SaveAsync(IEnumerable<AttributeDefinition> definitions, CancellationToken cancel)
    {
        TableEntity[] rows = [.. definitions.Select(Write)];
        var stored = await tables.GetManyAsync(TableNames.Attributes, [.. rows.Select(row => new TableKey(row.PartitionKey, row.RowKey))], cancel);
        var changes = rows.Zip(stored).Where(pair => pair.Second is null || !RowMerge.Same(pair.First, pair.Second)).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var notes = new ChangeNotes(tables, time);
        var noting = await notes.BeginAsync(NotedRecords.Attributes, [], cancel);
        foreach (var (row, before) in changes)
        {
            var action = before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, ETag.All);
            await tables.SubmitAsync(TableNames.Attributes, [action], cancel);
        }

        await notes.DoneAsync(noting, cancel);
    }

    public async Task<IReadOnlyList<AttributeDefinition>> ReadAsync(string records, CancellationToken cancel) =>
        await tables.QueryAsync(TableNames.Attributes, TableRange.Partition(Keys.Join(records)), take: null, cancel).Select(Read).ToListAsync(cancel);

    private static TableEntity Write(AttributeDefinition definition)
    {
        var row = new TableEntity(Keys.Join(definition.Records), Keys.Join(definition.Name))
        {
            { nameof(AttributeDefinition.Records), definition.Records },
            { nameof(AttributeDefinition.Name), definition.Name },
        };
        foreach (var (language, label) in definition.Labels)
        {
            row[language.ToString()] = label;
        }

        return row;
    }

    internal static AttributeDefinition Read(TableEntity row) => new(
        row.GetString(nameof(AttributeDefinition.Records))!,
        row.GetString(nameof(AttributeDefinition.Name))!,
        Enum.GetValues<Language>()
            .Where(language => row.GetString(language.ToString()) is not null)
            .ToDictionary(language => language, language => row.GetString(language.ToString())!));
}
