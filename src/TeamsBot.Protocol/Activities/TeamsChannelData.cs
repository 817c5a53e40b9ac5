namespace TeamsBot.Protocol.Activities;

/// <summary>What Teams adds to an activity.</summary>
public sealed record TeamsChannelData : WireObject
{
    public TenantInfo? Tenant { get; set; }

    public TeamInfo? Team { get; set; }

    public ChannelInfo? Channel { get; set; }

    /// <summary>Of a conversation update: what happened; see <see cref="TeamsEventTypes"/>.</summary>
    public string? EventType { get; set; }

    public NotificationInfo? Notification { get; set; }

    /// <summary>Of an installation: the channel that the installer chose.</summary>
    public TeamsChannelDataSettings? Settings { get; set; }
}

public sealed record TenantInfo : WireObject
{
    public string? Id { get; set; }
}

public sealed record TeamInfo : WireObject
{
    /// <summary>A thread id, the same as the General channel's; not the Entra group.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The Entra group behind the team.</summary>
    public string? AadGroupId { get; set; }
}

public sealed record ChannelInfo : WireObject
{
    public string? Id { get; set; }

    /// <summary>Null for the General channel.</summary>
    public string? Name { get; set; }

    /// <summary>standard, private or shared.</summary>
    public string? Type { get; set; }
}

/// <summary>Of an outgoing message: whether it also appears in the activity feed.</summary>
public sealed record NotificationInfo : WireObject
{
    public bool? Alert { get; set; }
}

public sealed record TeamsChannelDataSettings : WireObject
{
    public ChannelInfo? SelectedChannel { get; set; }
}
