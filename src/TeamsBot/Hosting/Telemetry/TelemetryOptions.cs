using OpenTelemetry.Exporter;

namespace TeamsBot.Hosting.Telemetry;

/// <summary>
/// The standard variables of OpenTelemetry that say whether something is sent and where to; the exporter itself reads these and the others
/// (headers, time limits, sampling). Nothing is sent, and nothing measured, without one of the endpoints.
/// </summary>
internal static class TelemetryOptions
{
    /// <summary>Where all three kinds go: the base address of a collector, http or https.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary><c>http/protobuf</c> (the default, as the specification has it) or <c>grpc</c>.</summary>
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public const string Traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    public const string Metrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    public const string Logs = "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT";

    private const string Disabled = "OTEL_SDK_DISABLED";

    private static readonly string[] s_endpoints = [Endpoint, Traces, Metrics, Logs];
    private static readonly string[] s_protocols = ["http/protobuf", "grpc"];

    /// <summary>Whether anything is sent.</summary>
    public static bool IsOn(IConfiguration configuration) => s_endpoints.Any(endpoint => Sends(configuration, endpoint));

    /// <summary>Whether one kind is sent: <see cref="Traces"/>, <see cref="Metrics"/> or <see cref="Logs"/>.</summary>
    public static bool Sends(IConfiguration configuration, string endpoint) =>
        !string.Equals(configuration[Disabled], "true", StringComparison.OrdinalIgnoreCase)
        && (!string.IsNullOrWhiteSpace(configuration[endpoint]) || !string.IsNullOrWhiteSpace(configuration[Endpoint]));

    /// <summary>Makes an exporter send one kind to its own endpoint, where it has one; the exporter itself looks for the common one alone.</summary>
    public static Action<OtlpExporterOptions> To(IConfiguration configuration, string endpoint) => options =>
    {
        if (Uri.TryCreate(configuration[endpoint], UriKind.Absolute, out var own))
        {
            options.Endpoint = own;
        }
    };

    /// <summary>A sentence for each value that cannot be used.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        foreach (var name in s_endpoints.Where(name => !string.IsNullOrWhiteSpace(configuration[name]) && !IsAddress(configuration[name]!)))
        {
            yield return $"{name} is the address of an OTLP collector, http or https, such as http://127.0.0.1:4318.";
        }

        if (configuration[Protocol] is { Length: > 0 } protocol && !s_protocols.Contains(protocol))
        {
            yield return $"{Protocol} is {string.Join(" or ", s_protocols)}.";
        }
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
