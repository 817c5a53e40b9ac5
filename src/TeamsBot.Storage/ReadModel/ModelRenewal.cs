using Microsoft.Data.Sqlite;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Replaces what the model has of some records by what the store has of them now.</summary>
internal sealed class ModelRenewal : IDisposable
{
    private const int ReadersAtOnce = 8;

    private readonly ITables tables;
    private readonly SqliteConnection connection;
    private readonly IReadOnlyList<ModelAttribute> attributes;
    private readonly ValueKeys values;
    private readonly SalesChannels channels;
    private bool hasErased;

    public ModelRenewal(ITables tables, SqliteConnection connection)
    {
        (this.tables, this.connection) = (tables, connection);
        attributes = ModelAttribute.Read(connection);
        values = new(connection, isNew: false);
        channels = new(new PeopleStore(tables));
    }

    /// <returns>True when attributes were declared that the model has no column for.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<ChangeNote> notes, CancellationToken cancel)
    {
        if (notes.Any(note => note.Records == NotedRecords.Attributes) && await LacksColumnsAsync(cancel))
        {
            return true;
        }

        using var writer = new DealWriter(connection, values, attributes);
        var leads = Ids(notes, NotedRecords.Leads).ToHashSet(StringComparer.Ordinal);
        await RenewDealsAsync(Ids(notes, NotedRecords.Deals), writer, leads, cancel);
        await RenewCampaignsAsync(Ids(notes, NotedRecords.Campaigns), writer, cancel);
        await RenewLeadsAsync(leads, cancel);
        if (notes.Any(note => note.Records == NotedRecords.Targets))
        {
            await RenewTargetsAsync(writer, cancel);
        }

        if (hasErased)
        {
            ModelFile.Execute(connection, ModelSchema.ForgetValues(attributes));
            ModelMeta.AskToScrub(connection);
        }

        return false;
    }

    public void Dispose() => values.Dispose();

    private static string[] Ids(IReadOnlyList<ChangeNote> notes, NotedRecords records) =>
        [.. notes.Where(note => note.Records == records).SelectMany(note => note.Ids).Distinct(StringComparer.Ordinal)];

    private async Task<bool> LacksColumnsAsync(CancellationToken cancel)
    {
        var declared = await ModelAttribute.DeclaredAsync(tables, cancel);
        if (!declared.Select(attribute => (attribute.Records, attribute.Name)).ToHashSet().SetEquals(attributes.Select(attribute => (attribute.Records, attribute.Name))))
        {
            return true;
        }

        ModelAttribute.Write(connection, declared);
        return false;
    }

    // A lead is won by its deals: the leads that they had and have are to be renewed as well.
    private async Task RenewDealsAsync(string[] ids, DealWriter writer, HashSet<string> leads, CancellationToken cancel)
    {
        var rows = await tables.GetManyAsync(TableNames.Deals, [.. ids.Select(id => new TableKey(DealRow.PartitionKey(id), DealRow.RowKey))], cancel);
        using var before = new Statement(connection, "SELECT lead, account IS NOT NULL AND EXISTS (SELECT 1 FROM lead WHERE id = deal.lead AND erased) FROM deal WHERE id = ?1 AND lead IS NOT NULL");
        foreach (var (id, row) in ids.Zip(rows))
        {
            if (before.BindText(1, id).Step())
            {
                leads.Add(before.Text(0));
                hasErased |= before.Int64(1) != 0;
                before.Reset();
            }

            writer.DeleteDeal(id);
            if (row is null)
            {
                continue;
            }

            var deal = DealRow.Read(row);
            writer.Add(deal);
            if (deal.Lead is { } lead)
            {
                leads.Add(lead.Value);
            }
        }
    }

    private async Task RenewCampaignsAsync(string[] ids, DealWriter writer, CancellationToken cancel)
    {
        var rows = await tables.GetManyAsync(TableNames.Campaigns, [.. ids.Select(id => new TableKey(CampaignRow.PartitionKey(id), CampaignRow.RowKey))], cancel);
        foreach (var (id, row) in ids.Zip(rows))
        {
            writer.DeleteCampaign(id);
            if (row is not null)
            {
                writer.Add(CampaignRow.Read(row));
            }
        }
    }

    private async Task RenewTargetsAsync(DealWriter writer, CancellationToken cancel)
    {
        writer.DeleteTargets();
        await foreach (var row in tables.QueryAsync(TableNames.Targets, TableRange.Everything, take: null, cancel))
        {
            writer.Add(TargetRow.Read(row));
        }
    }

    private async Task RenewLeadsAsync(IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return;
        }

        string[] all = [.. ids];
        var read = new LeadRecords?[all.Length];
        await Parallel.ForAsync(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = ReadersAtOnce, CancellationToken = cancel }, async (index, stop) =>
            read[index] = Keys.Fits(all[index]) ? await ReadAsync(Keys.Join(all[index]), stop) : null);
        await channels.LearnAsync(read.OfType<LeadRecords>().SelectMany(records => records.Handoffs), cancel);
        using var writer = new LeadWriter(connection, values, channels, attributes);
        using var known = new Statement(connection, "SELECT 1 FROM lead WHERE id = ?1 AND NOT erased");
        foreach (var (id, records) in all.Zip(read))
        {
            hasErased |= records?.Lead.ErasedAt is not null && known.BindText(1, id).Step();
            known.Reset();
            writer.Delete(id);
            if (records is not null)
            {
                writer.Add(records);
            }
        }

        DealSettling.Some(connection, values, ids);
    }

    private async Task<LeadRecords?> ReadAsync(string partition, CancellationToken cancel) =>
        await LeadRecords.ReadAsync(tables.QueryAsync(TableNames.Leads, LeadRecords.Of(partition), take: null, cancel)).FirstOrDefaultAsync(cancel);
}
