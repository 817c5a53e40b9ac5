namespace TeamsBot.Protocol.Activities;

/// <summary>A user or a bot in a conversation.</summary>
public sealed record ChannelAccount : WireObject
{
    /// <summary>29:... for a user (different for every bot), 28:{app id} for a bot.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The Entra object id, the same for every bot.</summary>
    public string? AadObjectId { get; set; }

    public string? Role { get; set; }
}

/// <summary>A conversation: personal chat, group chat, channel or thread of a channel.</summary>
public sealed record ConversationAccount : WireObject
{
    /// <summary>In a thread it carries <c>;messageid=</c>; see <see cref="ChannelThread"/>.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? IsGroup { get; set; }

    /// <summary>One of <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }
}

/// <summary>A member as the roster describes it.</summary>
public sealed record TeamsChannelAccount : WireObject
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? GivenName { get; set; }

    public string? Surname { get; set; }

    public string? Email { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? TenantId { get; set; }

    /// <summary>user or anonymous.</summary>
    public string? UserRole { get; set; }

    public string? AadObjectId { get; set; }

    /// <summary>The older name of <see cref="AadObjectId"/>; rosters carry one, the other or both.</summary>
    public string? ObjectId { get; set; }

    /// <summary>The Entra object id under whichever name it came.</summary>
    public string? GetAadObjectId() => AadObjectId ?? ObjectId;
}
