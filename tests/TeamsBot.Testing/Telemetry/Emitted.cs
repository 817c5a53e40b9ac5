using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Shouldly;

namespace TeamsBot.Testing.Telemetry;

/// <summary>
/// All that spans and metrics of this process ever said: names, tags, events, status. Each text is kept once, with where it stood, so that a suite of
/// thousands of tests keeps some hundreds.
/// </summary>
public sealed class Emitted : IDisposable
{
    /// <summary>The sources that the bot sends from, and those of the framework that it listens to.</summary>
    private static readonly string[] s_ofTheBot =
    [
        "TeamsBot", "TeamsBot.Protocol", "TeamsBot.Storage", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
    ];

    // What a stranger chose, which is taken out on the way to the collector: tests of what arrives there see to that.
    private static readonly string[] s_takenOut = ["url.path", "user_agent.original"];

    private readonly ConcurrentDictionary<(string Where, string Text), bool> texts = [];
    private readonly ConcurrentDictionary<(string Name, string Unit), bool> instruments = [];
    private readonly ActivityListener spans;
    private readonly MeterListener metrics = new();

    /// <param name="sources">Names of sources and meters.</param>
    public Emitted(params IReadOnlyList<string> sources)
    {
        spans = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Take,
        };
        ActivitySource.AddActivityListener(spans);
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (sources.Contains(instrument.Meter.Name))
            {
                instruments.TryAdd((instrument.Name, instrument.Unit ?? ""), true);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Take(instrument, tags));
        metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Take(instrument, tags));
        metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Take(instrument, tags));
        metrics.Start();
    }

    /// <summary>Of every bot in this process, from the first on.</summary>
    public static Emitted OfTheSuite { get; } = new(s_ofTheBot);

    /// <summary>Each instrument that there is, with its unit.</summary>
    public IEnumerable<(string Name, string Unit)> Instruments => instruments.Keys;

    /// <summary>Where each text stood, and the text.</summary>
    public IEnumerable<(string Where, string Text)> Texts => texts.Keys;

    /// <summary>Fails with what was said of whom, where a text holds one of these.</summary>
    public void ShouldHoldNoneOf(IReadOnlyCollection<string> personal) => texts.Keys
        .Where(said => personal.Any(value => said.Text.Contains(value, StringComparison.OrdinalIgnoreCase)))
        .Select(said => $"{said.Where}: {said.Text}").ShouldBeEmpty("Telemetry holds something personal.");

    public void Dispose()
    {
        spans.Dispose();
        metrics.Dispose();
    }

    private void Take(Activity span)
    {
        Add("span", span.DisplayName);
        Add(span.DisplayName + " status", span.StatusDescription);
        AddAll(span.DisplayName, span.TagObjects.Where(tag => span.Kind != ActivityKind.Server || !s_takenOut.Contains(tag.Key)));
        foreach (var happened in span.Events)
        {
            Add(span.DisplayName + " event", happened.Name);
            AddAll(span.DisplayName + " event", happened.Tags);
        }

        foreach (var (key, value) in span.Baggage)
        {
            Add($"{span.DisplayName} baggage {key}", value);
        }
    }

    private void Take(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
        {
            Add($"{instrument.Name} {key}", value);
        }
    }

    private void AddAll(string where, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
        {
            Add($"{where} {key}", value);
        }
    }

    // Numbers name nobody.
    private void Add(string where, object? value)
    {
        if (value is not (null or double or float) && Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
        {
            texts.TryAdd((where, text), true);
        }
    }
}
