using System.Text;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using Xunit;

namespace TeamsBot.Domain.Tests.Questions;

/// <summary>What nobody should type, and somebody will.</summary>
public sealed class HostileSentenceTests
{
    private const int Times = 1000;

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    [InlineData("\0\0\0")]
    [InlineData("\ud800")]
    [InlineData("\uffff\ufffe")]
    [InlineData("'; DROP TABLE lead; --")]
    [InlineData("{{constructor.constructor('return 1')()}}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("99999999999999999999999999")]
    [InlineData("asdf qwer zxcv")]
    [InlineData("2018-13-45")]
    [InlineData("🙂🙂🙂")]
    [InlineData("the the the the the")]
    [InlineData("by by by")]
    public void Nonsense_is_not_answered(string said) =>
        Everybody(language => TestVocabularies.Crm.Read(said, language, new(2018, 6, 1), previous: null).ShouldNotBeOfType<Reading.Understood>(said));

    [Theory]
    [InlineData("leads", 200_000)]
    [InlineData("z", 1_000_000)]
    [InlineData("线", 500_000)]
    [InlineData("و", 500_000)]
    public void What_is_longer_than_a_question_is_none(string word, int times) =>
        TestVocabularies.Crm.Read(string.Concat(Enumerable.Repeat(word + " ", times)), Language.English, new(2018, 6, 1), previous: null).ShouldBeOfType<Reading.OutOfScope>();

    [Fact]
    public void Random_letters_of_all_scripts_are_never_answered()
    {
        var random = new Random(11);
        for (var i = 0; i < Times / 4; i++)
        {
            var said = Noise(random);
            Everybody(language => TestVocabularies.Shop.Read(said, language, new(2018, 6, 1), previous: null).ShouldNotBeOfType<Reading.Understood>(said));
        }
    }

    [Fact]
    public void Words_of_questions_in_any_order_never_break_the_reader()
    {
        string[] words = [.. new[] { "en", "pl", "ar", "zh" }.SelectMany(language => TestFiles.Text($"Sentences.{language}.jsonl").Split(' ', '"', ',', ':'))];
        var random = new Random(12);
        Query? previous = null;
        for (var i = 0; i < Times; i++)
        {
            var said = string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => words[random.Next(words.Length)]));
            var reading = TestVocabularies.Crm.Read(said, (Language)random.Next(4), new(2018, 6, 1), previous);
            if (reading is Reading.Understood { Query: var query })
            {
                previous = query;
                (query.Form == QueryForm.Sla || query.Form == QueryForm.Definition || Metrics.Find(query.Metric) is not null).ShouldBeTrue(said);
            }
        }
    }

    // Letters that no language puts together in this way.
    private static string Noise(Random random)
    {
        var text = new StringBuilder();
        for (var word = random.Next(2, 12); word > 0; word--)
        {
            var script = random.Next(4);
            for (var letter = random.Next(4, 9); letter > 0; letter--)
            {
                text.Append((char)(script switch
                {
                    0 => random.Next('q', 'z' + 1),
                    1 => random.Next(0x0400, 0x0450),
                    2 => random.Next(0xAC00, 0xAD00),
                    _ => random.Next(0x0E01, 0x0E30),
                }));
            }

            text.Append(' ');
        }

        return text.ToString();
    }

    private static void Everybody(Action<Language> check)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            check(language);
        }
    }
}
