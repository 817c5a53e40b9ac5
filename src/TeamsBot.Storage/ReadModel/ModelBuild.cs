using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Builds the read model from nothing, in one transaction: until it is whole, readers see what was there before, and a build that is cut short leaves no trace.</summary>
internal sealed class ModelBuild(ITables tables, ChangeNotes notes, SqliteConnection connection, TimeProvider time)
{
    /// <summary>Runs the build. Another process may have done it while this one waited; then there is nothing left to do.</summary>
    /// <param name="isForced">Builds in any case.</param>
    /// <param name="store">The id of the store that the model is of.</param>
    public async Task RunAsync(bool isForced, string store, CancellationToken cancel)
    {
        ModelFile.Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            if (isForced || !ModelFile.IsReady(connection) || ModelMeta.Store(connection) != store)
            {
                await BuildAsync(store, cancel);
            }

            ModelFile.Execute(connection, "COMMIT");
        }
        catch
        {
            ModelFile.RollBack(connection);
            throw;
        }

        ModelFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private async Task BuildAsync(string store, CancellationToken cancel)
    {
        var isNew = ModelFile.Number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        var revision = ModelFile.IsReady(connection) ? ModelMeta.Revision(connection) : 0;
        var attributes = await ModelAttribute.DeclaredAsync(tables, cancel);
        DropAll();
        ModelFile.Execute(connection, ModelSchema.Tables(attributes));
        ModelAttribute.Write(connection, attributes);
        var startedAt = time.Now;
        await NoteAsync(startedAt, cancel);
        using var values = new ValueKeys(connection, isNew: true);
        await LoadAsync(values, attributes, cancel);
        ModelFile.Execute(connection, ModelSchema.KeyIndexes);
        DealSettling.All(connection, values);
        ModelFile.Execute(connection, ModelSchema.Indexes(attributes));
        ModelMeta.Write(connection, startedAt, store, revision + 1);
        if (!isNew)
        {
            ModelMeta.AskToScrub(connection);
        }

        ModelFile.MarkReady(connection);
    }

    private void DropAll()
    {
        List<string> names = [];
        using (var all = new Statement(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        {
            while (all.Step())
            {
                names.Add(all.Text(0));
            }
        }

        foreach (var name in names)
        {
            ModelFile.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"DROP TABLE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        }
    }

    // What is done is read by the build anyway; what is under way has to be looked at again.
    private async Task NoteAsync(Instant startedAt, CancellationToken cancel)
    {
        using var seen = new SeenNotes(connection);
        await foreach (var note in notes.SinceAsync(startedAt - ModelFollower.Settle, cancel))
        {
            seen.Mark(note.Key, isOpen: !note.IsDone);
        }
    }

    private async Task LoadAsync(ValueKeys values, IReadOnlyList<ModelAttribute> attributes, CancellationToken cancel)
    {
        using (var deals = new DealWriter(connection, values, attributes))
        {
            await foreach (var row in RowsAsync(TableNames.Campaigns, CampaignRow.RowKey, cancel))
            {
                deals.Add(CampaignRow.Read(row));
            }

            await foreach (var row in RowsAsync(TableNames.Deals, DealRow.RowKey, cancel))
            {
                deals.Add(DealRow.Read(row));
            }

            await foreach (var row in tables.QueryAsync(TableNames.Targets, TableRange.Everything, take: null, cancel))
            {
                deals.Add(TargetRow.Read(row));
            }
        }

        var channels = new SalesChannels(new PeopleStore(tables));
        using var leads = new LeadWriter(connection, values, channels, attributes);
        await foreach (var records in LeadRecords.ReadAsync(tables.QueryAsync(TableNames.Leads, LeadRecords.OfAll, take: null, cancel)))
        {
            await channels.LearnAsync(records.Handoffs, cancel);
            leads.Add(records);
        }
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(string table, string row, CancellationToken cancel) =>
        tables.QueryAsync(table, TableRange.OfEachPartition(row), take: null, cancel);
}
