using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TeamsBot.Features.Package;

/// <summary>Holds a manifest against the rules, without network: each fault names the field and what it has to be.</summary>
internal static partial class ManifestCheck
{
    public static IReadOnlyList<string> Faults(JsonObject manifest) => [.. Group(manifest, "", "")];

    /// <summary>What is wrong with a text at a place that has this rule; null when nothing is.</summary>
    public static string? TextFault(string where, string text, ManifestRule rule) => rule switch
    {
        { Kind: ManifestKind.Text } when text.Trim().Length == 0 => $"{where} is empty: write a text.",
        _ when text.Length > rule.Max => $"{where} has {text.Length} characters: shorten it to {rule.Max}.",
        { OneOf.Count: > 0 } when !rule.OneOf.Contains(text) => $"{where} is '{text}': it has to be {string.Join(" or ", rule.OneOf)}.",
        _ when text.Contains("${{", StringComparison.Ordinal) => $"{where} still has a place that nothing was put into: {text}",
        _ when !Fits(text, rule.Kind) => $"{where} is '{text}': it has to be {Shape(rule.Kind)}.",
        _ => null,
    };

    // path is the place as the rules name it, where as a reader finds it.
    private static IEnumerable<string> Node(JsonNode? node, string path, string where)
    {
        if (!ManifestRules.All.TryGetValue(path, out var rule))
        {
            return [$"{where} is unknown: take it out, or add its rule."];
        }

        return (rule.Kind, node) switch
        {
            (ManifestKind.Group, JsonObject group) => Group(group, path + ".", where + "."),
            (ManifestKind.List, JsonArray list) => List(list, rule, where),
            (ManifestKind.Flag, JsonValue flag) when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False => [],
            (> ManifestKind.Flag, JsonValue text) when text.GetValueKind() == JsonValueKind.String => One(TextFault(where, text.GetValue<string>(), rule)),
            _ => [$"{where} is of the wrong type: it has to be {Shape(rule.Kind)}."],
        };
    }

    private static IEnumerable<string> Group(JsonObject group, string path, string where) =>
    [
        .. ManifestRules.All.Values.Where(rule => rule.IsRequired && Parent(rule.Path) == path && !group.ContainsKey(rule.Path[path.Length..]))
            .Select(rule => $"{where}{rule.Path[path.Length..]} is missing: add it."),
        .. group.SelectMany(field => Node(field.Value, path + field.Key, where + field.Key)),
    ];

    private static IEnumerable<string> List(JsonArray list, ManifestRule rule, string where) =>
    [
        .. One(list.Count > rule.Max ? $"{where} has {list.Count} items: {rule.Max} are the most." : null),
        .. list.SelectMany((item, index) => Node(item, rule.Path + "[]", $"{where}[{index}]")),
    ];

    private static IEnumerable<string> One(string? fault) => fault is null ? [] : [fault];

    private static string Parent(string path) => path[..(path.LastIndexOf('.') + 1)];

    private static bool Fits(string text, ManifestKind kind) => kind switch
    {
        ManifestKind.Guid => Guid.TryParseExact(text, "D", out _),
        ManifestKind.Version => Version().IsMatch(text),
        ManifestKind.Address => Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps,
        ManifestKind.Color => Color().IsMatch(text),
        ManifestKind.FileName => FileName().IsMatch(text),
        ManifestKind.LanguageTag => LanguageTag().IsMatch(text),
        ManifestKind.HostName => Uri.CheckHostName(text) == UriHostNameType.Dns,
        _ => true,
    };

    private static string Shape(ManifestKind kind) => kind switch
    {
        ManifestKind.Group => "an object",
        ManifestKind.List => "a list",
        ManifestKind.Flag => "true or false",
        ManifestKind.Guid => "a GUID",
        ManifestKind.Version => "three numbers such as 1.0.0",
        ManifestKind.Address => "an https address",
        ManifestKind.Color => "a colour such as #3D4BB0",
        ManifestKind.FileName => "the name of a file beside the manifest",
        ManifestKind.LanguageTag => "a language such as pl or zh-cn",
        ManifestKind.HostName => "a host name without https:// and path",
        _ => "a text",
    };

    [GeneratedRegex(@"\A(0|[1-9]+[0-9]*)(\.(0|[1-9]+[0-9]*)){2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Color();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*\.(json|png)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
