using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Scoring;
using Xunit;

namespace TeamsBot.Domain.Tests.Scoring;

/// <summary>What holds for every rubric and every lead.</summary>
public sealed class ScorePropertyTests
{
    private static readonly Gen<(Lead Lead, Rubric Rubric)> Cases = from lead in ScoreCases.Leads from rubric in ScoreCases.Rubrics select (lead, rubric);

    [Fact]
    public void The_lines_add_up_to_the_score() => Always(Cases, pair =>
    {
        var score = Score.Of(pair.Lead, pair.Rubric, ScoreCases.Now);
        if (pair.Rubric.Rules.Count > 0)
        {
            score.Points.ShouldBe(Math.Clamp(score.Lines.Sum(line => line.Points), 0, 100));
        }

        score.Lines.Select(line => Math.Abs(line.Points)).ShouldBeInOrder(SortDirection.Descending);
        score.Lines.ShouldAllBe(line => line.Points != 0);
    });

    [Fact]
    public void The_order_of_the_rules_does_not_matter() => Always(
        from pair in Cases from order in Gen.Shuffle(pair.Rubric.Rules.ToArray()) select (pair, order),
        shuffled =>
        {
            var (lead, rubric) = shuffled.pair;
            var other = Score.Of(lead, rubric with { Rules = shuffled.order }, ScoreCases.Now);
            var score = Score.Of(lead, rubric, ScoreCases.Now);
            other.Points.ShouldBe(score.Points);
            other.Lines.ShouldBe(score.Lines);
        });

    [Fact]
    public void More_points_for_a_rule_never_make_a_score_lower() => Always(
        from pair in Cases where pair.Rubric.Rules.Count > 0 from index in Gen.Choose(0, pair.Rubric.Rules.Count - 1) from more in Gen.Choose(1, 50) select (pair, index, more),
        raised =>
        {
            var (lead, rubric) = raised.pair;
            var rules = rubric.Rules.Select((rule, index) => index == raised.index ? rule with { Points = rule.Points + raised.more } : rule);
            Score.Of(lead, rubric with { Rules = [.. rules] }, ScoreCases.Now).Points!.Value.ShouldBeGreaterThanOrEqualTo(Score.Of(lead, rubric, ScoreCases.Now).Points!.Value);
        });

    [Fact]
    public void Without_anything_new_engagement_only_fades() => Always(
        from pair in Cases from days in Gen.Choose(0, 500) select (pair, days),
        later =>
        {
            var rules = later.pair.Rubric.Rules.OfType<EventRule>().ToList();
            var lead = later.pair.Lead;
            foreach (var rule in rules.Where(rule => LeadFacts.Events(lead, rule.Of).All(at => at <= ScoreCases.Now)))
            {
                rule.Weight(lead, ScoreCases.Now + Duration.FromDays(later.days)).ShouldBeLessThanOrEqualTo(rule.Weight(lead, ScoreCases.Now));
            }
        });

    [Fact]
    public void After_a_half_life_an_event_is_worth_half() => Always(
        from days in Gen.Choose(1, 365) from age in Gen.Choose(0, 1000) select (days, age),
        at =>
        {
            var rule = new EventRule(ScoreReason.Engagement, LeadFacts.LastActivity, 40) { HalfLifeDays = at.days };
            var lead = new Lead(new LeadId("L-1")) { LastActivityAt = ScoreCases.Now - Duration.FromDays(at.age) };
            rule.Weight(lead, ScoreCases.Now + Duration.FromDays(at.days)).ShouldBe(rule.Weight(lead, ScoreCases.Now) / 2, 1e-12);
        });

    private static void Always<T>(Gen<T> cases, Action<T> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
