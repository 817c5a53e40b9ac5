using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>
/// Raises troubles and ends them, intent first: the work of telling people is planned before the change is stored. Many instances may
/// see the same; the first write counts.
/// </summary>
public sealed class TroubleChanges(TroubleStore troubles, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that tells admins how a trouble stands.</summary>
    public const string TellKind = "trouble.tell";

    private const int MaxAttempts = 20;

    // A third of the lease: a write that takes longer is given up while the intent is still ours.
    private static readonly TimeSpan WriteLimit = WorkQueue.Lease.ToTimeSpan() / 3;

    /// <summary>What the work's key says.</summary>
    public static (TroubleKind Kind, string Subject)? Read(string key) =>
        Keys.Split(key) is [var name, var subject] && Enum.TryParse<TroubleKind>(name, out var kind) ? (kind, subject) : null;

    /// <summary>Somebody saw a trouble: raises it, unless it is known.</summary>
    public Task SeeAsync(Sighting seen, CancellationToken cancel) =>
        ChangeAsync(seen.Kind, seen.Subject, known => known is null ? Trouble.Begin(seen, time.Now) : known.See(seen, time.Now), cancel);

    /// <summary>A trouble is over; nothing where none lasts.</summary>
    public Task EndAsync(TroubleKind kind, string subject, Instant at, CancellationToken cancel) =>
        ChangeAsync(kind, subject, known => known?.End(at), cancel);

    private async Task ChangeAsync(TroubleKind kind, string subject, Func<Trouble?, Trouble?> change, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(WriteLimit, time);
        using var linked = cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var known = await troubles.FindAsync(kind, subject, limit.Token);
            if (change(known?.Value) is not { } after || after == known?.Value || await StoreAsync(after, known, limit.Token))
            {
                return;
            }
        }

        throw new TableException(TableError.Unavailable, $"The trouble {kind} was changed by others {MaxAttempts} times in a row.");
    }

    private async Task<bool> StoreAsync(Trouble after, Stored<Trouble>? known, CancellationToken cancel)
    {
        if (after.Version == known?.Value.Version)
        {
            return await troubles.SaveAsync(after, known.ETag, cancel);
        }

        var intent = await queue.IntendAsync(TellKind, Keys.Join(after.Kind.ToString(), after.Subject), cancel);
        if (await troubles.SaveAsync(after, known?.ETag ?? default, cancel))
        {
            await queue.PostponeAsync(intent, time.Now, cancel); // Any instance may tell it, from now on.
            return true;
        }

        await queue.CompleteAsync(intent, cancel);
        return false;
    }
}
