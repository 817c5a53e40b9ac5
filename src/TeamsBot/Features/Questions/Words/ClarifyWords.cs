using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>A question asked back: what is to be chosen, and what each choice is called.</summary>
internal static class ClarifyWords
{
    private const int LongestTitle = 40;

    public static string Question(Gap gap, Say say) => say.Text(gap switch
    {
        Gap.Metric => "clarify.metric",
        Gap.Value => "clarify.value",
        Gap.Dimension => "clarify.dimension",
        Gap.Period => "clarify.period",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "No such gap."),
    });

    public static IReadOnlyList<AnswerChoice> Choices(Reading.Unclear unclear, Wording wording)
    {
        string[] titles = [.. unclear.Choices.Select(choice => Title(unclear.Gap, choice, unclear.Choices, wording))];
        var areDistinct = titles.Distinct(StringComparer.Ordinal).Count() == titles.Length;
        return [.. unclear.Choices.Select((choice, index) =>
        {
            var restatement = Restatement.Of(choice, wording);
            return new AnswerChoice(LeadWords.Cut(areDistinct ? titles[index] : restatement, LongestTitle), restatement, choice);
        })];
    }

    // What sets a choice apart from the others.
    private static string Title(Gap gap, Query choice, IReadOnlyList<Query> all, Wording wording) => gap switch
    {
        Gap.Metric => MetricWords.Name(choice, wording.Say).Text,
        Gap.Period => AnswerCard.Capital(all.Select(other => other.Period).Distinct().Count() == all.Count
            ? PeriodWords.Name(choice.Period, wording.Say).Text
            : Restatement.Dated(choice, choice.Period, wording.Say)),
        Gap.Dimension => choice.GroupBy is [.., var last] ? DimensionWords.By(last, wording).Text : Restatement.Of(choice, wording),
        _ => ValueTitle(choice, all, wording),
    };

    private static string ValueTitle(Query choice, IReadOnlyList<Query> all, Wording wording)
    {
        var own = choice.Filters.Where(filter => !all.All(other => other.Filters.Any(same => Same(same, filter))))
            .Select(filter => DiffersOnlyInValue(filter, all) ? FilterWords.Values(filter, wording.Say).Text : FilterWords.Of(filter, wording).Text).ToArray();
        return own.Length == 0 ? Restatement.Of(choice, wording) : string.Join(wording.Say.Text("list.semicolon"), own);
    }

    private static bool DiffersOnlyInValue(QueryFilter filter, IReadOnlyList<Query> all) =>
        !filter.Exclude && all.All(other => other.Filters.Any(same => same.Dimension == filter.Dimension));

    private static bool Same(QueryFilter one, QueryFilter other) =>
        one.Dimension == other.Dimension && one.Exclude == other.Exclude && one.Values.SequenceEqual(other.Values);
}
