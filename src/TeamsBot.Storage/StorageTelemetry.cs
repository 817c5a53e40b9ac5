using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsBot.Storage;

/// <summary>What the storage measures of itself. Nobody listening, nothing is made.</summary>
public static class StorageTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "TeamsBot.Storage";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);
}
