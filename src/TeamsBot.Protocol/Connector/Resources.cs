using TeamsBot.Protocol.Activities;

namespace TeamsBot.Protocol.Connector;

/// <summary>What sending gives back.</summary>
public sealed record ResourceResponse : WireObject
{
    /// <summary>The message's id, to update it by. Null is success too: Teams gives none for a message that it splits in two.</summary>
    public string? Id { get; set; }
}

/// <summary>What creating a conversation asks for.</summary>
public sealed record ConversationParameters : WireObject
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    public IReadOnlyList<ChannelAccount>? Members { get; set; }

    public string? TenantId { get; set; }

    public Activity? Activity { get; set; }

    public TeamsChannelData? ChannelData { get; set; }
}

/// <summary>What creating a conversation gives back.</summary>
public sealed record ConversationResourceResponse : WireObject
{
    public string? Id { get; set; }

    /// <summary>The message that began a thread; always null for a personal chat.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Where to speak in it, where it differs from where it was created.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>One page of a roster.</summary>
public sealed record TeamsPagedMembersResult : WireObject
{
    public IReadOnlyList<TeamsChannelAccount>? Members { get; set; }

    /// <summary>Asks for the next page; null or empty after the last.</summary>
    public string? ContinuationToken { get; set; }
}

/// <summary>The channels of a team.</summary>
public sealed record ConversationList : WireObject
{
    public IReadOnlyList<ChannelInfo>? Conversations { get; set; }
}

/// <summary>A team.</summary>
public sealed record TeamDetails : WireObject
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadGroupId { get; set; }

    public int? ChannelCount { get; set; }

    public int? MemberCount { get; set; }
}

/// <summary>Both shapes of an error body: a coded error, and the number with a message in which JSON hides.</summary>
public sealed record ErrorResponse
{
    public ErrorBody? Error { get; set; }

    public int? ErrorCode { get; set; }

    public string? Message { get; set; }
}
