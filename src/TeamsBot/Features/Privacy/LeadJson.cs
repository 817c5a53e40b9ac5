using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Privacy;

/// <summary>What is held of a lead as JSON that people can read: each row with all that is stored in it, whatever a later version stores.</summary>
internal static class LeadJson
{
    // Letters of all scripts stand as they are: the file is for people, and nothing puts it into a page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(LeadDossier dossier, Instant now)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("heldAt", InstantPattern.ExtendedIso.Format(now));
            json.WritePropertyName("lead");
            WriteRow(json, dossier.Lead);
            json.WriteStartArray("foundBy");
            foreach (var key in dossier.FoundBy)
            {
                json.WriteStringValue(string.Join(": ", Keys.Split(key)));
            }

            json.WriteEndArray();
            json.WriteStartArray("joined");
            foreach (var lead in dossier.Joined)
            {
                json.WriteStringValue(lead.Value);
            }

            json.WriteEndArray();
            WriteRows(json, "records", dossier.Partition.Where(row => row.RowKey != dossier.Lead.RowKey));
            WriteRows(json, "deals", dossier.Deals);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteRows(Utf8JsonWriter json, string name, IEnumerable<TableEntity> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, TableEntity row)
    {
        json.WriteStartObject();
        json.WriteString("row", row.RowKey);
        foreach (var (name, value) in row.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text when IsJson(text):
                json.WriteRawValue(text);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset at:
                json.WriteStringValue(at);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    // Lists and attributes are kept as JSON texts; a text that only begins like one stays a text.
    private static bool IsJson(string text)
    {
        if (text is not (['[', .., ']'] or ['{', .., '}']))
        {
            return false;
        }

        try
        {
            using var read = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
