using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsBot.Protocol.Connector;

/// <summary>
/// One call to Teams, or one file on its way to a person's OneDrive, with all its tries, as a span and in metrics, by the semantic conventions for HTTP clients. The address is said
/// as a template: in full it holds ids of people and chats.
/// </summary>
internal sealed class MeasuredSend : IDisposable
{
    private static readonly Histogram<double> s_duration = ProtocolTelemetry.Meter.CreateHistogram(
        "baton.send.duration", "s", "A call to Teams, from the wish to its end, with waits and further tries.", tags: null, Buckets(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60));

    private static readonly Histogram<double> s_wait = ProtocolTelemetry.Meter.CreateHistogram(
        "baton.send.wait.duration", "s", "How long a try waited for its turn within the limits of Teams.", tags: null, Buckets(0.001, 0.01, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60));

    private static readonly Counter<long> s_attempts = ProtocolTelemetry.Meter.CreateCounter<long>(
        "baton.send.attempts", "{attempt}", "Requests to Teams, each try by itself, by what came of it.");

    private readonly string method;
    private readonly string template;
    private readonly Activity? span;
    private readonly long startedAt = Stopwatch.GetTimestamp();
    private double waited;
    private int again;
    private bool hasFailed;
    private int? status;
    private string? error;

    private MeasuredSend(HttpMethod method, string template, string? server)
    {
        (this.method, this.template) = (method.Method, template);
        span = ProtocolTelemetry.Source.StartActivity(ActivityKind.Client, name: $"{method} {template}");
        span?.SetTag("http.request.method", this.method).SetTag("url.template", template)
            .SetTag("server.address", Uri.TryCreate(server, UriKind.Absolute, out var address) ? address.Host : null);
    }

    public static bool IsMeasured => s_duration.Enabled || s_attempts.Enabled || ProtocolTelemetry.Source.HasListeners();

    /// <summary>Null while nobody listens.</summary>
    /// <param name="template">The path with names in place of ids.</param>
    /// <param name="server">The address, of which the host is said.</param>
    public static MeasuredSend? Begin(HttpMethod method, string template, string? server) =>
        IsMeasured ? new(method, template, server) : null;

    /// <summary>A try had to wait for its turn since this timestamp.</summary>
    public void Waited(long since, Traffic traffic)
    {
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        waited += seconds;
        s_wait.Record(seconds, new TagList { { "baton.send.traffic", traffic == Traffic.Send ? "send" : "read" } });
    }

    /// <summary>A try ended.</summary>
    /// <param name="answered">The HTTP status; null where no answer came.</param>
    /// <param name="failure">Null where Teams did what was asked.</param>
    public void Attempted(int? answered, Enum? failure)
    {
        again += hasFailed ? 1 : 0;
        (status, hasFailed) = (answered, failure is not null);
        s_attempts.Add(1, Tags(failure?.ToString()));
    }

    public void Failed(Exception failure)
    {
        error = failure switch
        {
            ConnectorException refused => refused.Error.ToString(),
            FileUploadException refused => refused.Error.ToString(),
            _ => failure.GetType().FullName,
        };
        span?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        s_duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, Tags(error));
        span?.SetTag("http.response.status_code", status).SetTag("error.type", error).SetTag("baton.send.wait", waited)
            .SetTag("http.request.resend_count", again > 0 ? again : null);
        span?.Dispose();
    }

    private TagList Tags(string? failure)
    {
        var tags = new TagList { { "http.request.method", method }, { "url.template", template } };
        if (status is { } code)
        {
            tags.Add("http.response.status_code", code);
        }

        if (failure is not null)
        {
            tags.Add("error.type", failure);
        }

        return tags;
    }

    private static InstrumentAdvice<double> Buckets(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
