using Shouldly;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Agreement;

/// <summary>The rubric from the document to the card of a lead.</summary>
public sealed class ScoringTests : AgreementTest
{
    private const string Rubric = """
        {
          "scoring": {
            "ownScore": "0%",
            "fit": [{ "of": "title", "contains": ["head of"], "points": 40 }, { "of": "country", "is": ["Germany"], "points": 25 }],
            "engagement": [{ "event": "lastActivity", "halfLife": "7d", "points": 20 }],
            "negative": [{ "of": "source", "is": ["trade fair"], "points": -10 }]
          }
        }
        """;

    [Fact]
    public async Task A_lead_is_scored_by_the_rubric_in_force_and_its_card_says_why()
    {
        await Max.Clicks(await Form("Whole document…"), "Save", ("document", Rubric));

        var card = await HandedOff();

        card.Says("Job: Head of Operations").ShouldBeTrue(card.Json.GetRawText());
        card.Says("asked for a demo").ShouldBeFalse();
        var handoff = await App.Records.Handoff(card.Handoff);
        handoff.Score!.Lines.Select(line => line.Points).ShouldBe([40, 25, 20]);
        (handoff.Score.Points, handoff.Tier, handoff.AcceptClock.Agreement).ShouldBe((85, Tier.Hot, 1));
        var why = (await Ben.Clicks(card, "Why this score?")).Card!;
        CardChecks.Problems(why.Json).ShouldBeEmpty();
        foreach (var words in new[] { "Why the score is 85", "Country: Germany", "Last activity: Mon 2 Mar", "yes, from 50 points", "by version 1 of the agreement" })
        {
            why.Says(words).ShouldBeTrue($"{words} in {why.Json}");
        }

        why.Buttons.ShouldBe(["Back"]);
    }

    [Fact]
    public async Task Every_reader_is_told_why_in_their_own_language()
    {
        await Max.Clicks(await Form("Whole document…"), "Save", ("document", Rubric));
        var card = await HandedOff();

        var why = (await App.As(FakeTeam.People[0]).Sends(FakeTeam.SalesChannelId, "handoff.why", $$"""{"handoff":"{{card.Handoff}}","v":"1"}""")).Card!;

        why.Says("Skąd wynik 85").ShouldBeTrue(why.Json.GetRawText());
        why.Says("Dopasowanie").ShouldBeTrue();
    }

    [Fact]
    public async Task A_score_stays_what_it_was_when_the_lead_was_handed_over()
    {
        var card = await HandedOff();
        await App.Records.Save(Cast.Nadia with { Score = 3, ScoreLines = [] });

        var why = (await Ben.Clicks(card, "Why this score?")).Card!;

        why.Says("Why the score is 86").ShouldBeTrue();
        why.Says("asked for a demo").ShouldBeTrue();
    }

    [Fact]
    public async Task A_lead_that_somebody_calls_hot_says_what_the_score_alone_would_say()
    {
        await Max.Clicks(await Form("Whole document…"), "Save", ("document", Rubric));
        await Mia.Says("hand off L-2, hot");
        var card = await Sales.NextCard();

        var why = (await Ben.Clicks(card, "Why this score?")).Card!;

        why.Says("the score alone says Cold").ShouldBeTrue(why.Json.GetRawText());
        (await App.Records.Handoff(card.Handoff)).Score!.ShouldSatisfyAllConditions(
            score => score.Points.ShouldBe(0), score => score.Lines.ShouldBe([new(ScoreReason.Negative, "source", -10) { Found = "trade fair" }]));
    }

    [Fact]
    public async Task Everybody_with_a_role_sees_how_leads_are_scored()
    {
        var first = (await Ben.Clicks(await ShownTo(Ben), "How leads are scored")).Card!;
        first.Says("No rules are agreed on").ShouldBeTrue();
        await Max.Clicks(await Form("Whole document…"), "Save", ("document", Rubric));

        var card = (await Ben.Clicks(await ShownTo(Ben), "How leads are scored")).Card!;

        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("Job: contains head of").ShouldBeTrue(card.Json.GetRawText());
        card.Says("Last activity: worth half after 7 days").ShouldBeTrue();
        card.Buttons.ShouldBe(["Back"]);
    }

    [Fact]
    public async Task Who_has_no_role_is_not_told_how_leads_are_scored() =>
        (await App.As(Cast.Rita).Sends(Cast.Rita.PersonalChatId, "agreement.rubric", "{}")).Sentence!.ShouldStartWith("The agreement is shown to everybody who has a role.");
}
