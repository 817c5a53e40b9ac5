namespace TeamsBot.Hosting.Playground;

/// <summary>Microsoft's Agents Playground, a stand-in for Teams on one's own machine: section <c>Playground</c>.</summary>
/// <remarks>It starts only in Development and only while no app id is configured: a bot with credentials talks to Teams.</remarks>
public sealed class PlaygroundOptions
{
    /// <summary>Whether to start the Playground beside the bot. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The address of a Playground that runs already; none is started then. Default: none.</summary>
    public Uri? Address { get; set; }

    /// <summary>The TCP port of its page, 1 to 65535. Default 56150. When it is taken, another is used and its address printed.</summary>
    public int Port { get; set; } = 56150;

    /// <summary>Where its package is installed, once, and where its files go. Default: <c>playground</c> in the data folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Whether to open its page in the browser when the machine has a desktop. Default true.</summary>
    public bool OpenBrowser { get; set; } = true;
}
