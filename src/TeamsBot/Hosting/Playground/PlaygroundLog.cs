namespace TeamsBot.Hosting.Playground;

/// <summary>What the person who started the bot reads about the Playground. Each complaint says what to do and that the bot runs all the same.</summary>
internal static partial class PlaygroundLog
{
    [LoggerMessage(6000, LogLevel.Information, "Talk to Baton in the Agents Playground: {Page}")]
    internal static partial void Ready(ILogger logger, Uri page);

    [LoggerMessage(6001, LogLevel.Information, "Installing the Agents Playground {Version} from npm, once (15 MB)")]
    internal static partial void Installing(ILogger logger, string version);

    [LoggerMessage(6002, LogLevel.Warning,
        "Node.js was not found. Install Node.js 20 or newer (https://nodejs.org), then start again to talk to Baton in the Agents Playground; the bot itself is running on {Bot}")]
    internal static partial void NoNode(ILogger logger, Uri bot);

    [LoggerMessage(6003, LogLevel.Warning,
        "Node.js {Version} is too old for the Agents Playground. Install Node.js 20 or newer (https://nodejs.org), then start again; the bot itself is running on {Bot}")]
    internal static partial void OldNode(ILogger logger, string version, Uri bot);

    [LoggerMessage(6004, LogLevel.Warning,
        "npm could not install the Agents Playground. Check that this machine reaches the npm registry, then start again; the bot itself is running on {Bot}. npm said: {Complaint}")]
    internal static partial void NotInstalled(ILogger logger, string complaint, Uri bot);

    [LoggerMessage(6005, LogLevel.Warning, "The Agents Playground has ended. Start again to have it back; the bot itself is running on {Bot}")]
    internal static partial void Ended(ILogger logger, Uri bot);

    [LoggerMessage(6006, LogLevel.Warning, "The Agents Playground could not be started: {Reason} The bot itself is running on {Bot}")]
    internal static partial void Failed(ILogger logger, string reason, Uri bot);
}
