using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>
/// Turns what people type into queries, in all languages, from words and the values that occur in the data; never by guessing.
/// Safe for concurrent use; made anew when the vocabulary changes.
/// </summary>
public sealed class QuestionReader
{
    private static readonly Lazy<IReadOnlyDictionary<Language, Lexicon>> s_lexicons = new(() => Enum.GetValues<Language>().ToDictionary(language => language, Lexicon.Load));
    private static readonly Lazy<IReadOnlyDictionary<Language, FormIndex>> s_forms = new(() => s_lexicons.Value.ToDictionary(pair => pair.Key, pair => new FormIndex(pair.Value)));

    // Another language has to explain two words more.
    private const int OwnLanguage = 3;

    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<Language, Cover> _covers;

    /// <param name="vocabulary">What occurs in the data.</param>
    public QuestionReader(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        var values = new ValueIndex(vocabulary);
        var aliases = Aliases(values);
        var dimensions = Dimensions.All.Concat(vocabulary.Dimensions.Select(dimension => dimension.Id)).ToHashSet(StringComparer.Ordinal);
        _covers = s_forms.Value.ToDictionary(
            pair => pair.Key,
            pair => new Cover(values, pair.Key == Language.English ? [pair.Value] : [pair.Value, s_forms.Value[Language.English]], aliases, dimensions));
    }

    /// <summary>Reads one sentence.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="language">What the person is thought to write; another is read first where it explains more of the words.</param>
    /// <param name="today">In the organisation's time zone.</param>
    /// <param name="previous">The query that a follow-up would change; null when there is none.</param>
    public Reading Read(string text, Language language, LocalDate today, Query? previous)
    {
        if (text.Length > Sentence.MostLetters)
        {
            return new Reading.OutOfScope(Refusal.NotUnderstood);
        }

        var sentence = Sentence.Of(text);
        if (sentence.Tokens.Count > Sentence.MostWords)
        {
            return new Reading.OutOfScope(Refusal.NotUnderstood);
        }

        Reading? first = null;
        foreach (var (tongue, pieces) in Tongues(sentence, language).Select(tongue => (tongue, Divide(sentence, tongue))).OrderBy(read => Noise.UnknownWeight(sentence, read.Item2) - (read.tongue == language ? OwnLanguage : 0)))
        {
            var reading = Read(sentence, tongue, pieces, today, previous);
            if (reading is not Reading.OutOfScope { Why: Refusal.NotUnderstood or Refusal.NothingToFollow })
            {
                return reading;
            }

            first ??= reading;
        }

        return first ?? new Reading.OutOfScope(Refusal.NotUnderstood);
    }

    private IReadOnlyList<Piece> Divide(Sentence sentence, Language language) => _covers[language].Divide(sentence, DateTexts.Find(sentence.Raw, language));

    private Reading Read(Sentence sentence, Language language, IReadOnlyList<Piece> pieces, LocalDate today, Query? previous)
    {
        var draft = new Draft(sentence, pieces, new PeriodReader(pieces, sentence, today, previous?.Period).Read(), _vocabulary, language);
        return new Assembly(draft, today, previous).Read();
    }

    private static IEnumerable<Language> Tongues(Sentence sentence, Language language)
    {
        yield return language;
        var hasHan = sentence.Tokens.Any(token => token.Kind == TokenKind.Han);
        var hasArabic = sentence.Tokens.Any(token => Token.IsArabic(token.Text[0]));
        Language[] others = hasHan ? [Language.Chinese] : hasArabic ? [Language.Arabic] : [Language.English, Language.Polish];
        foreach (var other in others.Where(other => other != language))
        {
            yield return other;
        }
    }

    private static IEnumerable<string> Spellings(string form) =>
        form.Contains('*', StringComparison.Ordinal) ? [] : form.Contains(' ', StringComparison.Ordinal) ? form.Contains('|', StringComparison.Ordinal) ? [] : [form] : form.Split('|');

    private static Dictionary<string, IReadOnlyList<Meaning>> Aliases(ValueIndex values)
    {
        var aliases = new Dictionary<string, IReadOnlyList<Meaning>>(StringComparer.Ordinal);
        foreach (var name in s_lexicons.Value.Values.SelectMany(lexicon => lexicon.Aliases.Keys).Distinct(StringComparer.Ordinal))
        {
            var spellings = s_lexicons.Value.Values.SelectMany(lexicon => lexicon.Aliases.GetValueOrDefault(name) ?? []).SelectMany(Spellings).Append(name);
            Meaning[] stored = [.. spellings.SelectMany(values.Written).Distinct()];
            stored = stored.Length > 0 ? stored : [.. values.Nearly(name).Distinct()];
            if (stored.Length > 0)
            {
                aliases[name] = stored;
            }
        }

        return aliases;
    }
}
