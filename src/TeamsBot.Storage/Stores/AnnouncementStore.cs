using Azure;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Announcements, and what people say to them. Each write is conditional: the loser of a race reads again.</summary>
public sealed class AnnouncementStore(ITables tables)
{
    public async Task<Stored<Announcement>?> FindAsync(string id, CancellationToken cancel) =>
        Keys.Fits(id) && await tables.GetAsync(TableNames.Campaigns, AnnouncementRow.PartitionKey(id), AnnouncementRow.RowKey, cancel) is { } row
            ? new(AnnouncementRow.Read(row), row.ETag)
            : null;

    /// <summary>All announcements of a tenant, drafts included, in no order.</summary>
    public async Task<IReadOnlyList<Announcement>> AllAsync(string tenant, CancellationToken cancel)
    {
        var listed = await tables.QueryAsync(TableNames.Index, TableRange.Partition(ListPartition(tenant)), take: null, cancel)
            .Select(row => new TableKey(AnnouncementRow.PartitionKey(row.GetString("Id")!), AnnouncementRow.RowKey)).ToListAsync(cancel);
        return [.. (await tables.GetManyAsync(TableNames.Campaigns, listed, cancel)).OfType<TableEntity>().Select(AnnouncementRow.Read)];
    }

    /// <summary>What is announced of the campaign that a record names, by its id or its name; null where nothing is.</summary>
    public async Task<Announcement?> OfCampaignAsync(string tenant, string campaign, CancellationToken cancel)
    {
        if (await FindAsync(campaign, cancel) is { Value: { IsAnnounced: true } named } && named.Tenant == tenant)
        {
            return named;
        }

        if (!Keys.Fits(tenant, Name(campaign)))
        {
            return null;
        }

        var keys = await tables.QueryAsync(TableNames.Index, TableRange.Partition(NamePartition(tenant, campaign)), take: null, cancel)
            .Select(row => new TableKey(AnnouncementRow.PartitionKey(row.GetString("Id")!), AnnouncementRow.RowKey)).ToListAsync(cancel);
        var found = (await tables.GetManyAsync(TableNames.Campaigns, keys, cancel)).OfType<TableEntity>().Select(AnnouncementRow.Read);
        return found.Where(one => one.IsAnnounced && Name(one.Content.Name) == Name(campaign)).MaxBy(one => one.AnnouncedAt);
    }

    /// <summary>Lets an announcement be found by its name. It may be done twice, and stays when the name changes.</summary>
    public Task NameAsync(Announcement announcement, CancellationToken cancel) => TryAsync(
        TableNames.Index,
        new(TableTransactionActionType.Add, new TableEntity(NamePartition(announcement.Tenant, announcement.Content.Name), Keys.Join(announcement.Id)) { ["Id"] = announcement.Id }),
        cancel);

    /// <summary>Stores a change; false when somebody else was faster.</summary>
    /// <param name="before">Null for one that is new; it is listed first, so that none is stored and never found.</param>
    public async Task<bool> SaveAsync(Stored<Announcement>? before, Announcement after, CancellationToken cancel)
    {
        if (before is null)
        {
            await TryAsync(TableNames.Index, new(TableTransactionActionType.Add, new TableEntity(ListPartition(after.Tenant), Keys.Join(after.Id)) { ["Id"] = after.Id }), cancel);
        }

        var row = AnnouncementRow.Write(after);
        return await TryAsync(
            TableNames.Campaigns,
            before is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, before.ETag),
            cancel);
    }

    /// <summary>False when the person had acknowledged it before.</summary>
    public Task<bool> AcknowledgeAsync(string id, Acknowledgement ack, CancellationToken cancel) =>
        TryAsync(TableNames.Campaigns, new(TableTransactionActionType.Add, AnnouncementRow.Write(id, ack)), cancel);

    public async Task<IReadOnlyList<Acknowledgement>> AcknowledgementsAsync(string id, CancellationToken cancel) =>
        await RowsAsync(id, AnnouncementRow.AckPrefix, cancel).Select(AnnouncementRow.ReadAck).ToListAsync(cancel);

    /// <summary>In the order in which they were asked.</summary>
    public async Task<IReadOnlyList<AnnouncementQuestion>> QuestionsAsync(string id, CancellationToken cancel) =>
        await RowsAsync(id, AnnouncementRow.QuestionPrefix, cancel).Select(AnnouncementRow.ReadQuestion).ToListAsync(cancel);

    public async Task<Stored<AnnouncementQuestion>?> QuestionAsync(string id, int number, CancellationToken cancel) =>
        number is > 0 and <= 9999 && await tables.GetAsync(TableNames.Campaigns, AnnouncementRow.PartitionKey(id), AnnouncementRow.QuestionPrefix + Keys.Number(number), cancel) is { } row
            ? new(AnnouncementRow.ReadQuestion(row), row.ETag)
            : null;

    /// <summary>Stores a question or its answer; false when its number is taken, or somebody else answered.</summary>
    public Task<bool> SaveAsync(string id, Stored<AnnouncementQuestion>? before, AnnouncementQuestion after, CancellationToken cancel)
    {
        var row = AnnouncementRow.Write(id, after);
        return TryAsync(
            TableNames.Campaigns,
            before is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, before.ETag),
            cancel);
    }

    /// <summary>The last vote of a person on a link counts.</summary>
    public async Task VoteAsync(string id, ContentVote vote, CancellationToken cancel)
    {
        var row = AnnouncementRow.Write(id, vote);
        if (!await TryAsync(TableNames.Campaigns, new(TableTransactionActionType.Add, row), cancel))
        {
            await TryAsync(TableNames.Campaigns, new(TableTransactionActionType.UpdateReplace, row, ETag.All), cancel);
        }
    }

    public async Task<IReadOnlyList<ContentVote>> VotesAsync(string id, CancellationToken cancel) =>
        await RowsAsync(id, AnnouncementRow.VotePrefix, cancel).Select(AnnouncementRow.ReadVote).ToListAsync(cancel);

    private IAsyncEnumerable<TableEntity> RowsAsync(string id, string prefix, CancellationToken cancel) =>
        tables.QueryAsync(TableNames.Campaigns, TableRange.RowsStartingWith(AnnouncementRow.PartitionKey(id), prefix), take: null, cancel);

    private async Task<bool> TryAsync(string table, TableTransactionAction action, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(table, [action], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }

    private static string NamePartition(string tenant, string name) => Keys.Join("announced", tenant, Name(name));

    private static string Name(string name) => name.Trim().ToUpperInvariant();

    private static string ListPartition(string tenant) => Keys.Join("announcements", tenant);
}
