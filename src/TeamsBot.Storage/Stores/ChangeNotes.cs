using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Whose records a note speaks of.</summary>
public enum NotedRecords
{
    Leads,
    Deals,
    Campaigns,

    /// <summary>All of them, since they are few: such a note names no ids.</summary>
    Targets,

    /// <summary>What attributes are called; names no ids either.</summary>
    Attributes,
}

/// <summary>A note that records changed or are about to.</summary>
/// <param name="Ids">As the records have them, not as keys.</param>
/// <param name="IsDone">The records are written. Until then whoever reads them may see them as they were.</param>
public sealed record ChangeNote(TableKey Key, NotedRecords Records, IReadOnlyList<string> Ids, bool IsDone);

/// <summary>
/// Says in the journal which records changed, so that the read model can follow. A note is written before its records, and
/// marked as done after them: a crash in between leaves a note, never a change that nobody heard of. It says no more than
/// that something changed; the record itself says what.
/// </summary>
public sealed class ChangeNotes(ITables tables, TimeProvider time)
{
    private const int IdsOfNote = 100;
    private const int LettersOfNote = 30_000;
    private const int NotesOfTransaction = 40;
    private const string Prefix = "note";

    /// <summary>Writes that these records are about to change. The answer is for <see cref="DoneAsync"/>.</summary>
    public async Task<IReadOnlyList<TableKey>> BeginAsync(NotedRecords records, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        TableEntity[] rows = [.. Split(ids).Select(some => Write(records, some, isDone: false))];
        foreach (var some in rows.GroupBy(row => row.PartitionKey).SelectMany(minute => minute.Chunk(NotesOfTransaction)))
        {
            await tables.SubmitAsync(TableNames.Journal, [.. some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))], cancel);
        }

        return [.. rows.Select(row => new TableKey(row.PartitionKey, row.RowKey))];
    }

    /// <summary>Writes that the records of these notes have changed.</summary>
    public async Task DoneAsync(IReadOnlyList<TableKey> notes, CancellationToken cancel)
    {
        foreach (var some in notes.GroupBy(note => note.PartitionKey).SelectMany(minute => minute.Chunk(NotesOfTransaction)))
        {
            await tables.SubmitAsync(TableNames.Journal, [.. some.Select(Done)], cancel);
        }
    }

    /// <summary>Notes that records have changed already.</summary>
    public Task ChangedAsync(NotedRecords records, IReadOnlyList<string> ids, CancellationToken cancel) =>
        tables.SubmitManyAsync([.. Split(ids).Select(some => Changed(records, some))], cancel);

    /// <summary>The notes since a moment, oldest minute first.</summary>
    public IAsyncEnumerable<ChangeNote> SinceAsync(Instant from, CancellationToken cancel) =>
        tables.QueryAsync(TableNames.Journal, new(Partition(from), Keys.Join(Prefix) + "|~", Keys.Ticks(from), null), take: null, cancel).Select(Read);

    /// <summary>Notes as they are now, null for those that are gone.</summary>
    public async Task<IReadOnlyList<ChangeNote?>> GetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancel) =>
        [.. (await tables.GetManyAsync(TableNames.Journal, keys, cancel)).Select(row => row is null ? null : Read(row))];

    /// <summary>When a note was written, by the clock of its writer.</summary>
    public static Instant WrittenAt(TableKey note) => Keys.ParseTicks(Keys.Split(note.RowKey)[0]);

    /// <summary>The transaction that notes a change which is made already, for those who write several at once.</summary>
    internal TableTransaction Changed(NotedRecords records, IReadOnlyList<string> ids) =>
        new(TableNames.Journal, [new(TableTransactionActionType.Add, Write(records, ids, isDone: true))]);

    private static TableTransactionAction Done(TableKey note) => new(
        TableTransactionActionType.UpdateMerge, new TableEntity(note.PartitionKey, note.RowKey) { [nameof(ChangeNote.IsDone)] = true }, ETag.All);

    private static ChangeNote Read(TableEntity row) => new(
        new(row.PartitionKey, row.RowKey),
        Enum.Parse<NotedRecords>(row.GetString(nameof(ChangeNote.Records))!),
        JsonSerializer.Deserialize(row.GetString(nameof(ChangeNote.Ids))!, NoteIdsJson.Default.StringArray)!,
        row.GetBoolean(nameof(ChangeNote.IsDone)) == true);

    // By the minute, so that a follower who looks back a little finds few that it has read before.
    private static string Partition(Instant at) => Keys.Join(Prefix, at.ToDateTimeUtc().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture));

    private static IEnumerable<IReadOnlyList<string>> Split(IReadOnlyList<string> ids)
    {
        var (some, letters) = (new List<string>(), 0);
        foreach (var id in ids)
        {
            // A letter may become six in JSON.
            if (some.Count == IdsOfNote || (letters + (6 * id.Length) > LettersOfNote && some.Count > 0))
            {
                yield return some;
                (some, letters) = ([], 0);
            }

            some.Add(id);
            letters += (6 * id.Length) + 3;
        }

        if (some.Count > 0 || ids.Count == 0)
        {
            yield return some;
        }
    }

    private TableEntity Write(NotedRecords records, IReadOnlyList<string> ids, bool isDone)
    {
        var at = time.Now;
        return new(Partition(at), Keys.Join(Keys.Ticks(at), Guid.NewGuid().ToString("N")))
        {
            [nameof(ChangeNote.Records)] = records.ToString(),
            [nameof(ChangeNote.Ids)] = JsonSerializer.Serialize([.. ids], NoteIdsJson.Default.StringArray),
            [nameof(ChangeNote.IsDone)] = isDone,
        };
    }
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class NoteIdsJson : JsonSerializerContext;
