using NodaTime;
using TeamsBot.Domain.Operations;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Operators;

/// <summary>Whether the queue is late: not at once after a pause, since what piled up in it is done within moments.</summary>
public sealed class QueueWatch
{
    private static readonly Duration s_late = Duration.FromMinutes(5);
    private static readonly Duration s_onTime = Duration.FromMinutes(1);
    private static readonly Duration s_patience = Duration.FromMinutes(1);

    // Longer between two looks the machine slept, or the clock was set.
    private static readonly Duration s_pause = OperatorWatch.Tick * 3;

    private Instant lookedAt;
    private Instant? lateSince;

    /// <summary>A trouble where the oldest work has waited for more than five minutes, and did so at all looks of a minute.</summary>
    public Sighting? Late(QueueLook look, Instant now)
    {
        var isAfterPause = now - lookedAt > s_pause;
        lookedAt = now;
        if (look.Oldest is not { } oldest || now - oldest < s_late)
        {
            lateSince = null;
            return null;
        }

        lateSince = isAfterPause ? now : lateSince ?? now;
        return now - lateSince >= s_patience ? new(TroubleKind.QueueLate, "", oldest) : null;
    }

    /// <summary>Whether what is due is done within a minute.</summary>
    public static bool IsOnTime(QueueLook look, Instant now) => look.Oldest is not { } oldest || now - oldest < s_onTime;
}
