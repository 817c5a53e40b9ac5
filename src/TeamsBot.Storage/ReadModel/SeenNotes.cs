using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>The notes that were followed lately. One is open as long as its records may still be written.</summary>
internal sealed class SeenNotes(SqliteConnection connection) : IDisposable
{
    private readonly Statement find = new(connection, "SELECT 1 FROM seen_note WHERE partition = ?1 AND row = ?2");
    private readonly Statement mark = new(connection, "INSERT OR REPLACE INTO seen_note (partition, row, at, is_open) VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement open = new(connection, "SELECT partition, row FROM seen_note WHERE is_open = 1");
    private readonly Statement forget = new(connection, "DELETE FROM seen_note WHERE at < ?1");

    public bool Contains(TableKey note)
    {
        var found = find.BindText(1, note.PartitionKey).BindText(2, note.RowKey).Step();
        find.Reset();
        return found;
    }

    public void Mark(TableKey note, bool isOpen) => mark
        .BindText(1, note.PartitionKey).BindText(2, note.RowKey).Bind(3, ChangeNotes.WrittenAt(note).ToUnixTimeTicks()).Bind(4, isOpen ? 1L : 0L).Run();

    public IReadOnlyList<TableKey> Open()
    {
        List<TableKey> keys = [];
        while (open.Step())
        {
            keys.Add(new(open.Text(0), open.Text(1)));
        }

        return keys;
    }

    /// <summary>Forgets older notes, also those that were never done: they were looked at again until nobody could be writing them any more.</summary>
    public void Forget(Instant before) => forget.Bind(1, before.ToUnixTimeTicks()).Run();

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[find, mark, open, forget])
        {
            statement.Dispose();
        }
    }
}
