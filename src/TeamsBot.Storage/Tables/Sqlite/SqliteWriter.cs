using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>
/// The one thread of this process that writes. It takes all submissions that wait and commits them together, so that many
/// concurrent clicks pay for one flush to disk; each is acknowledged after that flush, with its own outcome.
/// </summary>
/// <remarks>
/// Several processes may write to one file. The lock is free between two batches, and a writer rests for
/// <see cref="Rest"/> where others write too or its turn was long: SQLite has no queue, so whoever waits needs a gap to find.
/// </remarks>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostRows = 2000;
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongTurn = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SqliteFile file;
    private readonly TimeProvider clock;
    private readonly SqliteTransaction transaction;
    private readonly BlockingCollection<Submission> waiting = [];
    private readonly ManualResetEventSlim never = new(initialState: false);
    private readonly Thread thread;
    private long turnBegan;
    private long othersSeen;

    public SqliteWriter(SqliteFile file, TimeProvider clock)
    {
        this.file = file;
        this.clock = clock;
        transaction = new SqliteTransaction(file.Open(readOnly: false), clock);
        thread = new Thread(Run) { IsBackground = true, Name = "Table writer" };
        thread.Start();
    }

    /// <summary>Completes when all transactions that succeed are on disk.</summary>
    public Task<Outcome[]> WriteAsync(PreparedTransaction[] transactions, CancellationToken cancel)
    {
        var submission = new Submission(transactions, cancel);
        waiting.Add(submission, CancellationToken.None);
        return submission.Done;
    }

    /// <summary>Writes what waits, then stops.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        transaction.Dispose();
        waiting.Dispose();
        never.Dispose();
    }

    private void Run()
    {
        var batch = new List<Submission>();
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            Gather(first, batch);
            try
            {
                Write(batch);
                GiveWay();
            }
            catch (Exception failure)
            {
                Fail(batch, failure);
            }

            batch.Clear();
        }
    }

    private void Gather(Submission first, List<Submission> batch)
    {
        var rows = 0;
        for (var next = first; next is not null; next = rows < MostRows && waiting.TryTake(out var more) ? more : null)
        {
            if (!next.Withdrawn())
            {
                batch.Add(next);
                rows += next.Rows;
            }
        }
    }

    private void Write(List<Submission> batch)
    {
        Begin();
        foreach (var submission in batch)
        {
            for (var i = 0; i < submission.Transactions.Length; i++)
            {
                submission.Outcomes[i] = transaction.Apply(submission.Transactions[i]);
            }
        }

        transaction.Commit(batch.Sum(submission => submission.Rows));
        foreach (var submission in batch)
        {
            submission.Acknowledge();
        }
    }

    private void Begin()
    {
        var began = clock.GetTimestamp();
        while (!transaction.TryBegin())
        {
            if (clock.GetElapsedTime(began) > Patience)
            {
                throw new SqliteException("locked", SQLitePCL.raw.SQLITE_BUSY);
            }

            never.Wait(Retry);
        }
    }

    private void GiveWay()
    {
        var others = transaction.WrittenByOthers();
        if (others == othersSeen && clock.GetElapsedTime(turnBegan) < LongTurn)
        {
            return;
        }

        othersSeen = others;
        never.Wait(Rest);
        turnBegan = clock.GetTimestamp();
    }

    private void Fail(List<Submission> batch, Exception failure)
    {
        try
        {
            transaction.Rollback();
        }
        catch (SqliteException)
        {
            // What keeps it from rolling back fails the next batch as well, which says so to its callers and rolls back again.
        }

        foreach (var submission in batch)
        {
            submission.Fail(failure is SqliteException known
                ? file.Explain(known)
                : new TableException(TableError.Unavailable, "The store failed while writing.", inner: failure));
        }
    }
}
