using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>The store's file: opens connections to it, lays its schema, and refuses a file that is not ours.</summary>
/// <remarks>
/// Rows are clustered by table, partition key and row key. Keys are text compared as UTF-8 bytes, which is ordinal order as
/// .NET knows it for all characters up to U+FFFF; those beyond (emoji) sort after them instead of before U+E000.
/// A version is drawn at random for each write, so that a row deleted and added again never wears an ETag it had before.
/// </remarks>
internal sealed class SqliteFile(string path)
{
    // "Batn": marks the file as ours in its header.
    private const long ApplicationId = 0x4261746e;
    private const long SchemaVersion = 1;
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    // FULL flushes the log at every commit. When the log is folded into the file, each commit says.
    private const string Writing = "PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY";

    // Sixteen readers may be open; the system caches the file once for all of them.
    private const string Reading = "PRAGMA query_only=1; PRAGMA cache_size=-1024";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
        CREATE TABLE IF NOT EXISTS rows (
            tbl INTEGER NOT NULL, pk TEXT NOT NULL, rk TEXT NOT NULL,
            version INTEGER NOT NULL, ts INTEGER NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (tbl, pk, rk)) WITHOUT ROWID;
        """;

    /// <summary>Makes the file when it is missing, and checks that it is a store of this version.</summary>
    public void Prepare() => Guarded(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var connection = Connect();
        Execute(connection, "BEGIN IMMEDIATE");
        Check(connection);
        Execute(connection, Schema);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}; PRAGMA user_version={SchemaVersion}; COMMIT"));
        return true;
    });

    public void CreateTables(IEnumerable<string> names) => Guarded(() =>
    {
        using var connection = Connect();
        using var create = new Statement(connection, "INSERT OR IGNORE INTO tables (name) VALUES (?1)");
        foreach (var name in names)
        {
            create.Bind(1, name).Run();
        }

        return true;
    });

    /// <summary>Writes the file anew without what was deleted, and empties the log.</summary>
    public void Scrub() => Guarded(() =>
    {
        using var connection = Connect();
        Execute(connection, "VACUUM");
        return Read(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0 ? true : throw new SqliteException("locked", raw.SQLITE_BUSY);
    });

    /// <summary>A connection for one thread at a time.</summary>
    public SqliteConnection Open(bool readOnly) => Guarded(() =>
    {
        var connection = Connect();
        Execute(connection, readOnly ? Reading : Writing);
        return connection;
    });

    /// <summary>What SQLite's own error means to a caller.</summary>
    public TableException Explain(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => Refuse("is not a store: it is some other file", failure),
        raw.SQLITE_CORRUPT => Refuse("is damaged; put back a copy of it", failure),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => Deny(failure),
        raw.SQLITE_CANTOPEN => Deny(failure),
        raw.SQLITE_FULL => new(TableError.Unavailable, $"The disk that holds {path} is full.", inner: failure),
        raw.SQLITE_BUSY => new(TableError.Unavailable, $"Another process keeps {path} locked.", inner: failure),
        _ => new(TableError.Unavailable, $"{path} cannot be read or written: {failure.Message}", inner: failure),
    };

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle!, (int)BusyTimeout.TotalMilliseconds);
            Execute(connection, "PRAGMA journal_mode=WAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Check(SqliteConnection connection)
    {
        var application = Read(connection, "PRAGMA application_id");
        var version = Read(connection, "PRAGMA user_version");
        var isNew = application == 0 && version == 0 && Read(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (isNew || (application == ApplicationId && version == SchemaVersion))
        {
            return;
        }

        throw application != ApplicationId
            ? Refuse("is not a store: it is another program's database")
            : Refuse($"was written by {(version > SchemaVersion ? "a newer" : "an older")} version ({version}; this one reads {SchemaVersion})");
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw Explain(failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Deny(failure);
        }
    }

    private TableException Refuse(string why, Exception? inner = null) => new(TableError.Invalid, $"{path} {why}.", inner: inner);

    private TableException Deny(Exception inner) =>
        new(TableError.Denied, $"{path} cannot be opened for writing; check the folder and its permissions.", inner: inner);

    private static void Execute(SqliteConnection connection, string sql)
    {
        var code = raw.sqlite3_exec(connection.Handle!, sql);
        SqliteException.ThrowExceptionForRC(code, connection.Handle!);
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Step();
        return statement.Int64(0);
    }
}
