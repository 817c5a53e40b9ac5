namespace TeamsBot.Features.Intake;

/// <summary>Leads that other systems post, already qualified: section <c>Intake</c>. Without a secret the route refuses everything.</summary>
public sealed class IntakeOptions
{
    /// <summary>The shared secret of the signature, at least 32 characters. Empty (the default) closes the intake. Keep it out of files.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The secret before the last change, accepted too while senders are moved over. Empty by default.</summary>
    public string PreviousSecret { get; set; } = "";

    /// <summary>The tenant whose channels the leads go to. Default: the bot's own tenant.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Why these options cannot be used; null when they can.</summary>
    public string? Problem() =>
        Secret.Length is > 0 and < 32 || PreviousSecret.Length is > 0 and < 32 ? "Intake:Secret and Intake:PreviousSecret have at least 32 characters, or none." : null;
}
