using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>The file of the read model. Whatever is wrong with it, it may be thrown away: all that it holds is in the store.</summary>
internal sealed class ModelFile(string path) : IDisposable
{
    private const int MostKept = 8;
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromMinutes(5);

    private readonly ConcurrentQueue<SqliteConnection> idle = [];

    /// <summary>Whether the file holds a model of this version.</summary>
    public static bool IsReady(SqliteConnection connection) => Number(connection, "PRAGMA user_version") == ModelSchema.Version;

    public static void MarkReady(SqliteConnection connection) =>
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={ModelSchema.Version}"));

    public static void Execute(SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle!, sql), connection.Handle!);

    public static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Opens the file for writing, making it where it is missing; one that SQLite cannot make sense of is deleted first.</summary>
    public SqliteConnection OpenWriter()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return Open();
        }
        catch (SqliteException failure) when (IsDamage(failure))
        {
            Delete();
            return Open();
        }
    }

    /// <summary>Reads from one snapshot, whatever is written meanwhile.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        var connection = idle.TryDequeue(out var kept) ? kept : Open();
        var sound = false;
        try
        {
            Execute(connection, "BEGIN");
            var answer = read(connection);
            Execute(connection, "COMMIT");
            sound = idle.Count < MostKept;
            return answer;
        }
        catch when (RollBack(connection))
        {
            sound = idle.Count < MostKept;
            throw;
        }
        finally
        {
            Keep(connection, sound);
        }
    }

    /// <summary>Writes the file anew without what was deleted from it, where that is asked for; while others read it, the next try ends it.</summary>
    public static void Scrub(SqliteConnection connection)
    {
        if (!ModelMeta.IsToScrub(connection))
        {
            return;
        }

        Execute(connection, "VACUUM");
        if (Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0)
        {
            ModelMeta.Scrubbed(connection);
        }
    }

    /// <summary>Closes what is open and deletes the file.</summary>
    public void Delete()
    {
        Dispose();
        foreach (var ending in (ReadOnlySpan<string>)["", "-wal", "-shm"])
        {
            File.Delete(path + ending);
        }
    }

    public void Dispose()
    {
        while (idle.TryDequeue(out var connection))
        {
            connection.Dispose();
        }
    }

    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT;

    /// <summary>Ends what was begun without a trace; false where even that fails.</summary>
    public static bool RollBack(SqliteConnection connection) =>
        raw.sqlite3_get_autocommit(connection.Handle!) != 0 || raw.sqlite3_exec(connection.Handle!, "ROLLBACK") == raw.SQLITE_OK;

    private void Keep(SqliteConnection connection, bool sound)
    {
        if (sound)
        {
            idle.Enqueue(connection);
        }
        else
        {
            connection.Dispose();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle!, (int)BusyTimeout.TotalMilliseconds);
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768; PRAGMA mmap_size=1073741824");
            _ = Number(connection, "SELECT count(*) FROM sqlite_master");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
