using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>
/// Tables in one SQLite file, for one machine. What was acknowledged is on disk, also when the process is killed; several
/// processes on the machine may open the same file.
/// </summary>
public sealed class SqliteTables : ITables, IAsyncDisposable
{
    private const int PageRows = 500;
    private const int ChunkRows = 2000;

    private readonly SqliteFile file;
    private readonly SqliteReaders readers;
    private readonly SqliteWriter writer;
    private readonly ConcurrentDictionary<string, long> known = new(StringComparer.OrdinalIgnoreCase);
    private bool closed;

    /// <summary>Opens the file, making it and its folder when they are missing.</summary>
    /// <exception cref="TableException">
    /// when the file is not a store, is damaged, was written by another version, or cannot be opened for writing.
    /// </exception>
    public SqliteTables(string path, TimeProvider clock)
    {
        file = new SqliteFile(path);
        file.Prepare();
        readers = new SqliteReaders(file);
        writer = new SqliteWriter(file, clock);
    }

    public Task CreateAsync(IEnumerable<string> tables, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var names = tables.ToList();
        if (names.Select(Limits.CheckTable).FirstOrDefault(refused => refused is not null) is { } error)
        {
            throw error;
        }

        file.CreateTables(names);
        return Task.CompletedTask;
    }

    public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var key = Checked(new TableKey(partitionKey, rowKey));
        return Task.FromResult(readers.Read(reader => reader.Get(Table(table, reader), key)));
    }

    public async Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel)
    {
        foreach (var key in keys)
        {
            Checked(key);
        }

        var rows = new TableEntity?[keys.Count];
        for (var first = 0; first < keys.Count; first += PageRows)
        {
            if (first > 0)
            {
                await Task.Yield();
            }

            cancel.ThrowIfCancellationRequested();
            var (from, count) = (first, Math.Min(PageRows, keys.Count - first));
            readers.Read(reader => reader.Get(Table(table, reader), keys, from, rows, count));
        }

        return rows;
    }

    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, int? take, [EnumeratorCancellation] CancellationToken cancel)
    {
        TableKey? last = null;
        for (var left = take ?? int.MaxValue; left > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            var (after, count) = (last, Math.Min(PageRows, left));
            var page = readers.Read(reader => reader.Page(Table(table, reader), range, after, count));
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < count)
            {
                yield break;
            }

            left -= page.Count;
            last = new TableKey(page[^1].PartitionKey, page[^1].RowKey);
            await Task.Yield();
        }
    }

    public async Task<IReadOnlyList<ETag>> SubmitAsync(
        string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (id, error) = Accept(new TableTransaction(table, actions));
        if (error is not null)
        {
            throw error;
        }

        var outcomes = await writer.WriteAsync([PreparedTransaction.From(id, actions)], cancel);
        return outcomes[0].ETags ?? throw outcomes[0].Error!;
    }

    public async Task<IReadOnlyList<TableException?>> SubmitManyAsync(
        IReadOnlyList<TableTransaction> transactions, CancellationToken cancel)
    {
        var errors = new TableException?[transactions.Count];
        var before = Task.CompletedTask;
        for (var next = 0; next < transactions.Count;)
        {
            cancel.ThrowIfCancellationRequested();
            var (places, chunk) = Chunk(transactions, ref next, errors);
            var now = WriteAsync(places, chunk, errors, cancel);

            // One chunk is prepared while another is written, and no more: a click in between waits for two chunks at most.
            await before;
            before = now;
        }

        await before;
        return errors;
    }

    // A file keeps what was deleted from it until the place is used again, and so does its log.
    public Task ScrubAsync(CancellationToken cancel) => Task.Run(file.Scrub, cancel);

    /// <summary>Writes what waits and closes the file; what is asked afterwards fails.</summary>
    public ValueTask DisposeAsync()
    {
        if (!Interlocked.Exchange(ref closed, true))
        {
            writer.Dispose();
            readers.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private (List<int> Places, PreparedTransaction[] Chunk) Chunk(
        IReadOnlyList<TableTransaction> transactions, ref int next, TableException?[] errors)
    {
        var places = new List<int>();
        var chunk = new List<PreparedTransaction>();
        for (var rows = 0; next < transactions.Count && rows < ChunkRows; next++)
        {
            var (id, error) = Accept(transactions[next]);
            errors[next] = error;
            if (error is null)
            {
                places.Add(next);
                chunk.Add(PreparedTransaction.From(id, transactions[next].Actions));
                rows += transactions[next].Actions.Count;
            }
        }

        return (places, [.. chunk]);
    }

    private async Task WriteAsync(List<int> places, PreparedTransaction[] chunk, TableException?[] errors, CancellationToken cancel)
    {
        try
        {
            var outcomes = await writer.WriteAsync(chunk, cancel);
            for (var i = 0; i < places.Count; i++)
            {
                errors[places[i]] = outcomes[i].Error;
            }
        }
        catch (TableException failure)
        {
            places.ForEach(place => errors[place] = failure);
        }
    }

    private (long Id, TableException? Error) Accept(TableTransaction transaction)
    {
        if (Limits.Check(transaction) is { } refused)
        {
            return (0, refused);
        }

        var id = known.TryGetValue(transaction.Table, out var found) ? found : readers.Read(reader => Find(transaction.Table, reader));
        return id is { } table ? (table, null) : (0, Missing(transaction.Table));
    }

    private long Table(string name, SqliteReader reader) =>
        known.TryGetValue(name, out var id) ? id : Find(name, reader) ?? throw (Limits.CheckTable(name) ?? Missing(name));

    private long? Find(string name, SqliteReader reader) =>
        reader.Table(name) is { } id ? known.GetOrAdd(name, id) : null;

    private static TableKey Checked(TableKey key) =>
        Limits.CheckKey(key.PartitionKey, key.RowKey) is { } refused ? throw refused : key;

    private static TableException Missing(string table) => new(TableError.NotFound, $"There is no table '{table}'.");
}
