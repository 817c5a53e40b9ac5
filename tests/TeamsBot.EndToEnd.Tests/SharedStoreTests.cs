using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using TeamsBot.Testing.Azurite;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>Two bots on one Azure Tables store.</summary>
public sealed class SharedStoreTests
{
    [Fact]
    public async Task Two_bots_on_one_store_do_all_the_work_and_none_of_it_twice()
    {
        string[] leads = [.. Enumerable.Range(1001, 12).Select(number => $"L-{number}")];
        await using var azurite = await AzuriteServer.StartAsync();
        await using var workplace = await Workplace.StartAsync(azurite.ConnectionString);
        await using var other = await workplace.StartAnotherBotAsync();
        await workplace.ImportAsync(leads.Select(lead => (lead, $"Lead {lead}")));

        foreach (var lead in leads)
        {
            await workplace.Rest.SayAsync($"hand off {lead}");
        }

        var cards = new List<PostedCard>();
        foreach (var lead in leads)
        {
            cards.Add(await workplace.CardAsync(card => card.Action("Accept") is { } accept && accept.ToJsonString().Contains($"\"{lead}~1\"", StringComparison.Ordinal)));
        }

        using var second = new PlaygroundVoice(other.Messages, workplace.Gate.Connector);
        var answers = await Task.WhenAll(cards.SelectMany(card => new[]
        {
            workplace.Rest.PressAsync(PlaygroundTenant.OmarHaddad, card, "Accept"),
            second.PressAsync(PlaygroundTenant.LiNa, card, "Accept"),
        }));

        answers.Count(answer => answer.ToJsonString().Contains("was faster", StringComparison.Ordinal)).ShouldBe(leads.Length);
        foreach (var card in cards)
        {
            await workplace.CardAsync(shown => shown.Message == card.Message && shown.Action("Accept") is null);
        }

        var posted = workplace.Gate.Calls.Items.Where(call => call.Method == "POST").Select(PostedCard.Of).OfType<PostedCard>().ToList();
        posted.Count(card => card.IsIn(PlaygroundTenant.SalesLeads)).ShouldBe(leads.Length);
    }

    [Fact]
    public async Task What_a_killed_bot_left_undone_the_other_one_does()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        await using var workplace = await Workplace.StartAsync(azurite.ConnectionString);
        await using var other = await workplace.StartAnotherBotAsync();
        await workplace.ImportAsync(("L-1", "Grace Okafor"));

        var post = workplace.Gate.HoldAsync(HttpMethod.Post);
        await workplace.Rest.SayAsync("hand off Grace Okafor");
        await post;
        await workplace.Bot.KillAsync();
        workplace.Gate.Open();

        var shown = await workplace.CardAsync(card => card.Action("Accept") is not null);
        shown.Text().ShouldContain("Grace Okafor");
    }
}
