using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using TeamsBot.Storage;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>Counts the calls of this process to its store, and the requests to Azure's tables that they become.</summary>
internal sealed class StoreMeter : IDisposable
{
    private readonly ConcurrentDictionary<string, StoreCalls> calls = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();
    private readonly int port;
    private long requests;

    /// <param name="storage">The connection string of the tables; empty for the embedded store.</param>
    public StoreMeter(string storage)
    {
        const string Endpoint = "TableEndpoint=";
        var at = storage.IndexOf(Endpoint, StringComparison.Ordinal);
        port = at < 0 ? 0 : new Uri(storage[(at + Endpoint.Length)..].Split(';')[0]).Port;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: StorageTelemetry.Name, Name: "db.client.operation.duration" } or { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) => Take(instrument, seconds, tags));
        listener.Start();
    }

    public IReadOnlyDictionary<string, StoreCalls> Calls => calls;

    public long Requests => Interlocked.Read(ref requests);

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument.Meter.Name == StorageTelemetry.Name)
        {
            calls.AddOrUpdate($"{Tag(tags, "db.operation.name")} {Tag(tags, "db.collection.name")}", new StoreCalls(1, seconds), (_, before) => new(before.Count + 1, before.Seconds + seconds));
        }
        else if (Tag(tags, "server.port") is int to && to == port)
        {
            Interlocked.Increment(ref requests);
        }
    }

    private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var (key, value) in tags)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
