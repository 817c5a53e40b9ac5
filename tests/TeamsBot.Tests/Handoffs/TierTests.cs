using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>A marketer who knows better than the score how urgent a lead is.</summary>
public sealed class TierTests : AppTest
{
    [Fact]
    public async Task The_tier_that_is_named_decides_the_targets_and_stands_in_the_details()
    {
        await Mia.Says("hand off Nadia Brandt, cold: call first");

        var card = await Sales.NextCard();
        card.Says("call first").ShouldBeTrue();
        (await App.Records.Handoff("L-1~1")).Tier.ShouldBe(Tier.Cold);
        var details = (await Ben.Clicks(card, "Details")).Card!;
        details.Says("Tier").ShouldBeTrue();
        details.Says("Cold").ShouldBeTrue();
    }

    [Fact]
    public async Task A_lead_whose_own_name_ends_so_is_found_first()
    {
        await App.HasAsync(Cast.Nadia with { Id = new("L-9"), Name = "Nadia Brandt, hot", Score = 10 });

        await Mia.Says("hand off Nadia Brandt, hot: call first");

        await Sales.NextCard();
        var handoff = await App.Records.Handoff("L-9~1");
        (handoff.Tier, handoff.FirstStep).ShouldBe((Tier.Cold, "call first"));
    }

    [Fact]
    public async Task It_goes_along_with_the_choice_of_lead_and_channel()
    {
        await App.SetUpAsync(new SalesChannel("19:nordics-1@thread.tacv2", FakeTeam.TeamId, "Nordics", ""));
        await Mia.Says("hand off nadia #hot");
        var leads = await App.ChatOf(Cast.Mia).NextCard();
        var channels = (await Mia.Clicks(leads, "lead-0")).Card! with { ConversationId = Cast.Mia.PersonalChatId, ActivityId = "1" };

        await Mia.Clicks(channels, "Sales");

        (await App.Records.Handoff((await Sales.NextCard()).Handoff)).Tier.ShouldBe(Tier.Hot);
    }

    [Theory]
    [InlineData("boiling")]
    [InlineData("3")]
    [InlineData("Warm, Cold")]
    public async Task A_tier_that_is_none_is_not_taken_from_a_card(string tier)
    {
        var answer = await Mia.Sends(Cast.Mia.PersonalChatId, "handoff.request", $$"""{"lead":"L-1","tier":"{{tier}}"}""");

        answer.Sentence!.ShouldStartWith("Baton does not know this card here.");
        Sales.Messages.ShouldBeEmpty();
    }
}
