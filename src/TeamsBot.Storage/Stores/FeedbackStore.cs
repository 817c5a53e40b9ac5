using Azure;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>How far the weekly telling of an organisation's feedback is.</summary>
/// <param name="Next">The Monday on which it is told next, for which the work is planned; null before the first.</param>
public sealed record FeedbackWeeks(LocalDate? Next);

/// <summary>The card of a week in one place.</summary>
/// <param name="Monday">The one on which it is told.</param>
/// <param name="Place">Whom or where: a person's or a channel's id.</param>
public sealed record WeekCardId(string Tenant, LocalDate Monday, string Place)
{
    /// <summary>What <see cref="ToString"/> wrote; null for anything else.</summary>
    public static WeekCardId? Read(string text) => Keys.Split(text) is [var tenant, var day, var place] && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var monday }
        ? new(tenant, monday, place)
        : null;

    public override string ToString() => Keys.Join(Tenant, RowValues.Write(Monday)!, Place);
}

/// <summary>What is remembered of the weekly feedback: which week is next, who was told of which, and which trends go on.</summary>
public sealed class FeedbackStore(ITables tables)
{
    internal const string QuotedPrefix = "quoted|";

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
    public Task<bool> ClaimAsync(WeekCardId card, CancellationToken cancel) => TryAsync(new(TableTransactionActionType.Add, Claim(card)), cancel);

    /// <summary>Remembers the message that tells it.</summary>
    public Task ToldAsync(WeekCardId card, string conversation, string? activityId)
    {
        var row = Claim(card);
        (row["Conversation"], row["ActivityId"]) = (conversation, activityId);
        return tables.SubmitAsync(TableNames.Campaigns, [new(TableTransactionActionType.UpdateReplace, row, ETag.All)], CancellationToken.None);
    }

    /// <summary>The conversation and the id of the message that tells it; null where none is known.</summary>
    public async Task<(string Conversation, string ActivityId)?> MessageAsync(WeekCardId card, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Campaigns, Partition(card.Tenant), Claim(card).RowKey, cancel) is { } row && row.GetString("ActivityId") is { } activity
            ? (row.GetString("Conversation")!, activity)
            : null;

    /// <summary>Gives a claim up: Teams has certainly not taken the message.</summary>
    public Task ReleaseAsync(WeekCardId card) =>
        tables.SubmitAsync(TableNames.Campaigns, [new(TableTransactionActionType.Delete, Claim(card), ETag.All)], CancellationToken.None);

    /// <summary>Notes with these leads that the card quotes them, before it is sent: whoever forgets one finds it.</summary>
    public async Task QuoteAsync(WeekCardId card, IEnumerable<LeadId> leads, CancellationToken cancel)
    {
        foreach (var lead in leads.Distinct())
        {
            var row = new TableEntity(LeadRow.PartitionKey(lead), QuotedPrefix + card) { ["Card"] = card.ToString() };
            try
            {
                await tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Add, row)], cancel);
            }
            catch (TableException problem) when (problem.IsConflict)
            {
                // It is noted already.
            }
        }
    }

    internal static WeekCardId ReadQuoted(TableEntity row) => WeekCardId.Read(row.GetString("Card")!)!;

    private static TableEntity Claim(WeekCardId card) => new(Partition(card.Tenant), Keys.Join("told", RowValues.Write(card.Monday)!, card.Place))
    {
        ["Place"] = card.Place,
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
