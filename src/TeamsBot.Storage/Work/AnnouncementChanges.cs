using TeamsBot.Domain.Campaigns;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>
/// Changes announcements, intent first: the work of bringing the channels in line is planned before the change is stored. Races are
/// decided by ETag; the loser decides anew.
/// </summary>
public sealed class AnnouncementChanges(AnnouncementStore announcements, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that plans what an announcement is to bring about. Key: its id.</summary>
    public const string SpreadKind = "announced.spread";

    private const int MaxAttempts = 20;

    // A third of the lease: a write that takes longer is given up while the intent is still ours.
    private static readonly TimeSpan WriteLimit = WorkQueue.Lease.ToTimeSpan() / 3;

    /// <summary>Stores a new draft.</summary>
    public async Task<Announcement> AddAsync(Announcement draft, CancellationToken cancel)
    {
        await announcements.SaveAsync(before: null, draft, cancel);
        return draft;
    }

    /// <summary>Takes a decision on an announcement and stores what it changes. Null when there is no such announcement.</summary>
    /// <param name="decide">Pure: it is called again when somebody else was faster.</param>
    /// <param name="planned">Gets the work that brings the channels in line, as soon as the change is stored.</param>
    public async Task<AnnouncementDecision?> DecideAsync(
        string id, Func<Announcement, AnnouncementDecision> decide, Action<WorkItem> planned, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(WriteLimit, time);
        using var linked = cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        WorkItem? intent = null;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await announcements.FindAsync(id, limit.Token) is not { } before)
            {
                return null;
            }

            var decision = decide(before.Value);
            if (decision is not AnnouncementDecision.Applied(var after))
            {
                await DropAsync(intent, limit.Token);
                return decision;
            }

            if (after.Version != before.Value.Version || after.RemindedAt != before.Value.RemindedAt)
            {
                intent ??= await queue.IntendAsync(SpreadKind, Keys.Join(id), limit.Token);
            }

            if (await announcements.SaveAsync(before, after, limit.Token))
            {
                if (intent is not null)
                {
                    planned(intent);
                }

                return decision;
            }
        }

        throw new TableException(TableError.Unavailable, $"The announcement {id} was changed by others {MaxAttempts} times in a row.");
    }

    /// <summary>Plans and claims the work that brings the channels in line with what people said, or what the day changed.</summary>
    public Task<WorkItem> SpreadIntentAsync(string id, CancellationToken cancel) => queue.IntendAsync(SpreadKind, Keys.Join(id), cancel);

    private async Task DropAsync(WorkItem? intent, CancellationToken cancel)
    {
        if (intent is not null)
        {
            await queue.CompleteAsync(intent, cancel);
        }
    }
}
