namespace TeamsBot.Protocol.Connector;

/// <summary>What a call counts as.</summary>
public enum Traffic
{
    /// <summary>Messages, updates, typing, new conversations.</summary>
    Send,

    /// <summary>Members, channels, teams.</summary>
    Read,
}

/// <summary>At most so many calls within any stretch of time this long.</summary>
public sealed record RateLimit(int Count, TimeSpan Window);

/// <summary>How fast Teams may be called: "Optimize your bot with rate limiting in Teams".</summary>
public sealed record SendLimits
{
    /// <summary>What Teams publishes.</summary>
    public static SendLimits Teams { get; } = new();

    /// <summary>Per bot and conversation. Default: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in 1 h.</summary>
    public IReadOnlyList<RateLimit> SendsPerConversation { get; init; } = PerConversation(1);

    /// <summary>Per bot and conversation. Default: twice what may be sent.</summary>
    public IReadOnlyList<RateLimit> ReadsPerConversation { get; init; } = PerConversation(2);

    /// <summary>Per bot and tenant, everything together. Default: 50 in 1 s.</summary>
    public IReadOnlyList<RateLimit> PerTenant { get; init; } = [new(50, TimeSpan.FromSeconds(1))];

    private static RateLimit[] PerConversation(int times) =>
    [
        new(7 * times, TimeSpan.FromSeconds(1)),
        new(8 * times, TimeSpan.FromSeconds(2)),
        new(60 * times, TimeSpan.FromSeconds(30)),
        new(1_800 * times, TimeSpan.FromHours(1)),
    ];
}
