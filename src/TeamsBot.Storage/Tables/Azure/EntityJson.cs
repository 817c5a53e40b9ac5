using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>
/// A row as the service's JSON (OData 3, minimal metadata): types that JSON does not tell apart carry an annotation
/// beside them. Source: learn.microsoft.com, "Understanding the Table service data model".
/// </summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";
    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the row, and <paramref name="writeId"/> beside its own properties where there is one.</summary>
    public static void Write(Utf8JsonWriter json, TableEntity entity, Guid? writeId)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey", entity.PartitionKey);
        json.WriteString("RowKey", entity.RowKey);
        foreach (var (name, value) in entity)
        {
            Write(json, name, value);
        }

        if (writeId is { } id)
        {
            Write(json, WriteId.Property, id);
        }

        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Reads a row; its ETag is the one inside it, else <paramref name="etag"/>.</summary>
    public static TableEntity Read(JsonElement json, ETag etag = default)
    {
        var entity = new TableEntity(json.GetProperty("PartitionKey").GetString()!, json.GetProperty("RowKey").GetString()!)
        {
            ETag = json.TryGetProperty("odata.etag", out var inside) ? new ETag(inside.GetString()!) : etag,
            Timestamp = json.TryGetProperty("Timestamp", out var at) ? Date(at) : default,
        };
        foreach (var property in json.EnumerateObject())
        {
            if (IsOwn(property.Name))
            {
                var type = json.TryGetProperty(property.Name + TypeSuffix, out var annotation) ? annotation.GetString() : null;
                entity[property.Name] = Value(property.Value, type);
            }
        }

        return entity;
    }

    private static bool IsOwn(string name) =>
        name is not ("PartitionKey" or "RowKey" or "Timestamp" or WriteId.Property)
        && !name.StartsWith("odata.", StringComparison.Ordinal)
        && !name.Contains("@odata.", StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case DateTimeOffset at:
                WriteTyped(json, name, "Edm.DateTime", at.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture));
                break;
            case Guid id:
                WriteTyped(json, name, "Edm.Guid", id.ToString());
                break;
            default:
                WriteTyped(json, name, "Edm.Binary", Convert.ToBase64String((byte[])value));
                break;
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + TypeSuffix, type);
        json.WriteString(name, value);
    }

    // A whole number needs its fraction and its type said, or it would be stored as an Int32; so does what is no number.
    private static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        json.WriteString(name + TypeSuffix, "Edm.Double");
        if (!double.IsFinite(value))
        {
            json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        json.WritePropertyName(name);
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    private static object? Value(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.DateTime", _) => Date(value),
        ("Edm.Guid", _) => value.GetGuid(),
        ("Edm.Binary", _) => value.GetBytesFromBase64(),
        ("Edm.Double", JsonValueKind.String) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => value.GetDouble(),
        (_, JsonValueKind.String) => value.GetString(),
        (_, JsonValueKind.True) => true,
        (_, JsonValueKind.False) => false,
        _ => Number(value),
    };

    private static object Number(JsonElement value) =>
        value.TryGetInt32(out var whole) && !value.GetRawText().Contains('.', StringComparison.Ordinal) ? whole : (object)value.GetDouble();

    private static DateTimeOffset Date(JsonElement value) =>
        DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
