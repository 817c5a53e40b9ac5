using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Tests.Agreement;
using Xunit;

namespace TeamsBot.Domain.Tests.Scoring;

/// <summary>
/// The fit against a reference that was computed once on the same 400 generated leads: gradient ascent in plain Python 3 on the same penalised
/// likelihood (L2 penalty 1, intercept free, until no slope is above 1e-7), five folds by row modulo 5, and the AUC as the share of pairs in the right order.
/// </summary>
public sealed class RubricFitTests
{
    private const double ReferenceAuc = 0.6730114281389541;
    private const double ReferencePresentAuc = 0.6400262367870028;

    private static readonly double[] ReferenceWeights = [-0.9362208298468377, 0.8243749230241629, -0.7300036111708201, 1.5245188322849763, 0.31329595735131477];

    private static readonly Instant At = Instant.FromUtc(2026, 6, 1, 12, 0);

    private static readonly SlaAgreement Agreement = SlaAgreement.Initial(AgreementCast.Warsaw) with
    {
        Rubric = new()
        {
            OwnScorePercent = 0,
            Rules =
            [
                new FactRule(ScoreReason.Fit, "country", 10) { Is = ["Poland"] },
                new FactRule(ScoreReason.Negative, "source", -10) { Is = ["list"] },
                new EventRule(ScoreReason.Engagement, "demo", 10) { HalfLifeDays = 14 },
                new FactRule(ScoreReason.Bant, "budget", 20) { Is = ["yes"] },
            ],
        },
    };

    [Fact]
    public void Its_weights_and_its_AUC_are_those_of_the_reference()
    {
        var leads = Generated();
        double[][] features = [.. leads.Select(lead => Agreement.Rubric.Rules.Select(rule => rule.Weight(lead.Lead, lead.At)).ToArray())];
        bool[] won = [.. leads.Select(lead => lead.Won > 0)];

        won.Count(one => one).ShouldBe(181);
        var weights = LogisticRegression.Fit(features, won, penalty: 1);
        weights.Length.ShouldBe(ReferenceWeights.Length);
        weights.Zip(ReferenceWeights).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        RubricFit.Of(leads, Agreement)!.FittedAuc.ShouldBe(ReferenceAuc, 0.01);
    }

    // The score of the present rubric is rounded and not below zero, so its order of leads is a little coarser than the reference's.
    [Fact]
    public void The_present_rubric_is_measured_on_the_same_leads() => RubricFit.Of(Generated(), Agreement)!.PresentAuc.ShouldBe(ReferencePresentAuc, 0.02);

    [Fact]
    public void It_proposes_points_in_proportion_and_keeps_the_sign_of_each_rule()
    {
        var fit = RubricFit.Of(Generated(), Agreement)!;

        fit.Proposal.Rules.Select(rule => $"{rule.Of} {rule.Points}").ShouldBe(["country 16", "source -14", "demo 30", "budget 6"]);
        (fit.Leads, fit.Good, fit.IsOfWon).ShouldBe((400, 181, true));
        (fit.Proposal.MqlFrom, fit.Proposal.OwnScorePercent).ShouldBe((50, 0));
    }

    [Fact]
    public void A_rule_that_the_past_speaks_against_is_left_out()
    {
        var wrong = Agreement with { Rubric = Agreement.Rubric with { Rules = [Agreement.Rubric.Rules[0], new FactRule(ScoreReason.Fit, "source", 10) { Is = ["list"] }] } };

        RubricFit.Of(Generated(), wrong)!.Proposal.Rules.Select(rule => rule.Of).ShouldBe(["country"]);
    }

    [Fact]
    public void The_order_of_the_past_does_not_matter()
    {
        var leads = Generated();
        var fit = RubricFit.Of(leads, Agreement)!;
        var other = RubricFit.Of([.. leads.Reverse()], Agreement)!;
        (other.FittedAuc, other.PresentAuc).ShouldBe((fit.FittedAuc, fit.PresentAuc));
        other.Proposal.Rules.ShouldBe(fit.Proposal.Rules);
    }

    [Fact]
    public void Acceptance_stands_in_where_few_deals_closed_and_too_little_is_no_proposal()
    {
        IReadOnlyList<PastLead> answered = [.. Generated().Select(lead => lead with { Accepted = lead.Won > 0, Won = 0, Lost = 0 })];

        RubricFit.Of(answered, Agreement)!.ShouldSatisfyAllConditions(fit => fit.IsOfWon.ShouldBeFalse(), fit => fit.FittedAuc.ShouldBe(ReferenceAuc, 0.01));
        RubricFit.Of([.. answered.Take(30)], Agreement).ShouldBeNull();
        RubricFit.Of(answered, Agreement with { Rubric = Rubric.Initial }).ShouldBeNull();
    }

    [Fact]
    public void Outcomes_that_a_rule_tells_apart_without_fail_have_a_fit_all_the_same()
    {
        double[][] features = [.. Enumerable.Range(0, 60).Select(row => new double[] { row % 2, 1 })];
        bool[] isGood = [.. Enumerable.Range(0, 60).Select(row => row % 2 == 1)];

        LogisticRegression.Fit(features, isGood, penalty: 1).ShouldAllBe(weight => double.IsFinite(weight));
        Auc.Of(LogisticRegression.CrossValidated(features, isGood, 1, 5), isGood).ShouldBe(1);
    }

    [Theory]
    [InlineData("1 2 3 4", "nnyy", 1)]
    [InlineData("1 2 3 4", "yynn", 0)]
    [InlineData("5 5 5 5", "nyny", 0.5)]
    [InlineData("1 2 2 3", "nyny", 0.875)]
    [InlineData("1 2", "yy", 0.5)]
    public void AUC_is_the_share_of_pairs_in_the_right_order(string scores, string outcomes, double auc) =>
        Auc.Of([.. scores.Split(' ').Select(double.Parse)], [.. outcomes.Select(outcome => outcome == 'y')]).ShouldBe(auc);

    // Numbers of the linear congruential generator of ANSI C, which any language makes alike. Ids are in the order of rows.
    private static IReadOnlyList<PastLead> Generated()
    {
        var state = 20261127L;
        return [.. Enumerable.Range(0, 400).Select(row => Make(row, Next(), Next(), Next(), Next(), Next()))];

        double Next()
        {
            state = ((state * 1103515245) + 12345) % 2147483648;
            return state / 2147483648.0;
        }
    }

    private static PastLead Make(int row, double country, double source, double demo, double budget, double luck)
    {
        var (isPolish, isListed, days) = (country < 0.4, source < 0.3, (int)(demo * 60));
        var odds = -1.2 + (isPolish ? 1.2 : 0) - (isListed ? 0.9 : 0) + (1.8 * Math.Pow(2, -days / 14.0));
        var isWon = luck < 1 / (1 + Math.Exp(-odds));
        var lead = new Lead(new LeadId($"L-{row:000}"))
        {
            Country = isPolish ? "Poland" : "Spain",
            Source = isListed ? "list" : "event",
            Attributes = new Dictionary<string, string>
            {
                ["budget"] = budget < 0.5 ? "yes" : "no",
                ["demo"] = NodaTime.Text.InstantPattern.ExtendedIso.Format(At - Duration.FromDays(days)),
            },
        };
        return new(lead, At, Accepted: null, Won: isWon ? 1 : 0, Lost: isWon ? 0 : 1);
    }
}
