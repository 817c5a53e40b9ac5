namespace TeamsBot.Protocol.Connector;

/// <summary>How the connector is called.</summary>
public sealed record ConnectorOptions
{
    /// <summary>The scope of the bot's token: the registration's ToChannelFromBotOAuthScope. Default: the public cloud.</summary>
    public string Scope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>Whether this machine itself may be called, without a token where there is no credential. Default: false; for development and tests.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>How often a passing failure is tried again, 0 to 10. Default: 3, as Microsoft's own example does.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The first wait between tries; later ones double it, with jitter. Default: 2 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The longest wait within one call. When Teams asks for more, the call fails with RetryAfter set, and the caller's queue waits instead. Default: 20 s.
    /// </summary>
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromSeconds(20);
}
