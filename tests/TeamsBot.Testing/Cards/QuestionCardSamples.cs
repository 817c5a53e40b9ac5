using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Testing.Cards;

/// <summary>The cards of answers, each made as the bot makes it: from a reading and figures, through words to the card.</summary>
public static class QuestionCardSamples
{
    private static readonly Dictionary<string, Func<Say, AdaptiveCard>> Others = new()
    {
        ["question-with-recent"] = say => AnswerCard.Render(View(say, "count") with { Recent = Recent(Metrics.Leads, Unit.Count, 1141, 1028, 300, 262) }),
        ["question-money-with-recent"] = say => AnswerCard.Render(View(say, "small-money") with { Recent = Recent(Metrics.AverageDealSize, Unit.Currency, 2100.5, 1990, null, 2360.9) }),
        ["question-ratio-with-recent"] = say => AnswerCard.Render(View(say, "ratio") with { Recent = Recent(Metrics.WinRate, Unit.Ratio, 0.5, 0.55, 0.61, 0.6315) }),
        ["question-minutes-with-recent"] = say => AnswerCard.Render(View(say, "minutes") with { Recent = Recent(Metrics.TimeToAccept, Unit.Minutes, 12, 90, 130, 205.4) }),
        ["question-funnel-against-before"] = say => AnswerCard.Render(View(say, "funnel") with { Before = QuestionSamples.FunnelOf(380, 353, 304, 173, 100, 33) }),
        ["question-clarify-metric"] = say => Read(say, new Reading.Unclear(Gap.Metric, [QuestionSamples.BySource, new(Metrics.WonDeals) { GroupBy = ["source"] }, new(Metrics.Revenue) { GroupBy = ["source"] }]), "best source?"),
        ["question-clarify-value"] = say => Read(say, new Reading.Unclear(Gap.Value, [Source("paid search"), Source("organic search")]), Samples.Hostile),
        ["question-clarify-period"] = say => Read(say, new Reading.Unclear(Gap.Period, [QuestionSamples.Leads, QuestionSamples.Leads with { Period = QuestionSamples.February }]), "leads"),
        ["question-no-such-value"] = say => Read(say, new Reading.NoSuchValue(Source(Samples.Hostile), Samples.Hostile), "leads from there"),
        ["question-empty"] = say => AnswerCard.Render(new(Answer(say, QuestionSamples.Leads, new([new(Metrics.Leads, Unit.Count)], [[0d]]), QuestionRights.All), QuestionSamples.Wording(say))),
        ["question-not-understood"] = say => Read(say, new Reading.OutOfScope(Refusal.NotUnderstood), "what is the weather like in a town that has a rather long name and that nobody has ever been to, and why is it so?"),
        ["question-cause"] = say => Read(say, new Reading.OutOfScope(Refusal.Cause), "why?"),
        ["question-denied"] = say => AnswerCard.Render(new(Answer(say, QuestionSamples.BySource, new([], []), QuestionRights.Totals), QuestionSamples.Wording(say), "leads by source")),
        ["question-definition"] = say => DefinitionCard.Render(new(Metrics.WinRate), new(Metrics.WinRate) { Period = QuestionSamples.March }, QuestionSamples.Wording(say)),
        ["question-difference"] = say => DefinitionCard.Render(new(Metrics.Leads) { Form = QueryForm.Definition, Field = "sal,sql" }, null, QuestionSamples.Wording(say)),
    };

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>(
        QuestionSamples.All.Keys.Select(name => KeyValuePair.Create($"question-{name}{(name == "top" ? "-hostile" : "")}", new Func<Say, AdaptiveCard>(say => AnswerCard.Render(View(say, name))))).Concat(Others));

    /// <summary>An answer to one of <see cref="QuestionSamples.All"/>.</summary>
    public static AnswerView View(Say say, string name) =>
        new(Answer(say, QuestionSamples.All[name].Query, QuestionSamples.All[name].Figures, QuestionRights.All), QuestionSamples.Wording(say), "asked") { Today = new LocalDate(2018, 6, 1) };

    /// <summary>What somebody with these rights is answered, where the records say this.</summary>
    public static QuestionAnswer Answer(Say say, Query query, Figures figures, QuestionRights rights) =>
        new Answerer(Source(new Reading.Understood(query), figures)).AnswerAsync(query, Asker(say, rights), CancellationToken.None).GetAwaiter().GetResult();

    private static AdaptiveCard Read(Say say, Reading reading, string words)
    {
        var answer = new Answerer(Source(reading, new([], []))).AskAsync(words, Asker(say, QuestionRights.All), null, CancellationToken.None).GetAwaiter().GetResult();
        return AnswerCard.Render(new(answer, QuestionSamples.Wording(say), words));
    }

    private static QuestionSource Source(Reading reading, Figures figures) =>
        new((_, _, _, _) => reading, (_, _, _) => Task.FromResult(figures), () => Vocabulary.Empty, _ => Task.FromResult(SlaAgreement.Initial(Samples.Warsaw)));

    private static Asker Asker(Say say, QuestionRights rights) => new(QuestionSamples.Wording(say).Moments, Samples.Warsaw, rights);

    private static Query Source(string value) => QuestionSamples.Leads with { Filters = [new("source", [value])] };

    private static Recent? Recent(string metric, Unit unit, params IReadOnlyList<double?> values) => Features.Questions.Recent.Of(
        new(metric) { GroupBy = ["month"], Period = new Period(new LocalDate(2017, 12, 1), new LocalDate(2018, 4, 1)) },
        new([new("month", Unit.Text), new(metric, unit)], [.. values.Select((value, at) => (IReadOnlyList<object?>)[at == 0 ? "2017-12" : $"2018-0{at}", value])]) { Records = 10, Currency = unit == Unit.Currency ? "EUR" : null });
}
