using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Duplicates;

/// <summary>Leads that are the same, from the save to the marketer's word.</summary>
public sealed class DuplicatesTests : AppTest
{
    private static readonly TimeSpan Compared = TimeSpan.FromSeconds(40);
    private static readonly Lead Again = Cast.Nadia with { Id = new("L-7"), Email = "NADIA.BRANDT+fair@kestrel.example", Name = "N. Brandt", CreatedAt = Instant.FromUtc(2026, 3, 1, 9, 0), Score = null };
    private static readonly Lead Nearly = new(new("L-8")) { Name = "Nadia Brant", Company = "Kestrel Cold Chain GmbH", Source = "trade fair", CreatedAt = Instant.FromUtc(2026, 3, 1, 10, 0) };

    private Place Marketing => App.Channel(FakeTeam.MarketingChannelId);

    [Fact]
    public async Task An_exact_duplicate_is_joined_and_told_and_may_be_let_go_again()
    {
        await App.HasAsync(Again);
        await App.PassesAsync(Compared);
        (await App.Records.Lead("L-7")).JoinedTo.ShouldBe(Cast.Nadia.Id);

        await App.PassesAsync(TimeSpan.FromMinutes(11));
        var news = await Marketing.NextCard();
        CardChecks.Problems(news.Json).ShouldBeEmpty();
        news.Says("1 lead was joined to another by itself").ShouldBeTrue();

        var card = (await Mia.Clicks(news, "Look through")).Card! with { ConversationId = news.ConversationId, ActivityId = news.ActivityId };
        card.Says("same email").ShouldBeTrue();
        card.Json.GetRawText().ShouldNotContain("kestrel.example");
        var after = (await Mia.Clicks(card, "Undo")).Card!;
        after.Says("Undone").ShouldBeTrue();
        after.Has("Undo").ShouldBeFalse();
        (await App.Records.Lead("L-7")).JoinedTo.ShouldBeNull();

        await App.HasAsync(Again with { Title = "COO", Company = "Kestrel" });
        await App.PassesAsync(Compared);
        (await App.Records.Lead("L-7")).JoinedTo.ShouldBeNull();
    }

    [Fact]
    public async Task A_pair_that_may_be_one_is_shown_side_by_side_and_a_no_is_remembered()
    {
        await App.HasAsync(Nearly);
        await App.PassesAsync(Compared);
        (await App.Records.Lead("L-8")).JoinedTo.ShouldBeNull();

        var card = await AskAsync();
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("1 pair waits for a decision").ShouldBeTrue();
        card.Says("Nadia Brant").ShouldBeTrue();
        card.Says("similar name, same company").ShouldBeTrue();
        var decided = (await Mia.Clicks(card, "Different")).Card!;
        decided.Says("You will not be asked again").ShouldBeTrue();
        (await Mia.Clicks(card, "Same")).Card!.Says("Somebody has decided on this already.").ShouldBeTrue();

        await App.HasAsync(Nearly with { Phone = Cast.Nadia.Phone, Name = Cast.Nadia.Name });
        await App.PassesAsync(Compared);
        (await AskAsync()).Says("No pair waits").ShouldBeTrue();
    }

    [Fact]
    public async Task A_yes_joins_them_and_a_handoff_goes_to_the_one_that_stands_for_both()
    {
        await App.HasAsync(Nearly);
        await App.PassesAsync(Compared);
        (await Mia.Clicks(await AskAsync(), "Same")).Card!.Says("Joined").ShouldBeTrue();

        await Mia.Says("hand off L-8");
        (await App.ChatOf(Cast.Mia).NextText()).ShouldContain("Nadia Brant, Kestrel Cold Chain GmbH (L-8) was joined to Nadia Brandt, Kestrel Cold Chain (L-1).");
        (await Sales.NextCard()).Handoff.ShouldBe("L-1~1");
        (await App.Records.RowsOf("L-8")).ShouldNotContain(row => row.StartsWith("handoff|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_handed_off_meanwhile_stays_where_it_is_when_a_join_is_undone()
    {
        await App.HasAsync(Again);
        await App.PassesAsync(Compared);
        await Mia.Says("hand off L-7");
        await Sales.NextCard();
        await App.ChatOf(Cast.Mia).NextCard();
        (await Mia.Clicks(await AskAsync(), "Undo")).Card!.Says("What was handed off meanwhile stays with Nadia Brandt").ShouldBeTrue();
    }

    [Fact]
    public async Task Marketing_is_told_once_a_day_and_only_of_what_is_new()
    {
        await App.HasAsync(Again);
        await App.PassesAsync(TimeSpan.FromMinutes(12));
        await App.PassesAsync(TimeSpan.FromMinutes(12));
        await App.HasAsync(Nearly);
        await App.PassesAsync(TimeSpan.FromMinutes(12));
        await App.PassesAsync(TimeSpan.FromMinutes(12));
        Marketing.Cards.ShouldHaveSingleItem();

        await App.PassesAsync(TimeSpan.FromDays(1));
        Marketing.Cards.Count.ShouldBe(2);
        Marketing.Cards[1].Says("1 pair waits for a decision").ShouldBeTrue();
        await App.PassesAsync(TimeSpan.FromDays(2));
        Marketing.Cards.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_marketers_managers_and_admins_may_look_and_decide()
    {
        await App.HasAsync(Nearly);
        await App.PassesAsync(Compared);
        var card = await AskAsync();
        foreach (var somebody in (Someone[])[Ben, App.As(Cast.Rita)])
        {
            await somebody.Says("duplikaty");
            (await somebody.Clicks(card, "Same")).Card.ShouldBeNull();
        }

        (await App.Records.Lead("L-8")).JoinedTo.ShouldBeNull();
        await App.As(FakeTeam.Manager).Says("重复线索");
        (await App.ChatOf(FakeTeam.Manager).NextCard()).Has("duplicates.different").ShouldBeTrue();
    }

    [Fact]
    public async Task Fifty_who_click_at_once_decide_once()
    {
        await App.HasAsync(Nearly);
        await App.PassesAsync(Compared);
        var card = await AskAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(click => Mia.Clicks(card, "Same")));
        (await App.Records.Lead("L-8")).JoinedTo.ShouldBe(Cast.Nadia.Id);
        (await App.Records.RowsOf("L-8")).Count(row => row.StartsWith("join|", StringComparison.Ordinal)).ShouldBe(1);
    }

    private async Task<ShownCard> AskAsync()
    {
        await Mia.Says("duplicates");
        return await App.ChatOf(Cast.Mia).NextCard();
    }
}
