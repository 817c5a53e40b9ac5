using Azure;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>One message that an announcement brings about, such as its card in one channel. It is posted once at the most.</summary>
/// <param name="Slot">Which one: "card|channel", "note|channel|Live", "question|0001|thread".</param>
/// <param name="Shows">A fingerprint of what it shows; empty while nothing was posted.</param>
public sealed record AnnouncementPost(string Slot, string Conversation, string? ActivityId, string Shows, ETag ETag)
{
    /// <summary>Until then one worker alone may post or update it; null when nobody does.</summary>
    public Instant? ClaimedUntil { get; init; }

    /// <summary>When it was posted.</summary>
    public Instant? PostedAt { get; init; }

    /// <summary>The announcement's version whose notes are planned for this channel; 0 while none is.</summary>
    public int NotesOf { get; init; }

    /// <summary>Teams' code for why it was refused; null where it was not.</summary>
    public string? Refused { get; init; }

    /// <summary>It was sent and no answer came: it may stand there, so it is not sent again by itself.</summary>
    public bool IsUncertain { get; init; }

    public bool IsPosted => ActivityId is not null;

    /// <summary>Whether one worker alone may post or update it.</summary>
    public bool IsClaimedAt(Instant now) => ClaimedUntil > now;
}

/// <summary>
/// Remembers where the messages of an announcement stand and what they show, in its campaign's partition. A claim comes before
/// anything is sent; one that ran out without a result leaves the message uncertain rather than posted twice.
/// </summary>
public sealed class AnnouncementPostStore(ITables tables, TimeProvider time)
{
    private const string Prefix = "post|";

    /// <summary>The messages whose slots begin so.</summary>
    public async Task<IReadOnlyList<AnnouncementPost>> AllAsync(string id, string slots, CancellationToken cancel) =>
        await tables.QueryAsync(TableNames.Campaigns, TableRange.RowsStartingWith(AnnouncementRow.PartitionKey(id), Prefix + slots), take: null, cancel)
            .Select(Read).ToListAsync(cancel);

    public async Task<AnnouncementPost?> FindAsync(string id, string slot, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Campaigns, AnnouncementRow.PartitionKey(id), Prefix + slot, cancel) is { } row ? Read(row) : null;

    /// <summary>Claims a message for one worker. Null when somebody else has it.</summary>
    /// <param name="known">Null for one that nobody has begun.</param>
    public async Task<AnnouncementPost?> ClaimAsync(string id, string slot, AnnouncementPost? known, Instant until, CancellationToken cancel)
    {
        if (known?.IsClaimedAt(time.Now) == true)
        {
            return null;
        }

        return await SaveAsync(id, (known ?? new(slot, "", ActivityId: null, "", default)) with { ClaimedUntil = until }, cancel);
    }

    /// <summary>Stores what became of a message; null when somebody else stored it meanwhile.</summary>
    public async Task<AnnouncementPost?> SaveAsync(string id, AnnouncementPost post, CancellationToken cancel)
    {
        var action = post.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, Write(id, post))
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, Write(id, post), post.ETag);
        try
        {
            var etags = await tables.SubmitAsync(TableNames.Campaigns, [action], cancel);
            return post with { ETag = etags[0] };
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return null;
        }
    }

    private static TableEntity Write(string id, AnnouncementPost post) => new(AnnouncementRow.PartitionKey(id), Prefix + post.Slot)
    {
        ["Conversation"] = post.Conversation,
        ["ActivityId"] = post.ActivityId,
        ["Shows"] = post.Shows,
        ["ClaimedUntil"] = post.ClaimedUntil?.ToDateTimeOffset(),
        ["PostedAt"] = post.PostedAt?.ToDateTimeOffset(),
        ["NotesOf"] = post.NotesOf,
        ["Refused"] = post.Refused,
        ["IsUncertain"] = post.IsUncertain,
    };

    private static AnnouncementPost Read(TableEntity row) =>
        new(row.RowKey[Prefix.Length..], row.GetString("Conversation")!, row.GetString("ActivityId"), row.GetString("Shows")!, row.ETag)
        {
            ClaimedUntil = row.GetInstant("ClaimedUntil"),
            PostedAt = row.GetInstant("PostedAt"),
            NotesOf = row.GetInt32("NotesOf") ?? 0,
            Refused = row.GetString("Refused"),
            IsUncertain = row.GetBoolean("IsUncertain") ?? false,
        };
}
