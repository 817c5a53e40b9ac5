using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>A row of the ledger as one line of a file. It has all that the hash of the row is made of, so that anybody can check it.</summary>
public static class LedgerLines
{
    private static readonly (string Name, Func<LedgerEntry, string?, object?> Of)[] Columns =
    [
        ("lead", (entry, _) => entry.Handoff.Lead.Value),
        ("handoff", (entry, _) => entry.Handoff.Number),
        ("number", (entry, _) => entry.Number),
        ("action", (entry, _) => entry.Action.ToString()),
        ("by", (entry, _) => entry.By.Name),
        ("byId", (entry, _) => entry.By.Id.Value),
        ("at", (entry, _) => Text(entry.At)),
        ("tenant", (entry, _) => entry.Tenant),
        ("channelId", (entry, _) => entry.Channel),
        ("channel", (_, channel) => channel),
        ("tier", (entry, _) => entry.Tier.ToString()),
        ("requestedAt", (entry, _) => Text(entry.RequestedAt)),
        ("owner", (entry, _) => entry.Owner?.Name),
        ("ownerId", (entry, _) => entry.Owner?.Id.Value),
        ("clock", (entry, _) => entry.Clock?.ToString()),
        ("end", (entry, _) => entry.End?.ToString()),
        ("elapsedSeconds", (entry, _) => Seconds(entry.Elapsed)),
        ("targetSeconds", (entry, _) => entry.Target is { } target ? Seconds(target) : null),
        ("met", (entry, _) => entry.Met),
        ("agreement", (entry, _) => entry.Agreement),
        ("before", (entry, _) => entry.Before),
        ("hash", (entry, _) => entry.Hash),
    ];

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names of the columns.</summary>
    public static string CsvHeader { get; } = CsvLine.Of(Columns.Select(column => column.Name));

    /// <param name="channel">The channel's name today; null where it is not known any more.</param>
    public static string Csv(LedgerEntry entry, string? channel) => CsvLine.Of(Columns.Select(column => Cell(column.Of(entry, channel))));

    /// <summary>An object on one line, with the same names; to the letter, where CSV has an apostrophe before what a spreadsheet would run.</summary>
    public static string Json(LedgerEntry entry, string? channel)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            foreach (var (name, of) in Columns)
            {
                json.WritePropertyName(name);
                Write(json, of(entry, channel));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        true => "true",
        false => "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    // Exact: the hash is made of ticks.
    private static decimal Seconds(Duration duration) => duration.BclCompatibleTicks / (decimal)NodaConstants.TicksPerSecond;
}
