using Shouldly;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Azurite;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>Two instances on one Azure Tables store.</summary>
public sealed class TwoBotsTests
{
    private const int Leads = 20;

    [Fact]
    public async Task Two_bots_on_one_store_post_each_card_once_and_agree_on_every_owner()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        await using var teams = await Cast.InTeamsAsync();
        var clock = new ManualClock();
        await using var one = await BatonApp.StartAsync(new() { AzureTables = azurite.ConnectionString, Clock = clock }, teams);
        await using var two = await BatonApp.StartAsync(new() { AzureTables = azurite.ConnectionString, Clock = clock }, teams);
        BatonApp[] bots = [one, two];
        teams.Conversations.AddPeople([Person.Number(1)]);
        await one.SetUpAsync();
        await one.HasAsync([.. Enumerable.Range(1, Leads).Select(n => Cast.Nadia with { Id = new($"N-{n}"), Name = $"Lead Number{n}" })]);

        await Task.WhenAll(Enumerable.Range(1, Leads).SelectMany(n => bots.Select(bot => bot.As(Cast.Mia).Says($"hand off N-{n}"))));
        var cards = await CardsAsync(one.Channel());
        await Task.WhenAll(cards.SelectMany((card, n) => new[]
        {
            bots[n % 2].As(FakeTeam.Rep).Clicks(card, "Accept"),
            bots[(n + 1) % 2].As(FakeTeam.Manager).Refreshes(card),
            bots[(n + 1) % 2].As(Person.Number(1)).Clicks(card, "Accept"),
        }));

        foreach (var card in cards)
        {
            var owner = (await one.Records.Handoff(card.Handoff)).Owner!.Name;
            await one.Channel().NextUpdate(card, owner);
            (await two.Records.Ledger(card.Handoff)).Count.ShouldBe(1);
        }

        one.Channel().Cards.Count.ShouldBe(Leads);
        cards.Select(card => card.Handoff).Distinct().Count().ShouldBe(Leads);
    }

    private static async Task<IReadOnlyList<ShownCard>> CardsAsync(Place channel)
    {
        List<ShownCard> cards = [];
        for (var i = 0; i < Leads; i++)
        {
            cards.Add(await channel.NextCard());
        }

        return cards;
    }
}
