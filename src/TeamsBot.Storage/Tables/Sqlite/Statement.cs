using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>
/// One prepared statement, bound and stepped without a command object or a boxed value in between: what makes a point read
/// a few microseconds. Parameters are numbered from 1, columns from 0. Used by one thread at a time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string text)
    {
        Span<byte> utf8 = stackalloc byte[(3 * (Limits.KeyLength + 1)) + 1];
        if (!Encoding.UTF8.TryGetBytes(text, utf8[..^1], out var length))
        {
            throw new ArgumentException("The text is longer than a key.", nameof(text));
        }

        // An empty span would bind NULL.
        Check(length == 0
            ? raw.sqlite3_bind_text(statement, parameter, string.Empty)
            : raw.sqlite3_bind_text(statement, parameter, (ReadOnlySpan<byte>)utf8[..length]));
        return this;
    }

    /// <summary>Text of any length, or null.</summary>
    public Statement BindText(int parameter, string? text)
    {
        Check(text is null ? raw.sqlite3_bind_null(statement, parameter) : raw.sqlite3_bind_text(statement, parameter, text));
        return this;
    }

    public Statement Bind(int parameter, long? value) => value is { } known ? Bind(parameter, known) : BindText(parameter, null);

    public Statement Bind(int parameter, double? value)
    {
        Check(value is { } known ? raw.sqlite3_bind_double(statement, parameter, known) : raw.sqlite3_bind_null(statement, parameter));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> blob)
    {
        Check(blob.IsEmpty
            ? raw.sqlite3_bind_zeroblob(statement, parameter, 0)
            : raw.sqlite3_bind_blob(statement, parameter, blob));
        return this;
    }

    /// <summary>The next row, or false after the last one, when the statement is ready for its next use.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        _ = raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    /// <summary>Runs a statement that answers no rows; false when another connection holds the lock.</summary>
    public bool TryRun()
    {
        var code = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        if (code is raw.SQLITE_DONE)
        {
            return true;
        }

        return code is raw.SQLITE_BUSY ? false : throw Failure(code);
    }

    /// <summary>Runs a statement that answers no rows.</summary>
    public void Run() => Step();

    /// <summary>Makes the statement ready for its next use before its last row was read.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    public long Int64(int column) => raw.sqlite3_column_int64(statement, column);

    public double Double(int column) => raw.sqlite3_column_double(statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    private SqliteException Failure(int code) =>
        new(raw.sqlite3_errmsg(database).utf8_to_string(), code, raw.sqlite3_extended_errcode(database));
}
