using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Counts what sales said of campaigns in a stretch of time.</summary>
internal static class FeedbackQuery
{
    /// <summary>The figures of each campaign of which something was said, by the word that leads have for it.</summary>
    public static IReadOnlyDictionary<string, FeedbackFigures> Count(SqliteConnection connection, string tenant, Instant from, Instant to)
    {
        using var count = new Statement(connection, """
            SELECT campaign, said, what, title, count(*), max(at) FROM feedback WHERE tenant = ?1 AND at >= ?2 AND at < ?3 AND said <> ?4
            GROUP BY campaign, said, what, title
            """);
        count.BindText(1, tenant).Bind(2, from.ToUnixTimeTicks()).Bind(3, to.ToUnixTimeTicks()).Bind(4, (long)Said.Quote);
        List<Row> rows = [];
        while (count.Step())
        {
            rows.Add(new(count.Text(0), (Said)count.Int64(1), count.TextOrNull(2), count.TextOrNull(3), (int)count.Int64(4), count.Int64(5)));
        }

        return rows.GroupBy(row => row.Campaign, StringComparer.OrdinalIgnoreCase).ToDictionary(rows => rows.Key, rows => Figures([.. rows]), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The handoffs of campaigns with words of a lead or a rep, the latest first.</summary>
    /// <param name="campaigns">The words that leads have for them, in any case.</param>
    public static IReadOnlyList<HandoffId> Quotes(SqliteConnection connection, string tenant, IReadOnlySet<string> campaigns, Instant from, Instant to, int most)
    {
        using var find = new Statement(connection, "SELECT of_handoff, campaign FROM feedback WHERE tenant = ?1 AND at >= ?2 AND at < ?3 AND said = ?4 ORDER BY at DESC, key");
        find.BindText(1, tenant).Bind(2, from.ToUnixTimeTicks()).Bind(3, to.ToUnixTimeTicks()).Bind(4, (long)Said.Quote);
        List<HandoffId> found = [];
        while (found.Count < most && find.Step())
        {
            if (campaigns.Contains(find.Text(1)) && HandoffId.TryParse(find.Text(0), out var id) && !found.Contains(id))
            {
                found.Add(id);
            }
        }

        return found;
    }

    private static FeedbackFigures Figures(IReadOnlyList<Row> rows) => new()
    {
        Handed = rows.Where(row => row.Said == Said.Handed).Sum(row => row.Times),
        Accepted = rows.Where(row => row.Said == Said.Accepted).Sum(row => row.Times),
        Reasons = By<RejectionReason>(rows, Said.Rejected),
        Objections = By<Objection>(rows, Said.Objection),
        Content = [.. rows.Where(row => row.Said == Said.Content).GroupBy(row => row.What!).Select(Piece).OrderByDescending(piece => piece.Times).ThenBy(piece => piece.Content.Id, StringComparer.Ordinal)],
    };

    private static Dictionary<T, int> By<T>(IEnumerable<Row> rows, Said said)
        where T : struct, Enum =>
        rows.Where(row => row.Said == said).GroupBy(row => Enum.Parse<T>(row.What!)).ToDictionary(same => same.Key, same => same.Sum(row => row.Times));

    // A piece that was renamed goes by the title that was noted last.
    private static ContentCount Piece(IGrouping<string, Row> same) => new(new(same.Key, same.MaxBy(row => row.LastAt)!.Title), same.Sum(row => row.Times));

    private sealed record Row(string Campaign, Said Said, string? What, string? Title, int Times, long LastAt);
}
