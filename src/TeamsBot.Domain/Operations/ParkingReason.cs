namespace TeamsBot.Domain.Operations;

/// <summary>Why work is not tried any more by itself, in words of our own: what an exception says may name people.</summary>
public enum ParkingReason
{
    /// <summary>Teams does not take it, and will not take it later either.</summary>
    RefusedByTeams,

    /// <summary>Teams could not be had for a day.</summary>
    TeamsDown,

    /// <summary>The store does not take it.</summary>
    RefusedByStore,

    /// <summary>The store could not be had for a day.</summary>
    StoreDown,

    /// <summary>Anything else: a fault in Baton, or in its set-up.</summary>
    Fault,
}
