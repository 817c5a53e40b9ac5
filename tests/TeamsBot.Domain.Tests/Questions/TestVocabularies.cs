using System.Text.Json;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Domain.Tests.Questions;

/// <summary>What occurs in two invented organisations: a marketplace that wins shops, and a maker of computers with a sales team.</summary>
internal static class TestVocabularies
{
    private static readonly Dictionary<string, Language> s_languages = new(StringComparer.Ordinal)
    {
        ["en"] = Language.English, ["pl"] = Language.Polish, ["ar"] = Language.Arabic, ["zh"] = Language.Chinese,
    };

    private static readonly Lazy<Dictionary<string, QuestionReader>> s_readers = new(Read);

    public static QuestionReader Shop => s_readers.Value["shop"];

    public static QuestionReader Crm => s_readers.Value["crm"];

    public static QuestionReader Of(string name) => s_readers.Value[name];

    public static Language LanguageOf(string code) => s_languages[code];

    private static Dictionary<string, QuestionReader> Read()
    {
        using var file = JsonDocument.Parse(TestFiles.Text("vocabularies.json"));
        return file.RootElement.EnumerateObject().ToDictionary(organisation => organisation.Name, organisation => new QuestionReader(new Vocabulary([.. organisation.Value.EnumerateArray().Select(Dimension)])));
    }

    private static VocabularyDimension Dimension(JsonElement dimension) => new(
        dimension.GetProperty("id").GetString()!,
        [.. Texts(dimension.GetProperty("records")).Select(name => Enum.Parse<Subject>(name, ignoreCase: true))],
        [.. Texts(dimension.GetProperty("values"))],
        dimension.TryGetProperty("labels", out var labels)
            ? labels.EnumerateObject().ToDictionary(label => s_languages[label.Name], label => label.Value.GetString()!)
            : new Dictionary<Language, string>());

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!);
}

/// <summary>Data of these tests, carried by the test assembly.</summary>
internal static class TestFiles
{
    public static string Text(string name)
    {
        using var stream = typeof(TestFiles).Assembly.GetManifestResourceStream($"TeamsBot.Domain.Tests.Questions.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
