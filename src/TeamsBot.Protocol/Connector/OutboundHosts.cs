namespace TeamsBot.Protocol.Connector;

/// <summary>
/// The places to which the bot speaks. The addresses come with activities, and service URLs are stored, so they are checked again before every call.
/// </summary>
public static class OutboundHosts
{
    private static readonly string[] Exact = ["smba.trafficmanager.net", "botframework.com"];
    private static readonly string[] Suffixes = [".teams.microsoft.com", ".teams.microsoft.us", ".botframework.com"];

    /// <summary>
    /// Where OneDrive keeps its upload sessions: SharePoint of the public cloud, GCC High, DoD (both of its names) and China, and OneDrive without an organisation.
    /// Microsoft: "Microsoft 365 URLs and IP address ranges" of each cloud; "Required URLs and ports for OneDrive".
    /// </summary>
    private static readonly string[] UploadSuffixes =
        [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".dps.mil", ".sharepoint.cn", ".1drv.com", ".onedrive.com"];

    /// <summary>Whether the bot sends its token there.</summary>
    /// <param name="address">Where the call would go.</param>
    /// <param name="allowLoopback">Whether this machine itself counts, with http as well: for development and tests.</param>
    public static bool Allows(Uri address, bool allowLoopback) => Allows(address, allowLoopback, Exact, Suffixes);

    /// <summary>Whether the bot sends a file there. Whoever answers a file consent card names the address.</summary>
    /// <param name="address">Where the file would go.</param>
    /// <param name="allowLoopback">Whether this machine itself counts, with http as well: for development and tests.</param>
    public static bool AllowsUpload(Uri address, bool allowLoopback) =>
        Allows(address, allowLoopback, [], UploadSuffixes) && address.UserInfo.Length == 0;

    private static bool Allows(Uri address, bool allowLoopback, string[] exact, string[] suffixes)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsLoopback)
        {
            return allowLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        }

        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && (exact.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)
                || Array.Exists(suffixes, suffix => address.IdnHost.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)));
    }
}
