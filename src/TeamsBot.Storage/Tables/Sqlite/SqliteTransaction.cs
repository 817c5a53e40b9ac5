using System.Globalization;
using Azure;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>
/// The writing connection: applies entity group transactions, each whole or not at all, within one commit of SQLite's.
/// Used by the writer's thread alone.
/// </summary>
internal sealed class SqliteTransaction(SqliteConnection connection, TimeProvider clock) : IDisposable
{
    // Pages of the log are 4 KB.
    private const int ImportRows = 500;

    private readonly Statement begin = new(connection, "BEGIN IMMEDIATE");
    private readonly Statement commit = new(connection, "COMMIT");
    private readonly Statement rollback = new(connection, "ROLLBACK");
    private readonly Statement save = new(connection, "SAVEPOINT one");
    private readonly Statement undo = new(connection, "ROLLBACK TO one");
    private readonly Statement release = new(connection, "RELEASE one");
    private readonly Statement others = new(connection, "PRAGMA data_version");
    private readonly Statement add = new(connection,
        "INSERT INTO rows (tbl, pk, rk, version, ts, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING");

    private readonly Statement read = new(connection, "SELECT version, body FROM rows WHERE tbl=?1 AND pk=?2 AND rk=?3");
    private readonly Statement replace = new(connection, "UPDATE rows SET version=?4, ts=?5, body=?6 WHERE tbl=?1 AND pk=?2 AND rk=?3");
    private readonly Statement delete = new(connection, "DELETE FROM rows WHERE tbl=?1 AND pk=?2 AND rk=?3");
    private long now;

    /// <summary>Takes the lock that all processes on this file share; false when another holds it.</summary>
    public bool TryBegin()
    {
        now = clock.GetUtcNow().Ticks;
        return begin.TryRun();
    }

    /// <summary>
    /// Returns when all that was applied is on disk. The log is folded into the file by the commit that finds it long,
    /// and whoever waits for that commit waits longer: clicks fold it at 4 MB, in a few milliseconds; an import of
    /// scattered keys at 64 MB, to rewrite a page once instead of many times.
    /// </summary>
    /// <param name="rows">How many were applied.</param>
    public void Commit(int rows)
    {
        _ = raw.sqlite3_wal_autocheckpoint(connection.Handle!, rows < ImportRows ? 1_000 : 16_000);
        commit.Run();
    }

    public void Rollback()
    {
        // SQLite itself rolls back after some failures, a full disk among them.
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
        {
            rollback.Run();
        }
    }

    /// <summary>A number that changes when another connection has written.</summary>
    public long WrittenByOthers()
    {
        others.Step();
        var version = others.Int64(0);
        others.Reset();
        return version;
    }

    public Outcome Apply(in PreparedTransaction transaction)
    {
        var actions = transaction.Actions;
        var etags = new ETag[actions.Length];
        if (actions.Length == 1)
        {
            var error = Apply(transaction.Table, actions[0], out etags[0]);
            return error is null ? new Outcome(etags, null) : new Outcome(null, Failed(error.Value, 0));
        }

        save.Run();
        for (var i = 0; i < actions.Length; i++)
        {
            if (Apply(transaction.Table, actions[i], out etags[i]) is { } error)
            {
                undo.Run();
                release.Run();
                return new Outcome(null, Failed(error, i));
            }
        }

        release.Run();
        return new Outcome(etags, null);
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[begin, commit, rollback, save, undo, release, others, add, read, replace, delete])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private TableError? Apply(long table, in PreparedAction prepared, out ETag etag)
    {
        var (action, body) = prepared;
        var version = Random.Shared.NextInt64();
        etag = action.ActionType is TableTransactionActionType.Delete ? default : SqliteReader.ETagOf(version);
        if (action.ActionType is TableTransactionActionType.Add)
        {
            Write(add, table, action.Entity, version, body);
            return raw.sqlite3_changes(connection.Handle!) == 0 ? TableError.AlreadyExists : null;
        }

        if (Refusal(table, action, ref body) is { } error)
        {
            return error;
        }

        if (action.ActionType is TableTransactionActionType.Delete)
        {
            Address(delete, table, action.Entity).Run();
        }
        else
        {
            Write(replace, table, action.Entity, version, body);
        }

        return null;
    }

    // Compares the row that is there with the one that was read; a merge takes over what it keeps of it.
    private TableError? Refusal(long table, TableTransactionAction action, ref byte[] body)
    {
        if (!Address(read, table, action.Entity).Step())
        {
            return TableError.NotFound;
        }

        try
        {
            if (action.ETag != ETag.All && action.ETag != SqliteReader.ETagOf(read.Int64(0)))
            {
                return TableError.PreconditionFailed;
            }

            return action.ActionType is TableTransactionActionType.UpdateMerge ? Merge(action.Entity, read.Blob(1), out body) : null;
        }
        finally
        {
            read.Reset();
        }
    }

    private static TableError? Merge(TableEntity change, ReadOnlySpan<byte> stored, out byte[] body)
    {
        var merged = new TableEntity(change.PartitionKey, change.RowKey);
        EntityBytes.Read(stored, merged);
        foreach (var (name, value) in change)
        {
            merged[name] = value;
        }

        long sent = 0;
        var refused = EntityLimits.Check(merged, ref sent);
        body = refused is null ? EntityBytes.Write(merged) : [];
        return refused?.Error;
    }

    private void Write(Statement statement, long table, TableEntity row, long version, byte[] body) =>
        Address(statement, table, row).Bind(4, version).Bind(5, now).Bind(6, body).Run();

    private static Statement Address(Statement statement, long table, TableEntity row) =>
        statement.Bind(1, table).Bind(2, row.PartitionKey).Bind(3, row.RowKey);

    private static TableException Failed(TableError error, int index) => new(
        error,
        string.Create(CultureInfo.InvariantCulture, $"Action {index} of the transaction failed: {error switch
        {
            TableError.AlreadyExists => "the row is there already",
            TableError.PreconditionFailed => "the row changed since it was read",
            TableError.NotFound => "there is no such row",
            _ => "the merged row would be larger than a table takes",
        }}."),
        index);
}
