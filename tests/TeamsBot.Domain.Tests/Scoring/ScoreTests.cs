using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;
using TeamsBot.Domain.Tests.Agreement;
using Xunit;

namespace TeamsBot.Domain.Tests.Scoring;

public sealed class ScoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 15, 0, 0);

    private static readonly Rubric Rubric = AgreementCast.Read("""
        {
          "scoring": {
            "mqlFrom": 40,
            "ownScore": "0%",
            "fit": [
              { "of": "country", "is": ["Poland", "Germany"], "points": 10 },
              { "of": "employees", "from": 50, "to": 500, "points": 15 },
              { "of": "Title", "contains": ["head of", "director"], "points": 20 }
            ],
            "engagement": [
              { "event": "demo", "halfLife": "14d", "points": 30 },
              { "event": "webinar", "times": 2, "points": 5 },
              { "event": "lastActivity", "halfLife": 7, "points": 8 }
            ],
            "negative": [
              { "of": "source", "is": ["purchased list"], "points": -25 },
              { "event": "unsubscribed", "halfLife": "90d", "points": -40 }
            ],
            "bant": [{ "of": "Budget", "is": ["confirmed"], "points": 12 }]
          }
        }
        """).Rubric;

    private static readonly Lead Good = new(new LeadId("L-1"))
    {
        Country = "poland ",
        Employees = 500,
        Title = "Head of Operations",
        Source = "Event",
        Score = 99,
        LastActivityAt = Now - Duration.FromDays(7),
        Attributes = new Dictionary<string, string>
        {
            ["demo"] = "2026-06-01",
            ["webinar"] = "2026-05-01; 2026-05-08T10:00:00Z, 2026-05-15T10:00:00, 2026-07-01, soon",
            ["BUDGET"] = "Confirmed",
        },
    };

    [Fact]
    public void Every_line_says_what_was_found_and_what_it_gave()
    {
        var score = Score.Of(Good, Rubric, Now);

        score.Lines.Select(line => $"{line.Points} {line.What} {line.Found ?? $"{line.Times} {line.At}"}").ShouldBe(
        [
            "20 Title Head of Operations", "15 employees 500", "15 demo 1 2026-06-01T00:00:00Z", "12 budget Confirmed", "10 country poland",
            "10 webinar 2 2026-05-15T10:00:00Z", "4 lastActivity 1 2026-06-08T00:00:00Z",
        ]);
        score.Points.ShouldBe(86);
        Rubric.IsMql(score.Points).ShouldBeTrue();
    }

    [Fact]
    public void What_speaks_against_a_lead_takes_points_and_no_score_is_below_zero()
    {
        var bad = new Lead(new LeadId("L-2")) { Source = "Purchased list", Attributes = new Dictionary<string, string> { ["unsubscribed"] = "2026-06-15" } };

        Score.Of(bad with { Country = "Poland" }, Rubric, Now).ShouldSatisfyAllConditions(
            score => score.Lines.Select(line => line.Points).ShouldBe([-40, -25, 10]),
            score => score.Points.ShouldBe(0));
        Rubric.IsMql(0).ShouldBeFalse();
    }

    [Fact]
    public void Before_anybody_agreed_the_score_that_a_lead_came_with_stands()
    {
        var lead = Good with { ScoreLines = [new(60, "asked for a demo"), new(9, "knows us")] };

        Score.Of(lead, Rubric.Initial, Now).ShouldSatisfyAllConditions(
            score => score.Points.ShouldBe(99),
            score => score.Lines.ShouldBe([new(ScoreReason.Own, "asked for a demo", 60), new(ScoreReason.Own, "knows us", 9)]));
        var none = Score.Of(Good with { Score = null }, Rubric.Initial, Now);
        none.Points.ShouldBeNull();
        SlaAgreement.Initial(AgreementCast.Warsaw).TierOf(none.Points).ShouldBe(Tier.Warm);
        Rubric.Initial.IsMql(none.Points).ShouldBeFalse();
    }

    [Theory]
    [InlineData(100, 60, "60 ", 70)]
    [InlineData(50, 61, "31 ", 41)]
    [InlineData(0, 60, "", 10)]
    public void A_score_of_its_own_counts_as_far_as_is_agreed(int percent, int own, string line, int points)
    {
        var rubric = new Rubric { OwnScorePercent = percent, Rules = [new FactRule(ScoreReason.Fit, "country", 10) { Is = ["Poland"] }] };

        var score = Score.Of(Good with { Score = own }, rubric, Now);

        score.Points.ShouldBe(points);
        string.Join(" ", score.Lines.Where(found => found.Reason == ScoreReason.Own).Select(found => $"{found.Points} {found.What}")).ShouldBe(line);
    }

    [Fact]
    public void Its_own_reasons_are_lines_where_they_say_all_of_it()
    {
        var rubric = new Rubric { Rules = [new FactRule(ScoreReason.Fit, "country", 10) { Is = ["Poland"] }] };

        Score.Of(Good with { Score = 30, ScoreLines = [new(20, "demo"), new(10, "form")] }, rubric, Now).Lines.Select(line => line.What).ShouldBe(["demo", "form", "country"]);
    }

    [Fact]
    public void A_rubric_that_says_nothing_of_a_lead_gives_it_nothing() =>
        Score.Of(new Lead(new LeadId("L-3")), Rubric, Now).ShouldSatisfyAllConditions(score => score.Points.ShouldBe(0), score => score.Lines.ShouldBeEmpty());
}
