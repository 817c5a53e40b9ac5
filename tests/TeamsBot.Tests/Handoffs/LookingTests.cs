using Shouldly;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>Looking at a card changes nothing, and shows each reader their own.</summary>
public sealed class LookingTests : AppTest
{
    public static TheoryData<int, string, string> Readers => new()
    {
        { 0, "pl", "Nowy lead" },
        { 1, "en", "New lead" },
        { 2, "ar", "عميل محتمل جديد" },
        { 3, "zh", "新线索" },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_refresh_shows_each_reader_the_card_in_their_own_language(int person, string language, string words)
    {
        var card = await HandedOff();

        var answer = await App.As(FakeTeam.People[person]).Refreshes(card);

        answer.Card!.Language.ShouldStartWith(language);
        answer.Card.Says(words).ShouldBeTrue(answer.Json);
        CardChecks.Problems(answer.Card.Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Looking_changes_nothing_that_is_stored()
    {
        var card = await HandedOff();
        var copy = App.ChatOf(Cast.Mia).Cards[0];
        var before = await App.Records.RowsOf("L-1");

        await Ben.Refreshes(card);
        await Ben.Clicks(card, "Details");
        await Mia.Refreshes(copy);

        (await App.Records.RowsOf("L-1")).ShouldBe(before);
    }

    [Fact]
    public async Task After_the_acceptance_a_refresh_shows_the_owner_the_owners_card_and_others_the_channels()
    {
        var card = await HandedOff();
        await AcceptedByBen(card);

        (await Ben.Refreshes(card)).Card!.Has("Contacted").ShouldBeTrue();
        var others = (await App.As(Cast.Rita).Refreshes(card)).Card!;
        others.Buttons.ShouldBe(["Details"]);
        others.Json.GetRawText().ShouldNotContain("23125");
    }

    [Fact]
    public async Task Details_tell_the_whole_story_and_lead_back()
    {
        var card = await HandedOff();

        var details = (await Ben.Clicks(card, "Details")).Card!;

        CardChecks.Problems(details.Json).ShouldBeEmpty();
        details.Says("cold chain, 200 to 1,000 people").ShouldBeTrue();
        details.Says("Handed over by Mia Marsh").ShouldBeTrue();
        details.Buttons.ShouldBe(["Why this score?", "Back"]);
    }

    [Fact]
    public async Task The_leads_of_a_rep_are_listed_and_shown()
    {
        await AcceptedByBen(await HandedOff());

        await Ben.Says("my leads");

        var list = await App.ChatOf(FakeTeam.Rep).NextCard();
        list.Says("1 open lead").ShouldBeTrue();
        (await Ben.Clicks(list, "Show")).Card!.Has("Contacted").ShouldBeTrue();
    }
}
