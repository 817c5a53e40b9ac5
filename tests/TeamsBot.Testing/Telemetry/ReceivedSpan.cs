using System.Globalization;

namespace TeamsBot.Testing.Telemetry;

/// <summary>A span as a collector gets it (opentelemetry/proto/trace/v1/trace.proto).</summary>
/// <param name="Parent">Empty for the first of a trace.</param>
/// <param name="Kind">1 internal, 2 server, 3 client, 4 producer, 5 consumer.</param>
/// <param name="Start">In nanoseconds since 1970.</param>
public sealed record ReceivedSpan(string Trace, string Id, string Parent, string Name, int Kind, ulong Start, ulong End)
{
    /// <summary>The source that made it.</summary>
    public string Scope { get; init; } = "";

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>The traces of the spans that it links to.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Those of one request to a collector.</summary>
    public static IEnumerable<ReceivedSpan> Read(ProtoMessage request) =>
        from resource in request.All(1)
        from scope in resource.All(2)
        from span in scope.All(2)
        select new ReceivedSpan(span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), (int)span.Number(6), span.Number(7), span.Number(8))
        {
            Scope = scope.All(1).First().Text(1),
            Attributes = Pairs(span.All(9)),
            Links = [.. span.All(13).Select(link => link.Hex(1))],
        };

    /// <summary>Keys and values, as text.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(IEnumerable<ProtoMessage> attributes) =>
        attributes.ToDictionary(pair => pair.Text(1), pair => Value(pair.All(2).First()), StringComparer.Ordinal);

    private static string Value(ProtoMessage any) => any switch
    {
        _ when any.Has(1) => any.Text(1),
        _ when any.Has(2) => any.Number(2) == 1 ? "true" : "false",
        _ when any.Has(3) => any.Number(3).ToString(CultureInfo.InvariantCulture),
        _ when any.Has(4) => BitConverter.UInt64BitsToDouble(any.Number(4)).ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
