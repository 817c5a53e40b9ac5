using System.Text.Json;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>
/// The words of one language, read from a file in Lexicons. A form is one or more words; <c>a|b</c> is either of two words, <c>stem*</c> any ending.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Dictionary<string, Kind> s_sections = new(StringComparer.Ordinal)
    {
        ["metrics"] = Kind.Metric,
        ["words"] = Kind.Word,
        ["terms"] = Kind.Term,
        ["dimensions"] = Kind.Dimension,
        ["operators"] = Kind.Operator,
        ["time"] = Kind.Time,
        ["numbers"] = Kind.Number,
        ["outside"] = Kind.Outside,
    };

    private readonly List<Form> _forms = [];
    private readonly Dictionary<string, string[]> _aliases = new(StringComparer.Ordinal);

    private Lexicon(Language language, JsonElement root)
    {
        Language = language;
        Affixes = new(Texts(root, "prefixes"), Texts(root, "suffixes"));
        Asides = Texts(root, "asides").SelectMany(text => text.Split('|')).Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var (section, kind) in s_sections)
        {
            Add(root.GetProperty(section), kind);
        }

        foreach (var dimension in root.GetProperty("values").EnumerateObject())
        {
            AddAliases(dimension);
        }

        Add(Kind.Filler, "", Texts(root, "fillers"));
    }

    public Language Language { get; }

    public Affixes Affixes { get; }

    /// <summary>Words that may stand inside of a form and say nothing there: "what exactly is".</summary>
    public IReadOnlySet<string> Asides { get; }

    public IReadOnlyList<Form> Forms => _forms;

    /// <summary>The names that this language has for values, by their English name.</summary>
    public IReadOnlyDictionary<string, string[]> Aliases => _aliases;

    public static Lexicon Load(Language language)
    {
        using var file = typeof(Lexicon).Assembly.GetManifestResourceStream($"TeamsBot.Domain.Questions.Lexicons.{language}.json")
            ?? throw new InvalidOperationException($"The lexicon of {language} is missing.");
        using var document = JsonDocument.Parse(file, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return new(language, document.RootElement);
    }

    private static string[] Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(text => text.GetString()!)] : [];

    private void Add(JsonElement section, Kind kind)
    {
        foreach (var entry in section.EnumerateObject())
        {
            Add(kind, entry.Name, [.. entry.Value.EnumerateArray().Select(text => text.GetString()!)]);
        }
    }

    private void Add(Kind kind, string id, string[] texts) => _forms.AddRange(texts.SelectMany(text => Form.Of(text, new Meaning(kind, id))));

    private void AddAliases(JsonProperty dimension)
    {
        foreach (var value in dimension.Value.EnumerateObject())
        {
            string[] texts = [.. value.Value.EnumerateArray().Select(text => text.GetString()!)];
            _aliases[value.Name] = texts;
            _forms.AddRange(texts.SelectMany(text => Form.Of(text, new Meaning(Kind.Alias, dimension.Name, value.Name))));
        }
    }
}

/// <summary>What a language writes together with a word: clitics, articles, case endings.</summary>
internal sealed record Affixes(IReadOnlyList<string> Prefixes, IReadOnlyList<string> Suffixes)
{
    private const int ShortestStem = 2;

    /// <summary>The word as it stands, and what is left of it without what may have been written together with it.</summary>
    public IReadOnlyList<string> Variants(string word)
    {
        if (Prefixes.Count + Suffixes.Count == 0)
        {
            return [word];
        }

        var variants = new List<string> { word };
        foreach (var prefix in Prefixes.Where(prefix => word.StartsWith(prefix, StringComparison.Ordinal)))
        {
            Keep(variants, word[prefix.Length..]);
        }

        for (var i = variants.Count - 1; i >= 0; i--)
        {
            var stem = variants[i];
            foreach (var suffix in Suffixes.Where(suffix => stem.EndsWith(suffix, StringComparison.Ordinal)))
            {
                Keep(variants, stem[..^suffix.Length]);
            }
        }

        return variants;
    }

    private static void Keep(List<string> variants, string stem)
    {
        if (stem.Length >= ShortestStem && !variants.Contains(stem))
        {
            variants.Add(stem);
        }
    }
}
