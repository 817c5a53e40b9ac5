using System.Globalization;
using Azure;
using Microsoft.Data.Sqlite;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>One reading connection with its statements. Each call sees one snapshot and leaves no transaction open.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private const string Columns = "SELECT pk, rk, version, ts, body FROM rows WHERE tbl=?1 AND ";

    private readonly Statement begin = new(connection, "BEGIN");
    private readonly Statement commit = new(connection, "COMMIT");
    private readonly Statement table = new(connection, "SELECT id FROM tables WHERE name=?1");
    private readonly Statement one = new(connection, Columns + "pk=?2 AND rk=?3");
    private readonly Statement partition = new(connection, Columns + "pk=?2 AND rk>=?3 AND rk<?4 ORDER BY rk LIMIT ?5");
    private readonly Statement partitions = new(connection, Columns +
        "(pk, rk)>=(?2, ?3) AND pk<?4 AND rk>=?5 AND rk<?6 ORDER BY pk, rk LIMIT ?7");

    public long? Table(string name)
    {
        table.Bind(1, name);
        if (!table.Step())
        {
            return null;
        }

        var id = table.Int64(0);
        table.Reset();
        return id;
    }

    public TableEntity? Get(long table, TableKey key)
    {
        one.Bind(1, table).Bind(2, key.PartitionKey).Bind(3, key.RowKey);
        if (!one.Step())
        {
            return null;
        }

        var row = Row(one);
        one.Reset();
        return row;
    }

    /// <summary>Reads the keys from <paramref name="first"/> on, <paramref name="count"/> of them, from one snapshot.</summary>
    public bool Get(long table, IReadOnlyList<TableKey> keys, int first, TableEntity?[] into, int count)
    {
        begin.Run();
        try
        {
            for (var i = first; i < first + count; i++)
            {
                into[i] = Get(table, keys[i]);
            }
        }
        finally
        {
            commit.Run();
        }

        return true;
    }

    /// <summary>The first rows of a range, at most <paramref name="count"/>, after <paramref name="last"/> where a page went before.</summary>
    public List<TableEntity> Page(long table, TableRange range, TableKey? last, int count)
    {
        var query = range.SinglePartition is { } only
            ? Until(partition.Bind(1, table).Bind(2, only).Bind(3, Follow(last?.RowKey) ?? range.RowFrom), 4, range.RowTo).Bind(5, count)
            : Until(
                Until(partitions.Bind(1, table).Bind(2, last?.PartitionKey ?? range.PartitionFrom), 4, range.PartitionTo)
                    .Bind(3, Follow(last?.RowKey) ?? range.RowFrom).Bind(5, range.RowFrom),
                6,
                range.RowTo).Bind(7, count);
        var rows = new List<TableEntity>(Math.Min(count, 64));
        while (query.Step())
        {
            rows.Add(Row(query));
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[begin, commit, table, one, partition, partitions])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    internal static ETag ETagOf(long version) => new($"\"{version.ToString("x16", CultureInfo.InvariantCulture)}\"");

    // The smallest key above the one that was read last.
    private static string? Follow(string? key) => key is null ? null : key + '\0';

    // SQLite sorts a blob after every text, so that an empty one is a bound that nothing reaches.
    private static Statement Until(Statement query, int parameter, string? bound) =>
        bound is null ? query.Bind(parameter, ReadOnlySpan<byte>.Empty) : query.Bind(parameter, bound);

    private static TableEntity Row(Statement row)
    {
        var entity = new TableEntity(row.Text(0), row.Text(1))
        {
            ETag = ETagOf(row.Int64(2)),
            Timestamp = new DateTimeOffset(row.Int64(3), TimeSpan.Zero),
        };
        EntityBytes.Read(row.Blob(4), entity);
        return entity;
    }
}
