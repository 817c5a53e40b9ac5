namespace TeamsBot.Protocol.Connector;

/// <summary>A path under the service URL.</summary>
/// <param name="Text">As it is called, escaped.</param>
/// <param name="Template">With names in place of ids, for telemetry.</param>
internal readonly record struct ConnectorPath(string Text, string Template);

/// <summary>Addresses of the connector's REST interface, version 3. Every id is escaped here and nowhere else.</summary>
internal static class ConnectorPaths
{
    private const string Root = "v3/conversations";
    private const string OneTemplate = "/" + Root + "/{conversationId}";

    public static ConnectorPath Conversations { get; } = new(Root, "/" + Root);

    public static ConnectorPath Activities(string conversationId) => new($"{Root}/{Escape(conversationId)}/activities", OneTemplate + "/activities");

    public static ConnectorPath Activity(string conversationId, string activityId) =>
        new($"{Root}/{Escape(conversationId)}/activities/{Escape(activityId)}", OneTemplate + "/activities/{activityId}");

    public static ConnectorPath Member(string conversationId, string userId) =>
        new($"{Root}/{Escape(conversationId)}/members/{Escape(userId)}", OneTemplate + "/members/{memberId}");

    public static ConnectorPath PagedMembers(string conversationId, int pageSize, string? continuationToken)
    {
        var path = FormattableString.Invariant($"{Root}/{Escape(conversationId)}/pagedmembers?pageSize={pageSize}");
        return new(
            string.IsNullOrEmpty(continuationToken) ? path : $"{path}&continuationToken={Uri.EscapeDataString(continuationToken)}",
            OneTemplate + "/pagedmembers");
    }

    public static ConnectorPath Team(string teamId) => new($"v3/teams/{Escape(teamId)}", "/v3/teams/{teamId}");

    public static ConnectorPath TeamChannels(string teamId) => new($"v3/teams/{Escape(teamId)}/conversations", "/v3/teams/{teamId}/conversations");

    /// <summary>Dots alone would be read as steps up the path.</summary>
    private static string Escape(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id is "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
    }
}
