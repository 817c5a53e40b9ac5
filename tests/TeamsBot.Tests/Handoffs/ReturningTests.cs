using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>What follows a rejection. It is Monday, 2 March 2026, 10:00 in Warsaw.</summary>
public sealed class ReturningTests : AppTest
{
    private static readonly SalesChannel Nordics = new(FakeTeam.GeneralChannelId, FakeTeam.TeamId, "Nordics", "");

    private Place MiasChat => App.ChatOf(Cast.Mia);

    [Fact]
    public async Task Each_reason_says_before_it_is_chosen_what_follows()
    {
        var card = await HandedOff();

        card.Says("Bad timing: back in 90 days").ShouldBeTrue();
        card.Says("Not our customer profile: ends here").ShouldBeTrue();
        card.Says("Wrong territory or product: back to marketing").ShouldBeTrue();
    }

    [Fact]
    public async Task A_lead_that_was_rejected_for_its_timing_comes_back_on_the_day_with_its_history()
    {
        var card = await HandedOff();

        var answer = await Ben.Clicks(card, "Reject lead", ("reason", "Timing"), ("note", "Budget in Q3."), ("until", "2026-03-05"));
        answer.Card!.Says("Back on Thu 5 Mar").ShouldBeTrue();
        await App.SettledAsync();
        (await App.Records.Lead("L-1")).Stage.ShouldBe(FunnelStage.Recycled);

        await App.PassesAsync(TimeSpan.FromHours(70));
        Sales.Cards.ShouldHaveSingleItem();
        await App.PassesAsync(TimeSpan.FromHours(2));

        var back = await Sales.NextCard();
        back.Handoff.ShouldBe("L-1~2");
        back.Says("rejected by Ben Ortiz, Mon 2 Mar: bad timing, “Budget in Q3.”").ShouldBeTrue();
        back.Has("Accept").ShouldBeTrue();
        (await MiasChat.NextCard()).Says("rejected by Ben Ortiz").ShouldBeTrue();
        (await App.Records.Handoff("L-1~2")).Cause.ShouldBe(HandoffCause.Returned);
        (await Ben.Clicks(back, "Details")).Card!.Says("Rejected by Ben Ortiz, Mon 2 Mar: bad timing").ShouldBeTrue();
    }

