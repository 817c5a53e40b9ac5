using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeamsBot.Domain.Agreement;

/// <summary>JSON laid out for people: what is short stands on one line, which the framework's writer does not do.</summary>
internal static class JsonText
{
    private const int LongestLine = 100;

    /// <summary>Letters of all languages stay as they are; half a character becomes U+FFFD.</summary>
    public static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(string.Concat(text.EnumerateRunes()), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <param name="depth">How deep its own braces stand.</param>
    public static string Object(int depth, IEnumerable<(string Name, string Json)> members) =>
        Lines('{', depth, [.. members.Select(Member)], '}');

    public static string Line(IEnumerable<(string Name, string Json)> members) => string.Join(", ", members.Select(Member)) is { Length: > 0 } text
        ? $"{{ {text} }}"
        : "{}";

    /// <summary>On one line when it is short and holds no object.</summary>
    public static string List(int depth, IEnumerable<string> items)
    {
        string[] all = [.. items];
        var isShort = all.Sum(item => item.Length) <= LongestLine && !all.Any(item => item.StartsWith('{'));
        return isShort ? $"[{string.Join(", ", all)}]" : Lines('[', depth, all, ']');
    }

    private static string Lines(char open, int depth, IReadOnlyList<string> lines, char close)
    {
        var indent = new string(' ', 2 * depth);
        return $"{open}\n{string.Join(",\n", lines.Select(line => $"{indent}  {line}"))}\n{indent}{close}";
    }

    private static string Member((string Name, string Json) member) => $"{Quote(member.Name)}: {member.Json}";
}
