using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TeamsBot.Features.Package;

/// <summary>Holds the texts of further languages against the manifest: each replaces a text that is there, and none is left in English.</summary>
internal static partial class TextsCheck
{
    private const string SchemaKey = "$schema";
    private const string Schema = ManifestRules.Schemas + "MicrosoftTeams.Localization.schema.json";

    /// <param name="texts">By file name.</param>
    public static IReadOnlyList<string> Faults(JsonObject manifest, IReadOnlyDictionary<string, JsonObject> texts)
    {
        var named = (manifest["localizationInfo"]?["additionalLanguages"] as JsonArray ?? []).Select(language => $"{language?["file"]}").ToList();
        var places = Translated(manifest, "").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. named.Except(texts.Keys).Select(file => $"{file} is missing: the manifest names it as a language."),
            .. texts.Keys.Except(named).Select(file => $"{file} is no language of the manifest: name it in localizationInfo, or take it out."),
            .. texts.SelectMany(file => Faults(file.Key, file.Value, places)),
        ];
    }

    private static IEnumerable<string> Faults(string file, JsonObject texts, HashSet<string> places) =>
    [
        .. places.Append(SchemaKey).Where(place => !texts.ContainsKey(place)).Select(place => $"{file}: {place} is missing: translate it."),
        .. texts.Where(text => text.Key != SchemaKey && !places.Contains(text.Key)).Select(text => $"{file}: {text.Key} is no text of the manifest: take it out."),
        .. texts.Where(text => text.Key == SchemaKey && $"{text.Value}" != Schema).Select(text => $"{file}: {text.Key} is '{text.Value}': it has to be {Schema}."),
        .. texts.Where(text => places.Contains(text.Key)).Select(text => TextFault(file, text.Key, text.Value)).OfType<string>(),
    ];

    private static string? TextFault(string file, string place, JsonNode? text) => text is JsonValue value && value.GetValueKind() == JsonValueKind.String
        ? ManifestCheck.TextFault($"{file}: {place}", value.GetValue<string>(), ManifestRules.All[Index().Replace(place, "[]")])
        : $"{file}: {place} is of the wrong type: it has to be a text.";

    // The places that Teams shows: names, descriptions and commands.
    private static IEnumerable<string> Translated(JsonNode? node, string path) => node switch
    {
        JsonObject group => group.SelectMany(field => Translated(field.Value, path.Length == 0 ? field.Key : $"{path}.{field.Key}")),
        JsonArray list => list.SelectMany((item, index) => Translated(item, $"{path}[{index}]")),
        _ when Shown().IsMatch(path) => [path],
        _ => [],
    };

    [GeneratedRegex(@"\A((name|description)\.(short|full)|(bots\[0\]\.commandLists\[\d\]|composeExtensions\[0\])\.commands\[\d+\](\.parameters\[\d+\])?\.(title|description))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Index();
}
