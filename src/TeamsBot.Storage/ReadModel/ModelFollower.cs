using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Reads the journal's notes and renews what they name, some at a time, each time in one transaction with the record of what was followed.</summary>
internal sealed class ModelFollower(ITables tables, ChangeNotes notes, SqliteConnection connection, TimeProvider time)
{
    private const int NotesAtOnce = 50;

    /// <summary>So long a note may be under way: its records are read again and again until they are written, or nobody writes them any more.</summary>
    public static readonly Duration Settle = Duration.FromMinutes(10);

    /// <summary>So much later than its own time a note may be seen: clocks of machines differ a little.</summary>
    private static readonly Duration Lateness = Duration.FromMinutes(2);

    /// <summary>Follows the notes since a moment.</summary>
    /// <returns>True when attributes were declared that the model has no column for: it has to be built anew.</returns>
    public async Task<bool> FollowAsync(Instant since, CancellationToken cancel)
    {
        var startedAt = time.Now;
        using var seen = new SeenNotes(connection);
        List<ChangeNote> some = [.. (await notes.GetAsync(seen.Open(), cancel)).OfType<ChangeNote>()];
        var again = some.Select(note => note.Key).ToHashSet();
        await foreach (var note in notes.SinceAsync(since - Lateness, cancel))
        {
            if (seen.Contains(note.Key) || again.Contains(note.Key))
            {
                continue;
            }

            some.Add(note);
            if (some.Count >= NotesAtOnce)
            {
                if (await RenewAsync(some, since, cancel))
                {
                    return true;
                }

                some.Clear();
            }
        }

        return some.Count > 0 && await RenewAsync(some, startedAt, cancel);
    }

    // Records are read under the lock, so that of two processes the later one has read later, too.
    private async Task<bool> RenewAsync(IReadOnlyList<ChangeNote> some, Instant position, CancellationToken cancel)
    {
        ModelFile.Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            using var renewal = new ModelRenewal(tables, connection);
            if (await renewal.RunAsync(some, cancel))
            {
                ModelFile.RollBack(connection);
                return true;
            }

            Mark(some, position);
            ModelFile.Execute(connection, "COMMIT");
            return false;
        }
        catch
        {
            ModelFile.RollBack(connection);
            throw;
        }
    }

    private void Mark(IReadOnlyList<ChangeNote> some, Instant position)
    {
        using var seen = new SeenNotes(connection);
        foreach (var note in some)
        {
            seen.Mark(note.Key, isOpen: !note.IsDone && ChangeNotes.WrittenAt(note.Key) + Settle > time.Now);
        }

        seen.Forget(position - Settle - Lateness);
        ModelMeta.Followed(connection, position);
    }
}
