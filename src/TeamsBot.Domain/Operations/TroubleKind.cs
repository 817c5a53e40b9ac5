namespace TeamsBot.Domain.Operations;

/// <summary>What may be wrong with Baton itself, so that people do not get what they should.</summary>
public enum TroubleKind
{
    /// <summary>A channel takes nothing from Baton. Subject: the channel's id.</summary>
    ChannelLost,

    /// <summary>Teams refuses messages for good. Subject: its reason.</summary>
    SendsRefused,

    /// <summary>Teams does not answer, or says that it cannot.</summary>
    TeamsDown,

    /// <summary>No token for the bot can be had.</summary>
    NoToken,

    /// <summary>The store did not answer: known only once it answers again.</summary>
    StoreDown,

    /// <summary>Work that is due waits for minutes.</summary>
    QueueLate,

    /// <summary>Work failed so often that nobody tries it any more by itself.</summary>
    WorkParked,
}
