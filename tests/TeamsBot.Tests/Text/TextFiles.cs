using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsBot.Domain.People;
using TeamsBot.Text;

namespace TeamsBot.Tests.Text;

/// <summary>The text files as JSON, read by other means than the code under test.</summary>
internal static partial class TextFiles
{
    public static IReadOnlyDictionary<string, JsonElement> Read(Language language)
    {
        var name = $"TeamsBot.Text.Languages.{Languages.Tag(language)[..2]}.json";
        using var stream = typeof(Say).Assembly.GetManifestResourceStream(name)!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.Clone());
    }

    public static IEnumerable<string> Forms(JsonElement entry) => entry.ValueKind == JsonValueKind.Object
        ? entry.EnumerateObject().Select(form => form.Value.GetString()!)
        : [entry.GetString()!];

    /// <summary>Without n: languages that have a word of its own for one and two leave the number out.</summary>
    public static IEnumerable<string> Placeholders(JsonElement entry) =>
        Forms(entry).SelectMany(form => Placeholder().Matches(form)).Select(match => match.Groups["name"].Value).Where(name => name != "n").Distinct().Order();

    public static IEnumerable<string> CountedKeys(JsonElement entry) =>
        Forms(entry).SelectMany(form => Placeholder().Matches(form)).Select(match => match.Groups["key"].Value).Where(key => key != "");

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<key>[\w.]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
