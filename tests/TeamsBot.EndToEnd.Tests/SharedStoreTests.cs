using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using TeamsBot.Testing.Azurite;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>Two bots on one Azure Tables store.</summary>
public sealed class SharedStoreTests
{
    private const int Leads = 12;

    [Fact]
    public async Task Two_bots_on_one_store_do_all_the_work_and_none_of_it_twice()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        await using var workplace = await Workplace.StartAsync(
            azurite.ConnectionString, [.. Enumerable.Range(1, Leads).Select(n => HandoffExamples.Lead with { Id = new LeadId($"L-{n}"), Name = $"Lead {n}" })]);
        await using var other = await workplace.StartAnotherBotAsync();

        for (var lead = 1; lead <= Leads; lead++)
        {
            await workplace.Rest.SayAsync($"hand off L-{lead}");
        }

        var cards = new List<PostedCard>();
        for (var lead = 1; lead <= Leads; lead++)
        {
            cards.Add(await workplace.CardAsync(card => card.Action("Accept") is not null && card.Text().Contains($"Lead {lead},", StringComparison.Ordinal)));
        }

        using var second = new PlaygroundVoice(other.Messages, workplace.Gate.Connector);
        var answers = await Task.WhenAll(cards.SelectMany(card => new[]
        {
            workplace.Rest.PressAsync(PlaygroundTenant.OmarHaddad, card, "Accept"),
            second.PressAsync(PlaygroundTenant.LiNa, card, "Accept"),
        }));

        answers.Count(answer => answer.ToJsonString().Contains("was faster", StringComparison.Ordinal)).ShouldBe(Leads);
        foreach (var card in cards)
        {
            await workplace.CardAsync(shown => shown.Message == card.Message && shown.Action("Accept") is null);
        }

        var posted = workplace.Gate.Calls.Items.Where(call => call.Method == "POST").Select(PostedCard.Of).OfType<PostedCard>().ToList();
        posted.Count(card => card.IsIn(PlaygroundTenant.SalesLeads)).ShouldBe(Leads);
    }

    [Fact]
    public async Task What_a_killed_bot_left_undone_the_other_one_does()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        await using var workplace = await Workplace.StartAsync(azurite.ConnectionString, HandoffExamples.Lead);
        await using var other = await workplace.StartAnotherBotAsync();

        var post = workplace.Gate.HoldAsync(HttpMethod.Post);
        await workplace.Rest.SayAsync("hand off Nadia Brandt");
        await post;
        await workplace.Bot.KillAsync();
        workplace.Gate.Open();

        var shown = await workplace.CardAsync(card => card.Action("Accept") is not null);
        shown.Text().ShouldContain("Nadia Brandt");
    }
}
