using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Questions;

/// <summary>Answers in words, to the letter.</summary>
public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("count", "Leads · created March 2018 · source: paid search", "262 leads were created in March 2018 (source: paid search).")]
    [InlineData("count-of-one", "Leads · created March 2018", "1 lead was created in March 2018.")]
    [InlineData("ratio", "Win rate · closed Q1 2018", "Win rate in Q1 2018: 63.2%.")]
    [InlineData("money", "Revenue won · all time · region: not East, West", "Revenue won (region: not East, West): $1,840,250.")]
    [InlineData("small-money", "Deal size (median) · closed March 2018", "Deal size (median) in March 2018: €2,360.90.")]
    [InlineData("days", "Sales cycle (median) · closed March 2018", "Sales cycle (median) in March 2018: 47.3 days.")]
    [InlineData("minutes", "Time to accept · accepted March 2018", "Time to accept in March 2018: 3 working hours 25 minutes.")]
    [InlineData("breakdown", "Leads · created March 2018 · by source", "Leads by source in March 2018: organic search (340), paid search (262), social (139) and 4 more.")]
    [InlineData("trend", "Win rate · closed since 1 January 2018 · by month", "Win rate by month since 1 January 2018: from January 2018 (50%) to April 2018 (58.1%), highest February 2018 (62.5%).")]
    [InlineData("bottom", "Leads · created March 2018 · by source · bottom 3", "Leads by source in March 2018: other publicities (8), display (16), other (22).")]
    [InlineData("compared", "Leads · created March 2018 · compared with February 2018", "Leads: March 2018 (1,174) against February 2018 (1,028), up 14.2%.")]
    [InlineData("compared-values", "Leads · created March 2018 · source: paid search · compared with organic search", "Leads in March 2018: paid search (262), organic search (340).")]
    [InlineData("share", "Leads, share · created March 2018 · source: paid search", "Leads in March 2018: the share of paid search is 22.3%.")]
    [InlineData("list", "Handoffs, list · all time · status: waiting", "2 handoffs were requested (status: waiting).")]
    [InlineData("record", "Campaigns, one record · campaign: Dock Delays 2026", "Dock Delays 2026, ends: 20 December 2026.")]
    [InlineData("funnel", "Leads by the stage that they reached · created March 2018", "Funnel in March 2018: 31 won of 412 at Intent (MQL). Weakest step: Proposal, 32% went on.")]
    public void Figures_are_said_in_a_sentence(string name, string restatement, string text)
    {
        var answer = Answer(name, Language.English);
        answer.Outcome.ShouldBe(QuestionOutcome.Answered);
        answer.Restatement.ShouldBe(restatement);
        answer.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData(Language.Polish, "Utworzono 262 leady w marcu 2018 (źródło: paid search).")]
    [InlineData(Language.Arabic, "أُنشئ 262 عميلًا محتملًا في مارس 2018 (المصدر: paid search).")]
    [InlineData(Language.Chinese, "2018年3月新增262条线索（来源：paid search）。")]
    public void Each_language_says_it_in_its_own_way(Language language, string text) => Bidi.Strip(Answer("count", language).Text).ShouldBe(text);

    [Theory]
    [InlineData(Language.Polish, 1, "Utworzono 1 lead w marcu 2018.")]
    [InlineData(Language.Polish, 2, "Utworzono 2 leady w marcu 2018.")]
    [InlineData(Language.Polish, 5, "Utworzono 5 leadów w marcu 2018.")]
    [InlineData(Language.Polish, 12, "Utworzono 12 leadów w marcu 2018.")]
    [InlineData(Language.Polish, 22, "Utworzono 22 leady w marcu 2018.")]
    [InlineData(Language.Polish, 12345, "Utworzono 12\u00a0345 leadów w marcu 2018.")]
    [InlineData(Language.Arabic, 1, "أُنشئ عميل محتمل واحد في مارس 2018.")]
    [InlineData(Language.Arabic, 2, "أُنشئ عميلان محتملان في مارس 2018.")]
    [InlineData(Language.Arabic, 3, "أُنشئ 3 عملاء محتملين في مارس 2018.")]
    [InlineData(Language.Arabic, 11, "أُنشئ 11 عميلًا محتملًا في مارس 2018.")]
    [InlineData(Language.Arabic, 100, "أُنشئ 100 عميل محتمل في مارس 2018.")]
    [InlineData(Language.English, 0, "No record matches: Leads · created March 2018.")]
    [InlineData(Language.English, 1174, "1,174 leads were created in March 2018.")]
    public void A_count_has_its_plural(Language language, double count, string text)
    {
        var figures = new Figures([new(Metrics.Leads, Unit.Count)], [[count]]) { Records = (long)count };
        Bidi.Strip(QuestionCardSamples.Answer(Say.In(language), QuestionSamples.Leads with { Filters = [] }, figures, QuestionRights.All).Text).ShouldBe(text);
    }

    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_metric_is_counted_named_and_explained(Language language)
    {
        var say = Say.In(language);
        foreach (var metric in Metrics.All)
        {
            foreach (var value in new double[] { 1, 2, 3, 5, 11, 22, 100, 101, 1234567 })
            {
                var figures = new Figures([new(metric.Id, metric.Unit)], [[value]]) { Records = 1 };
                var answer = metric.Id == Metrics.Funnel ? null : QuestionCardSamples.Answer(say, new(metric.Id) { Period = QuestionSamples.March }, figures, QuestionRights.All);
                (answer?.Text ?? "x").ShouldNotBeEmpty(metric.Id);
            }

            var meaning = QuestionCardSamples.Answer(say, new(metric.Id) { Form = QueryForm.Definition }, new([], []), QuestionRights.Totals);
            meaning.Outcome.ShouldBe(QuestionOutcome.Answered, metric.Id);
        }
    }

    [Theory]
    [InlineData("mql", "MQL: marketing qualified lead")]
    [InlineData("SAL, sql", "SAL: sales accepted lead")]
    [InlineData("sla", "SLA: what marketing and sales agreed on")]
    [InlineData("handed off", "Handed off: stage 5")]
    public void Terms_of_the_funnel_are_explained(string terms, string start) =>
        Define(terms).Text.ShouldStartWith(start);

    [Fact]
    public void The_difference_of_two_terms_is_both_of_their_meanings()
    {
        var answer = Define("sal,sql");
        answer.Restatement.ShouldBe("Meaning of SAL, SQL");
        answer.Text.ShouldContain("SQL: sales qualified lead");
    }

    [Fact]
    public void A_term_that_nobody_knows_is_not_explained() => Define("synergy").Outcome.ShouldBe(QuestionOutcome.OutOfScope);

    [Fact]
    public void A_ratio_of_nothing_is_no_answer() =>
        QuestionCardSamples.Answer(Say.In(Language.English), new(Metrics.WinRate), new([new(Metrics.WinRate, Unit.Ratio)], [[null]]) { Records = 3 }, QuestionRights.All).Outcome.ShouldBe(QuestionOutcome.Empty);

    [Fact]
    public void A_sum_of_zero_is_one() =>
        QuestionCardSamples.Answer(Say.In(Language.English), new(Metrics.Revenue), new([new(Metrics.Revenue, Unit.Currency)], [[0d]]) { Records = 3 }, QuestionRights.All).Text.ShouldBe("Revenue won: 0.");

    private static QuestionAnswer Answer(string name, Language language) =>
        QuestionCardSamples.Answer(Say.In(language), QuestionSamples.All[name].Query, QuestionSamples.All[name].Figures, QuestionRights.All);

    private static QuestionAnswer Define(string terms) =>
        QuestionCardSamples.Answer(Say.In(Language.English), new(Metrics.Leads) { Form = QueryForm.Definition, Field = terms }, new([], []), QuestionRights.All);
}
