using System.Text.RegularExpressions;
using Shouldly;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>A lead whose every field is markdown, a mention and a formula.</summary>
public sealed partial class HostileLeadTests : AppTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.HasAsync(Cast.HostileLead);
    }

    [Fact]
    public async Task Every_card_shows_it_as_text()
    {
        await Mia.Says("hand off " + Cast.Hostile);
        var card = await Sales.NextCard();
        List<ShownCard> seen = [card, await App.ChatOf(Cast.Mia).NextCard(), (await Ben.Clicks(card, "Details")).Card!];
        await Ben.Clicks(card, "Send question", ("question", Cast.Hostile));
        var asked = await App.ChatOf(Cast.Mia).NextCard();
        await Mia.Clicks(asked, "Send answer", ("answer", Cast.Hostile));
        seen.AddRange([asked, await App.ChatOf(FakeTeam.Rep).NextCard()]);
        seen.Add((await Ben.Clicks(card, "Accept")).Card!);
        seen.Add(await App.ChatOf(FakeTeam.Rep).NextCard());
        await Ben.Says("my leads");
        seen.Add(await App.ChatOf(FakeTeam.Rep).NextCard());

        seen.ShouldAllBe(shown => IsHarmless(shown));
    }

    [Fact]
    public async Task So_do_the_lists_and_the_sentences()
    {
        await App.Records.Save(Cast.HostileLead with { Id = new("L-4") });
        await Mia.Says("hand off " + Cast.Hostile);
        IsHarmless(await App.ChatOf(Cast.Mia).NextCard()).ShouldBeTrue();

        await Mia.Says("hand off L-3");
        await Sales.NextCard();
        await App.ChatOf(Cast.Mia).NextCard();
        await Mia.Says("hand off L-3");

        var message = await App.ChatOf(Cast.Mia).NextText();
        message.ShouldContain(Cast.Hostile);
        App.ChatOf(Cast.Mia).Messages[^1].TextFormat.ShouldBe("plain");
    }

    private static bool IsHarmless(ShownCard card)
    {
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Markdown.ShouldAllBe(text => !Active().IsMatch(text));
        return card.Says("evil.exampl");
    }

    // A link, bold or a mention that nothing escapes.
    [GeneratedRegex(@"(?<!\\)\]\((?!tel:|mailto:)|(?<!\\)\*\*|<at>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Active();
}
