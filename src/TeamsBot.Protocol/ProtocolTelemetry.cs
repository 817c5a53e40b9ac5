using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsBot.Protocol;

/// <summary>What speaking with Teams measures of itself. Nobody listening, nothing is made.</summary>
public static class ProtocolTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "TeamsBot.Protocol";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);
}
