using System.Text.Json;
using TeamsBot.Domain.People;

namespace TeamsBot.Text;

/// <summary>Everything that Baton says in one language, by key, from the embedded text file.</summary>
internal sealed class Sentences
{
    private static readonly JsonDocumentOptions Comments = new() { CommentHandling = JsonCommentHandling.Skip };

    private readonly Dictionary<string, Sentence> byKey = new(StringComparer.Ordinal);
    private readonly Language language;

    public Sentences(Language language)
    {
        this.language = language;
        var file = $"TeamsBot.Text.Languages.{Languages.FileName(language)}.json";
        using var stream = typeof(Sentences).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The text file {file} is not part of the program.");
        using var json = JsonDocument.Parse(stream, Comments);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            byKey.Add(entry.Name, Sentence.Of(entry.Value));
        }
    }

    public IReadOnlyDictionary<string, Sentence> All => byKey;

    /// <summary>The sentence of a key, in the form for <paramref name="number"/> where it has several.</summary>
    /// <exception cref="KeyNotFoundException">No text file has the key, which a test finds before a reader does.</exception>
    public Template Find(string key, long? number)
    {
        if (!byKey.TryGetValue(key, out var sentence))
        {
            throw new KeyNotFoundException($"There is no text \"{key}\" in {language}.");
        }

        return sentence.Form(number is { } n ? Plural.Of(language, n) : PluralCategory.Other)
            ?? throw new KeyNotFoundException($"The text \"{key}\" lacks a plural form in {language}.");
    }
}

/// <summary>One entry of a text file: a single template, or one for each plural category.</summary>
internal sealed class Sentence
{
    private readonly Template?[] forms = new Template?[Enum.GetValues<PluralCategory>().Length];

    public bool IsPlural { get; private init; }

    public IEnumerable<(PluralCategory Category, Template Template)> Forms =>
        forms.Index().Where(form => form.Item is not null).Select(form => ((PluralCategory)form.Index, form.Item!));

    public static Sentence Of(JsonElement entry)
    {
        var sentence = new Sentence { IsPlural = entry.ValueKind == JsonValueKind.Object };
        if (!sentence.IsPlural)
        {
            Array.Fill(sentence.forms, new Template(entry.GetString()!));
            return sentence;
        }

        foreach (var form in entry.EnumerateObject())
        {
            sentence.forms[(int)Enum.Parse<PluralCategory>(form.Name, ignoreCase: true)] = new Template(form.Value.GetString()!);
        }

        return sentence;
    }

    public Template? Form(PluralCategory category) => forms[(int)category];
}
