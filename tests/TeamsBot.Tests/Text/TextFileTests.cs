using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Text;

public sealed partial class TextFileTests
{
    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_language_says_the_same_things(Language language) =>
        TextFiles.Read(language).Keys.Order().ShouldBe(TextFiles.Read(Language.English).Keys.Order());

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_sentence_takes_the_same_values_in_every_language(Language language)
    {
        var english = TextFiles.Read(Language.English);
        foreach (var (key, entry) in TextFiles.Read(language))
        {
            TextFiles.Placeholders(entry).ShouldBe(TextFiles.Placeholders(english[key]), key);
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Whatever_counts_has_a_form_for_every_plural_of_its_language(Language language)
    {
        var counting = TextFiles.Read(language).Where(entry => entry.Value.ValueKind == JsonValueKind.Object).ToArray();
        counting.ShouldNotBeEmpty();
        var needed = Plural.Categories(language).Select(category => category.ToString().ToLowerInvariant()).Order();
        foreach (var (key, entry) in counting)
        {
            entry.EnumerateObject().Select(form => form.Name).Order().ShouldBe(needed, key);
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void No_sentence_is_empty_or_in_the_way_of_markdown(Language language)
    {
        foreach (var (key, entry) in TextFiles.Read(language))
        {
            TextFiles.Forms(entry).ShouldAllBe(form => !string.IsNullOrEmpty(form) && !form.Contains('*') && !form.Contains('_'), key);
        }
    }

    [Fact]
    public void Every_text_is_used_and_every_text_used_is_there()
    {
        var english = TextFiles.Read(Language.English);
        var families = english.Keys.Select(key => key.Split('.')[0]).ToHashSet();
        var named = SourceLiterals().Where(literal => families.Contains(literal.Split('.')[0])).ToHashSet();
        named.UnionWith(english.Values.SelectMany(TextFiles.CountedKeys));

        named.Except(english.Keys).ShouldBeEmpty("used, but in no text file");
        english.Keys.Except(named).ShouldBeEmpty("in the text files, but never used");
    }

    // Verbs look like keys, and stand alone in files of their own; so do the names that telemetry uses.
    private static IEnumerable<string> SourceLiterals()
    {
        var source = Path.Combine(Sources.Root, "src", "TeamsBot");
        return Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("Verbs.cs", StringComparison.Ordinal) && !Path.GetDirectoryName(file)!.EndsWith("Telemetry", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => KeyLiteral().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value);
    }

    [GeneratedRegex("""
        "(?<key>[a-z]\w*(\.[a-zA-Z]\w*)+)"
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeyLiteral();
}
