using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Sla;

public sealed class StatusTests : SlaTest
{
    [Fact]
    public async Task An_admin_sees_how_the_month_was()
    {
        var card = await Asks(FakeTeam.Admin, "sla status");

        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("SLA · Mar 2026").ShouldBeTrue();
        card.Says("100% within SLA").ShouldBeTrue();
        card.Says("1 of 1 clock met · 0 missed").ShouldBeTrue();
        card.Says("Ben Ortiz").ShouldBeTrue();
        card.Says("How it is counted: clocks that ended Sun 1 Mar to Tue 31 Mar (Europe/Warsaw).").ShouldBeTrue();
        card.Buttons.ShouldBe(["Last month", "This quarter", "Export…", "Last quarter", "Last 30 days", "All time"]);
    }

    [Fact]
    public async Task A_late_contact_is_missed_named_and_said_to_be_late()
    {
        App.Log.Expect(CapturedLog.WorkFailed); // A clock that leaps ends the leases of the work that the leap begins.
        var own = App.ChatOf(FakeTeam.Rep).Cards[0];
        App.MuchLater(TimeSpan.FromHours(4));
        await Ben.Clicks(own, "Contacted");
        await Sales.NextUpdate(Sales.Cards[0], "Contacted");

        var card = await Asks(FakeTeam.Admin, "sla");

        card.Says("50% within SLA").ShouldBeTrue();
        card.Says("1 of 2 clocks met · 1 missed").ShouldBeTrue();
        card.Says("Nadia Brandt, Kestrel Cold Chain").ShouldBeTrue();
        card.Says("Sales · contacted 2 hours late").ShouldBeTrue();
        CardChecks.Problems(card.Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_asks_for_another_period_in_place()
    {
        var card = await Asks(FakeTeam.Admin, "sla status last month");
        card.Says("No clock ended").ShouldBeTrue();
        card.Has("Export…").ShouldBeFalse();

        var quarter = (await Ada.Clicks(card, "This quarter")).Card!;

        quarter.Says("SLA · Q1 2026").ShouldBeTrue();
        quarter.Says("100% within SLA").ShouldBeTrue();
    }

    [Fact]
    public async Task All_time_has_no_time_before_it()
    {
        var card = await Asks(FakeTeam.Admin, "sla status all time");
        card.Says("SLA · all time").ShouldBeTrue();
        card.Says("all clocks that ended up to Mon 2 Mar (Europe/Warsaw)").ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, "stan sla", "100% w terminie SLA")]
    [InlineData(3, "sla 状态 本月", "100%符合SLA")]
    public async Task Each_reader_is_answered_in_their_own_language(int person, string words, string title) =>
        (await Asks(FakeTeam.People[person], words)).Says(title).ShouldBeTrue();

    [Fact]
    public async Task A_rep_sees_the_channels_of_their_own_teams_and_is_told_so()
    {
        await Ben.SaysIn(FakeTeam.SalesChannelId, "help"); // Teams says thereby that he is a member.
        await Sales.NextCard();

        var card = await Asks(FakeTeam.Rep, "sla status");

        card.Says("Only the channels of your teams: Sales.").ShouldBeTrue();
        card.Says("100% within SLA").ShouldBeTrue();
    }

    [Fact]
    public async Task A_rep_of_no_team_sees_nothing()
    {
        await LeavesAllTeams(FakeTeam.Rep);

        var card = await Asks(FakeTeam.Rep, "sla status");

        card.Says("You are in no team that receives leads").ShouldBeTrue();
        card.Says("No clock ended").ShouldBeTrue();
        card.Json.GetRawText().ShouldNotContain("Ben Ortiz");
    }

    [Fact]
    public async Task A_reader_is_denied_with_a_sentence()
    {
        await App.As(Cast.Rita).Says("sla status");
        (await App.ChatOf(Cast.Rita).NextText()).ShouldStartWith("Only managers, marketers, admins and sales reps");
    }

    [Fact]
    public async Task A_button_does_no_more_than_its_presser_may()
    {
        var card = await Asks(FakeTeam.Admin, "sla status");
        await App.Records.Assign(FakeTeam.Admin, Roles.Reader);
        await App.Records.Assign(Cast.Rita, Roles.Reader);

        var answer = await App.As(Cast.Rita).Sends(Cast.Rita.PersonalChatId, "say", """{"text":"sla status all time"}""");

        answer.Card.ShouldBeNull();
        answer.Sentence.ShouldNotBeNull().ShouldStartWith("Only managers");
        card.Has("Export…").ShouldBeTrue();
    }
}
