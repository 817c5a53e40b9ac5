using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// The last question of a person in a conversation, which their next one may change a part of. It lies with the person's own
/// conversation and counts for some hours.
/// </summary>
public sealed class LastQuestionStore(ITables tables)
{
    /// <summary>After so long nobody means the last question any more.</summary>
    public static Duration Life { get; } = Duration.FromHours(4);

    private static readonly TableRange EveryQuestion = TableRange.PartitionsStartingWith("person|") with { RowFrom = "asked|", RowTo = "asked|~" };

    // A longer one, with many values, is not worth a row.
    private const int LongestQuery = 8_000;

    /// <param name="conversation">Its id without a thread.</param>
    public async Task<Stored<Query?>> FindAsync(PersonId person, string conversation, Instant now, CancellationToken cancel)
    {
        if (await tables.GetAsync(TableNames.Conversations, ConversationStore.Personal(person), Row(conversation), cancel) is not { } row)
        {
            return new(null, default);
        }

        var isFresh = row.GetInstant("At") is { } at && now - at < Life;
        return new(isFresh ? QueryReader.Read(row.GetString("Query") ?? "").Query : null, row.ETag);
    }

    /// <summary>Keeps a question in the place of the one that was read. Where somebody was faster, theirs is the newer one and stays.</summary>
    /// <param name="before">As it was found.</param>
    public async Task SaveAsync(PersonId person, string conversation, Stored<Query?> before, Query query, Instant now, CancellationToken cancel)
    {
        var text = QueryJson.Text(query);
        if (text.Length > LongestQuery)
        {
            return;
        }

        var row = new TableEntity(ConversationStore.Personal(person), Row(conversation)) { ["Query"] = text, ["At"] = now.ToDateTimeOffset() };
        var action = before.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, before.ETag);
        try
        {
            await tables.SubmitAsync(TableNames.Conversations, [action], cancel);
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            // Two questions at one moment: either may be the last.
        }
    }

    /// <summary>
    /// Forgets the questions that may name a person or what an import declared, whoever asked them: by id, by account, or by an
    /// attribute. It costs somebody a follow-up at the most.
    /// </summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<int> ForgetNamesAsync(CancellationToken cancel)
    {
        var forgotten = 0;
        await foreach (var row in tables.QueryAsync(TableNames.Conversations, EveryQuestion, take: null, cancel))
        {
            if (QueryReader.Read(row.GetString("Query") ?? "").Query is { } query && !MayName(query))
            {
                continue;
            }

            try
            {
                await tables.SubmitAsync(TableNames.Conversations, [new(TableTransactionActionType.Delete, row, row.ETag)], cancel);
                forgotten++;
            }
            catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
            {
                // Another question took its place.
            }
        }

        return forgotten;
    }

    private static bool MayName(Query query) =>
        query.Filters.Append(query.CompareTo?.Value).OfType<QueryFilter>().Any(filter => filter.Dimension == "account" || !Dimensions.All.Contains(filter.Dimension));

    private static string Row(string conversation) => Keys.Join("asked", conversation);
}
