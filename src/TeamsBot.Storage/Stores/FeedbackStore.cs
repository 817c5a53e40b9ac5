using Azure;
using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>How far the weekly telling of an organisation's feedback is.</summary>
/// <param name="Next">The Monday on which it is told next, for which the work is planned; null before the first.</param>
public sealed record FeedbackWeeks(LocalDate? Next);

/// <summary>What is remembered of the weekly feedback: which week is next, who was told of which, and which trends go on.</summary>
public sealed class FeedbackStore(ITables tables)
{
    private const string WeeksRow = "weeks";

    public async Task<Stored<FeedbackWeeks>> WeeksAsync(string tenant, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Campaigns, Partition(tenant), WeeksRow, cancel) is { } row ? new(new(row.GetDay("Next")), row.ETag) : new(new(null), default);

    /// <summary>False when another instance went on meanwhile.</summary>
    public Task<bool> SaveAsync(string tenant, Stored<FeedbackWeeks> before, FeedbackWeeks after, CancellationToken cancel) =>
        TryAsync(Put(new(Partition(tenant), WeeksRow) { ["Next"] = RowValues.Write(after.Next) }, before.ETag), cancel);

    /// <summary>What was pointed out of a campaign.</summary>
    public async Task<Stored<TrendMemory>> TrendsAsync(string tenant, string campaign, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Campaigns, CampaignRow.PartitionKey(campaign), TrendsRow(tenant), cancel) is { } row
            ? new(new(row.GetDay("Week"), FeedbackJson.ReadTrends(row.GetString("Trends")!)), row.ETag)
            : new(TrendMemory.Empty, default);

    /// <summary>False when another instance looked at the week meanwhile.</summary>
    public Task<bool> SaveAsync(string tenant, string campaign, Stored<TrendMemory> before, TrendMemory after, CancellationToken cancel)
    {
        var row = new TableEntity(CampaignRow.PartitionKey(campaign), TrendsRow(tenant))
        {
            ["Week"] = RowValues.Write(after.Week),
            ["Trends"] = FeedbackJson.Write(after.Trends),
        };
        return TryAsync(Put(row, before.ETag), cancel);
    }

    /// <summary>
    /// Claims the telling of a week in one place, before anything is sent; false when it was claimed before. A claim is never given up by
    /// itself: a crash between sending and <see cref="ToldAsync"/> must not let it be sent twice.
    /// </summary>
    /// <param name="place">Whom or where: a person's or a channel's id.</param>
    public Task<bool> ClaimAsync(string tenant, LocalDate monday, string place, CancellationToken cancel) =>
        TryAsync(new(TableTransactionActionType.Add, Claim(tenant, monday, place)), cancel);

    /// <summary>Remembers the message that tells it.</summary>
    public Task ToldAsync(string tenant, LocalDate monday, string place, string conversation, string? activityId)
    {
        var row = Claim(tenant, monday, place);
        (row["Conversation"], row["ActivityId"]) = (conversation, activityId);
        return tables.SubmitAsync(TableNames.Campaigns, [new(TableTransactionActionType.UpdateReplace, row, ETag.All)], CancellationToken.None);
    }

    /// <summary>Gives a claim up: Teams has certainly not taken the message.</summary>
    public Task ReleaseAsync(string tenant, LocalDate monday, string place) =>
        tables.SubmitAsync(TableNames.Campaigns, [new(TableTransactionActionType.Delete, Claim(tenant, monday, place), ETag.All)], CancellationToken.None);

    private static TableEntity Claim(string tenant, LocalDate monday, string place) => new(Partition(tenant), Keys.Join("told", RowValues.Write(monday)!, place))
    {
        ["Place"] = place,
    };

    private static string Partition(string tenant) => Keys.Join("feedback", tenant);

    private static string TrendsRow(string tenant) => Keys.Join("trends", tenant);

    private static TableTransactionAction Put(TableEntity row, ETag etag) =>
        etag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, etag);

    private async Task<bool> TryAsync(TableTransactionAction action, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Campaigns, [action], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }
}
