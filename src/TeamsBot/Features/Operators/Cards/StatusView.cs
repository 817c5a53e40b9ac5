using NodaTime;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>What was found at one place, or why nothing was: a status says what it can while half of Baton is away.</summary>
/// <param name="Error">The type of the failure; null where there was none.</param>
public sealed record Found<T>(T? Value, string? Error = null);

/// <summary>How Baton is.</summary>
/// <param name="StartedAt">Of the instance that answers.</param>
public sealed record StatusView(Moments Moments, string Version, Instant StartedAt)
{
    /// <summary>How long the store took for a read.</summary>
    public required Found<Duration> Store { get; init; }

    /// <summary>When Teams last took something from this instance; null where it has not since the start.</summary>
    public Instant? TeamsAnswered { get; init; }

    /// <summary>Calls of this instance to Teams that failed in the last hour.</summary>
    public int TeamsFailures { get; init; }

    public required Found<QueueLook> Queue { get; init; }

    /// <summary>How far the figures that questions are answered from lag behind; null until there are any.</summary>
    public Duration? FiguresLag { get; init; }

    /// <summary>The names of the channels in the set-up that take nothing from Baton.</summary>
    public required Found<IReadOnlyList<string>> ClosedChannels { get; init; }

    /// <summary>Those that last.</summary>
    public required Found<IReadOnlyList<TroubleView>> Troubles { get; init; }

    public required Found<int> Parked { get; init; }

    internal Say Say => Moments.Say;
}
