namespace TeamsBot.Protocol.Connector;

/// <summary>
/// The places to which the bot sends its token. A service URL comes with an activity and is stored, so it is checked again before every call.
/// </summary>
public static class OutboundHosts
{
    private static readonly string[] Exact = ["smba.trafficmanager.net", "botframework.com"];
    private static readonly string[] Suffixes = [".teams.microsoft.com", ".teams.microsoft.us", ".botframework.com"];

    /// <param name="address">Where the call would go.</param>
    /// <param name="allowLoopback">Whether this machine itself counts, with http as well: for development and tests.</param>
    public static bool Allows(Uri address, bool allowLoopback)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsLoopback)
        {
            return allowLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        }

        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && (Exact.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)
                || Array.Exists(Suffixes, suffix => address.IdnHost.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)));
    }
}
