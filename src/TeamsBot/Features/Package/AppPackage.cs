using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.Features.Package;

/// <summary>The files of a Teams app: the manifest, a file of texts for each further language, and the icons.</summary>
/// <param name="Texts">By file name.</param>
/// <param name="Icons">By file name.</param>
public sealed record AppPackage(JsonObject Manifest, IReadOnlyDictionary<string, JsonObject> Texts, IReadOnlyDictionary<string, byte[]> Icons)
{
    private const string Folder = "manifest/";
    private const string ManifestName = "manifest.json";

    // The same content is the same file, whenever it was written.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files of the folder <c>manifest</c>, as they were when the bot was built, with these values in their places.</summary>
    public static AppPackage Fill(PackageValues values)
    {
        var documents = Names(".json").ToDictionary(name => name, name => Filled(JsonNode.Parse(Read(name))!, values.Places).AsObject(), StringComparer.Ordinal);
        return new(
            documents[ManifestName],
            documents.Where(file => file.Key != ManifestName).ToDictionary(StringComparer.Ordinal),
            Names(".png").ToDictionary(name => name, Read, StringComparer.Ordinal));
    }

    /// <summary>What Teams would refuse it for, a sentence each.</summary>
    public IReadOnlyList<string> Faults() => [.. ManifestCheck.Faults(Manifest), .. TextsCheck.Faults(Manifest, Texts), .. IconCheck.Faults(Manifest, Icons)];

    /// <summary>The package as it is uploaded.</summary>
    public byte[] ToZip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(zip, ManifestName, Bytes(Manifest));
            foreach (var (name, texts) in Texts.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                Add(zip, name, Bytes(texts));
            }

            foreach (var (name, icon) in Icons.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                Add(zip, name, icon);
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(document, Readable);

    // Only texts have places, so that a value with a quotation mark stays a value.
    private static JsonNode Filled(JsonNode node, IReadOnlyDictionary<string, string> places) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Filled(field.Value!, places)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item!, places))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Filled(value.GetValue<string>(), places),
        _ => node.DeepClone(),
    };

    private static string Filled(string text, IReadOnlyDictionary<string, string> places) =>
        places.Aggregate(text, (filled, place) => filled.Replace("${{" + place.Key + "}}", place.Value, StringComparison.Ordinal));

    private static IEnumerable<string> Names(string ending) => typeof(AppPackage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..]);

    private static byte[] Read(string name)
    {
        using var resource = typeof(AppPackage).Assembly.GetManifestResourceStream(Folder + name)!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