    [Fact]
    public async Task A_lead_that_was_sent_back_after_its_acceptance_comes_back_on_the_next_working_day()
    {
        var own = await AcceptedByBen(await HandedOff());

        await Ben.Clicks(own, "Send back to marketing", ("reason", "Timing"), ("until", "2026-03-07"));
        await App.SettledAsync();
        (await App.Records.Handoff("L-1~1")).Recycling!.Until.ShouldBe(new LocalDate(2026, 3, 9));
        await App.PassesAsync(TimeSpan.FromDays(7));

        (await Sales.NextCard()).Says("sent back by Ben Ortiz, Mon 2 Mar: right need, wrong time").ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-03-02", "Choose a date after today.")]
    [InlineData("2032-01-01", "That day is more than five years away. Choose an earlier one.")]
    [InlineData("soon", "Choose a date and send it again.")]
    public async Task A_day_that_cannot_be_is_said_to_be(string until, string sentence)
    {
        var card = await HandedOff();

        (await Ben.Clicks(card, "Reject lead", ("reason", "Timing"), ("until", until))).Sentence.ShouldBe(sentence);
        (await App.Records.Handoff("L-1~1")).State.ShouldBe(HandoffState.Waiting);
    }

    [Fact]
    public async Task Two_clicks_and_two_timers_bring_it_back_once()
    {
        var card = await HandedOff();
        var click = Ben.Click(card, "Reject lead", ("reason", "Timing"), ("until", "2026-03-03"));
        await Task.WhenAll(Ben.Delivers(click), Ben.Delivers(click));
        await App.Services.GetRequiredService<WorkQueue>().PlanAsync(HandoffChanges.ReturnKind, "L-1~1", Instant.FromUtc(2026, 3, 3, 8, 0), CancellationToken.None);
        await App.SettledAsync();

        await App.PassesAsync(TimeSpan.FromDays(1));
        await App.PassesAsync(TimeSpan.FromDays(1));

        Sales.Cards.Select(shown => shown.Handoff).Distinct().ShouldBe(["L-1~1", "L-1~2"]);
    }

    [Theory]
    [InlineData(FunnelStage.Won)]
    [InlineData(FunnelStage.Disqualified)]
    public async Task A_lead_that_was_sold_or_given_up_meanwhile_does_not_come_back(FunnelStage stage)
    {
        await RejectedUntilTomorrow();
        var tables = App.Services.GetRequiredService<ITables>();
        var row = (await tables.GetAsync(TableNames.Leads, Keys.Join("L-1"), "lead", CancellationToken.None))!;
        row["Stage"] = stage.ToString();
        await tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.UpdateReplace, row, row.ETag)], CancellationToken.None);

        await App.PassesAsync(TimeSpan.FromDays(2));

        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lead_of_which_a_sale_is_known_does_not_come_back()
    {
        await RejectedUntilTomorrow();
        var deals = new DealStore(App.Services.GetRequiredService<ITables>(), App.Clock);
        await deals.SaveAsync([new("D-1") { Lead = new LeadId("L-1"), Status = DealStatus.Won }], new Coverage([nameof(Deal.Lead), nameof(Deal.Status)], []), CancellationToken.None);

        await App.PassesAsync(TimeSpan.FromDays(2));

        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lead_that_was_forgotten_meanwhile_does_not_come_back()
    {
        await RejectedUntilTomorrow();
        var request = new ErasureRequest(new("L-1"), ErasureCause.Asked, PersonRef.Baton, App.Clock.Now);
        await App.Services.GetRequiredService<ErasureStore>().EraseAsync(request, CancellationToken.None);

        await App.PassesAsync(TimeSpan.FromDays(2));

        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lead_that_marketing_handed_off_meanwhile_does_not_come_back_a_second_time()
    {
        await RejectedUntilTomorrow();
        await Mia.Says("hand off Nadia Brandt");
        (await Sales.NextCard()).Says("Before:").ShouldBeTrue();
        await App.SettledAsync();

        await App.PassesAsync(TimeSpan.FromDays(2));

        await App.PassesAsync(TimeSpan.FromSeconds(10));
        Sales.Cards.Select(shown => shown.Handoff).Distinct().ShouldBe(["L-1~1", "L-1~2"]);
    }

    [Fact]
    public async Task What_is_wrong_goes_back_to_the_marketer_who_hands_it_off_again_once()
    {
        var card = await HandedOff();
        await Ben.Clicks(card, "Reject lead", ("reason", "WrongData"), ("note", "The number is a bakery's."));

        var mend = await MiasChat.NextCard();
        mend.Says("Mend what is missing, then hand it off again").ShouldBeTrue();
        mend.Says("The number is a bakery's.").ShouldBeTrue();
        (await Mia.Clicks(mend, "Hand off again")).Sentence.ShouldBe("Nadia Brandt is handed off to Sales.");
        (await Sales.NextCard()).Handoff.ShouldBe("L-1~2");
        (await Mia.Clicks(mend, "Hand off again")).Sentence!.ShouldContain("waiting");
        (await Ben.Sends(mend.ConversationId, "handoff.again", """{"handoff":"L-1~1"}""")).Sentence.ShouldBe("Only marketing can do this. If you are in marketing, ask an admin for the role.");
    }

    [Fact]
    public async Task A_lead_of_another_team_goes_on_to_its_channel_with_its_history()
    {
        await App.SetUpAsync(Nordics);
        var card = await HandedOffToSales();

        var answer = await Ben.Clicks(card, "Reject lead", ("reason", "Territory"), ("note", "Oslo."));

        answer.Card!.Says("To Nordics").ShouldBeTrue();
        await App.PassesAsync(TimeSpan.FromSeconds(10));
        var passed = await App.Channel(Nordics.Id).NextCard();
        passed.Says("rejected by Ben Ortiz").ShouldBeTrue();
        passed.Says("Passed on:").ShouldBeTrue();
        (await App.Records.Handoff("L-1~2")).Channel.ShouldBe(Nordics.Id);
    }

    [Fact]
    public async Task A_disputed_rejection_goes_to_both_heads_and_one_of_them_decides()
    {
        await App.Records.Head(FakeTeam.Manager);
        await App.Records.Head(FakeTeam.Admin, ofMarketing: true);
        var copy = await RejectedCopy();

        await Mia.Clicks(copy, "Ask both heads", ("why", "They asked for us."));
        var (sales, marketing) = (await App.ChatOf(FakeTeam.Manager).NextCard(), await App.ChatOf(FakeTeam.Admin).NextCard());
        sales.Says("They asked for us.").ShouldBeTrue();
        sales.Says("No need").ShouldBeTrue();
        (await App.As(FakeTeam.Manager).Clicks(sales, "Hand off again")).Card!.Has("Rejection stands").ShouldBeFalse();
        await App.PassesAsync(TimeSpan.FromSeconds(10));

        (await Sales.NextCard()).Says("Handed off again:").ShouldBeTrue();
        (await App.As(FakeTeam.Admin).Clicks(marketing, "Rejection stands")).Sentence!.ShouldContain("has decided it already");
        await App.SettledAsync();
        (await App.Records.Handoff("L-1~2")).Cause.ShouldBe(HandoffCause.Overruled);
    }

    [Fact]
    public async Task Without_a_head_whoever_disputes_is_told()
    {
        var copy = await RejectedCopy();

        (await Mia.Clicks(copy, "Ask both heads", ("why", "They asked for us."))).Sentence!.ShouldStartWith("Nobody is named as head");
        (await App.Records.Handoff("L-1~1")).Dispute.ShouldBeNull();
    }

    private async Task RejectedUntilTomorrow()
    {
        await Ben.Clicks(await HandedOff(), "Reject lead", ("reason", "Timing"), ("until", "2026-03-03"));
        await App.SettledAsync();
    }

    private async Task<ShownCard> RejectedCopy()
    {
        await Mia.Says("hand off Nadia Brandt");
        var (card, copy) = (await Sales.NextCard(), await MiasChat.NextCard());
        await App.SettledAsync();
        await Ben.Clicks(card, "Reject lead", ("reason", "Need"));
        return await MiasChat.NextUpdate(copy, "no need");
    }

    private async Task<ShownCard> HandedOffToSales()
    {
        await Mia.Says("hand off Nadia Brandt");
        await Mia.Clicks(await MiasChat.NextCard(), "Sales");
        var card = await Sales.NextCard();
        await App.SettledAsync();
        return card;
    }
}
