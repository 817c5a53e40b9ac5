using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>All that a proposer sees of Baton: the sentence, the day, and what may be asked for. Never a record, never a number of an answer.</summary>
/// <param name="Today">In the organisation's time zone.</param>
/// <param name="Dimensions">All that are not of time.</param>
public sealed record ProposalRequest(string Sentence, LocalDate Today, IReadOnlyList<ProposalDimension> Dimensions)
{
    /// <summary>How many values are shown, of all dimensions together.</summary>
    public const int MostValues = 40;

    private const int MostOfSmallDimension = 200;

    // Who the customers are is nobody else's business.
    private const string Customers = "account";

    /// <summary>What is shown for a sentence; null for what is no sentence, or too long for a question.</summary>
    /// <param name="language">Of the labels.</param>
    public static ProposalRequest? Of(string sentence, Language language, LocalDate today, Vocabulary vocabulary)
    {
        if (string.IsNullOrWhiteSpace(sentence) || sentence.Length > Questions.Sentence.MostLetters)
        {
            return null;
        }

        var similar = Similar(sentence, vocabulary);
        return new(sentence, today, [.. Shown(vocabulary, language).Select(dimension => dimension with { Values = [.. similar[dimension.Id]] })]);
    }

    private static IEnumerable<ProposalDimension> Shown(Vocabulary vocabulary, Language language)
    {
        var own = Questions.Dimensions.All.Select(id =>
            new ProposalDimension(id, id, [.. Enum.GetValues<Subject>().Where(subject => Questions.Dimensions.Of(subject).Contains(id))], []));
        var attributes = vocabulary.Dimensions.Where(dimension => !Questions.Dimensions.All.Contains(dimension.Id))
            .Select(dimension => new ProposalDimension(dimension.Id, dimension.Labels.GetValueOrDefault(language) ?? dimension.Id, dimension.Records, []));
        return own.Concat(attributes);
    }

    // Values of small dimensions with words like those of the sentence, by dimension, those with the most such words first.
    private static ILookup<string, string> Similar(string sentence, Vocabulary vocabulary)
    {
        var said = new SimilarWords(sentence);
        return vocabulary.Dimensions.Where(dimension => dimension.Id != Customers && dimension.Values.Count <= MostOfSmallDimension)
            .SelectMany(dimension => dimension.Values.Where(value => value.Length <= QueryLimits.Text).Select(value => (dimension.Id, Value: value, Words: said.CountIn(value))))
            .Where(found => found.Words > 0)
            .OrderByDescending(found => found.Words)
            .Take(MostValues)
            .ToLookup(found => found.Id, found => found.Value);
    }
}

/// <summary>A dimension as a proposer sees it.</summary>
/// <param name="Label">What people call it; its id where that says it.</param>
/// <param name="Records">Whose it is.</param>
/// <param name="Values">As stored; only those that resemble words of the sentence.</param>
public sealed record ProposalDimension(string Id, string Label, IReadOnlyList<Subject> Records, IReadOnlyList<string> Values);
