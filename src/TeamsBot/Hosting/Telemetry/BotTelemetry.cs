using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsBot.Hosting.Telemetry;

/// <summary>What the bot measures of itself. Nobody listening, nothing is made.</summary>
public static class BotTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "TeamsBot";

    /// <summary>The tag for the kind of a failure, by the semantic conventions.</summary>
    internal const string ErrorType = "error.type";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);

    /// <summary>Bounds of histograms of seconds, fine where a click has to be.</summary>
    internal static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30, 60],
    };
}
