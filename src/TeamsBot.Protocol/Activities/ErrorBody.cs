namespace TeamsBot.Protocol.Activities;

/// <summary>A code for programs and a message for people, as errors carry them in both directions.</summary>
public sealed record ErrorBody : WireObject
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}
