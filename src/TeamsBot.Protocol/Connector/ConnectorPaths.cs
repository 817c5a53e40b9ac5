namespace TeamsBot.Protocol.Connector;

/// <summary>Addresses of the connector's REST interface, version 3. Every id is escaped here and nowhere else.</summary>
internal static class ConnectorPaths
{
    public const string Conversations = "v3/conversations";

    public static string Activities(string conversationId) => $"{Conversations}/{Escape(conversationId)}/activities";

    public static string Activity(string conversationId, string activityId) => $"{Activities(conversationId)}/{Escape(activityId)}";

    public static string Member(string conversationId, string userId) => $"{Conversations}/{Escape(conversationId)}/members/{Escape(userId)}";

    public static string PagedMembers(string conversationId, int pageSize, string? continuationToken)
    {
        var path = FormattableString.Invariant($"{Conversations}/{Escape(conversationId)}/pagedmembers?pageSize={pageSize}");
        return string.IsNullOrEmpty(continuationToken) ? path : $"{path}&continuationToken={Uri.EscapeDataString(continuationToken)}";
    }

    public static string Team(string teamId) => $"v3/teams/{Escape(teamId)}";

    public static string TeamChannels(string teamId) => $"{Team(teamId)}/conversations";

    /// <summary>Dots alone would be read as steps up the path.</summary>
    private static string Escape(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id is "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
    }
}
