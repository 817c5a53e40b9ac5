using System.Globalization;
using System.Net;
using System.Text;
using TeamsBot.Testing.Telemetry;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>
/// Draws one trace as a page: a row a span, in the order of time, each under the one that it belongs to; what the queue does behind the request
/// comes after it.
/// </summary>
internal sealed class Waterfall
{
    private const int Width = 1280;
    private const int Names = 520;
    private const int Lane = Width - Names - 88;
    private const int Row = 22;
    private const int Top = 112;

    // Reads from the store that took less; they would fill the picture.
    private const double ShortRead = 1;

    private readonly List<(ReceivedSpan Span, int Depth)> rows = [];
    private readonly ReceivedSpan root;
    private readonly double length;
    private readonly int leftOut;

    public Waterfall(IReadOnlyList<ReceivedSpan> trace)
    {
        root = trace.Single(span => span.Parent.Length == 0);
        length = Nice(trace.Max(span => At(span.End)));
        List<ReceivedSpan> shown = [.. trace.Where(span => !IsShortRead(span))];
        leftOut = trace.Count - shown.Count;
        var children = shown.ToLookup(span => span.Parent);
        Add(root, depth: 0, children);
        foreach (var work in shown.Where(IsWork).OrderBy(span => span.Start))
        {
            Add(work, depth: 1, children);
        }
    }

    public string Page()
    {
        var height = Top + (rows.Count * Row) + 74;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{height}" fill="#ffffff"/>""");
        Head(svg);
        Scale(svg, Top + (rows.Count * Row));
        for (var at = 0; at < rows.Count; at++)
        {
            Draw(svg, rows[at].Span, rows[at].Depth, Top + (at * Row));
        }

        Foot(svg, height - 40);
        svg.Append("</svg>");
        return $"<!doctype html><style>{Style}</style><body>{svg}</body>";
    }

    private const string Style = """
        body { margin: 0 } text { font: 12.5px "Segoe UI", "DejaVu Sans", system-ui, sans-serif; fill: #242424 }
        .title { font-size: 20px; font-weight: 600 } .soft { fill: #616161 } .tick { fill: #707070; font-size: 11.5px } .end { text-anchor: end } .middle { text-anchor: middle }
        .mark { fill: #a4262c; font-weight: 600 } .took { paint-order: stroke; stroke: #ffffff; stroke-width: 4px }
        """;

    private void Add(ReceivedSpan span, int depth, ILookup<string, ReceivedSpan> children)
    {
        rows.Add((span, depth));
        foreach (var child in children[span.Id].Where(child => !IsWork(child)).OrderBy(child => child.Start))
        {
            Add(child, depth + 1, children);
        }
    }

    private void Head(StringBuilder svg)
    {
        svg.Append("""<text class="title" x="24" y="40">One trace, from the click on “Accept” to the last card in Teams</text>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text class="soft" x="24" y="64">The click is answered after {At(root.End):0} ms; behind it the queue brings the cards of all others up to date. {leftOut} reads of less than 1 ms are left out.</text>""");
    }

    private void Scale(StringBuilder svg, int bottom)
    {
        var step = length / 5;
        for (var tick = 0; tick <= 5; tick++)
        {
            var x = X(tick * step);
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x:0.#}" x2="{x:0.#}" y1="{Top - 8}" y2="{bottom}" stroke="#e6e6e6"/><text class="tick middle" x="{x:0.#}" y="{Top - 14}">{tick * step:0} ms</text>""");
        }

        var end = X(At(root.End));
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{end:0.#}" x2="{end:0.#}" y1="{Top - 8}" y2="{bottom + 6}" stroke="#a4262c" stroke-dasharray="4 3"/><text class="mark middle" x="{end:0.#}" y="{bottom + 20}">answered</text>""");
    }

    private void Draw(StringBuilder svg, ReceivedSpan span, int depth, int y)
    {
        var (x, end) = (X(At(span.Start)), X(At(span.End)));
        var width = Math.Max(2, end - x);
        var took = (span.End - span.Start) / 1e6;
        svg.Append(CultureInfo.InvariantCulture, $"""<text class="name" x="{24 + (depth * 16)}" y="{y + 15}">{WebUtility.HtmlEncode(span.Name)}</text>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.#}" y="{y + 4}" width="{width:0.#}" height="{Row - 8}" rx="2" fill="{Colour(span)}"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text class="tick took" x="{x + width + 6:0.#}" y="{y + 15}">{took:0.0} ms</text>""");
    }

    private static void Foot(StringBuilder svg, int y)
    {
        var x = 24;
        foreach (var (name, colour) in s_legend)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x}" y="{y}" width="12" height="12" rx="2" fill="{colour}"/><text x="{x + 18}" y="{y + 11}">{name}</text>""");
            x += 46 + (name.Length * 7);
        }
    }

    private static readonly (string Name, string Colour)[] s_legend =
        [("request and turn", "#4f52b2"), ("decision", "#c19c00"), ("tables", "#00807a"), ("queue", "#8a4baf"), ("Teams", "#0f6cbd")];

    private static string Colour(ReceivedSpan span) => s_legend[span switch
    {
        { Scope: "TeamsBot.Protocol" } => 4,
        { Kind: 4 or 5 } => 3,
        { Scope: "TeamsBot.Storage", Kind: 3 } => 2,
        { Scope: "TeamsBot.Storage" } => 1,
        _ => 0,
    }].Colour;

    private static bool IsWork(ReceivedSpan span) => span.Kind == 5;

    private static bool IsShortRead(ReceivedSpan span) =>
        span.Attributes.GetValueOrDefault("db.operation.name") is "get" or "query" && (span.End - span.Start) / 1e6 < ShortRead;

    // Milliseconds since the click.
    private double At(ulong time) => (time - (double)root.Start) / 1e6;

    private double X(double milliseconds) => Names + (Lane * milliseconds / length);

    // The next length that divides into five round steps.
    private static double Nice(double milliseconds)
    {
        double[] steps = [1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000];
        return 5 * steps.First(step => step * 5 >= milliseconds || step == 1000);
    }
}
