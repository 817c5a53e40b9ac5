using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>Reading connections, kept between uses: as many as there are threads that read at one time.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentQueue<SqliteReader> idle = [];

    /// <summary>Reads on a connection of its own; what is held there ends with the call.</summary>
    public T Read<T>(Func<SqliteReader, T> read)
    {
        var reader = idle.TryDequeue(out var kept) ? kept : new SqliteReader(file.Open(readOnly: true));
        var sound = false;
        try
        {
            var answer = read(reader);
            sound = idle.Count < MostKept;
            return answer;
        }
        catch (SqliteException failure)
        {
            throw file.Explain(failure);
        }
        finally
        {
            if (sound)
            {
                idle.Enqueue(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    public void Dispose()
    {
        while (idle.TryDequeue(out var reader))
        {
            reader.Dispose();
        }
    }
}
