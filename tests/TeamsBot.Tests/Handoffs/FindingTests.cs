using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs;
using TeamsBot.Protocol.Activities;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Tests.Handoffs;

/// <summary>A lead is looked for in the box where somebody writes a message, in a chat that Baton is not in.</summary>
public sealed class FindingTests : AppTest
{
    [Fact]
    public async Task Marketing_finds_a_lead_that_nobody_has_handed_over()
    {
        var found = await Results(Cast.Mia, "nadia");

        found.Select(Title).ShouldBe(["Nadia Brandauer, Brandauer Söhne", "Nadia Brandt, Kestrel Cold Chain"]);
        Preview(found[1]).GetProperty("text").GetString().ShouldBe("Not handed over yet · webinar");
    }

    [Fact]
    public async Task What_is_inserted_says_who_has_the_lead_and_nothing_that_others_may_not_know()
    {
        await AcceptedByBen(await HandedOff());

        var card = (await Results(Cast.Mia, "kestrel")).ShouldHaveSingleItem().GetProperty("content");

        CardChecks.Problems(card).ShouldBeEmpty();
        var text = card.ToString();
        text.ShouldContain("Ben Ortiz");
        text.ShouldContain("2 Mar 2026");
        text.ShouldContain("Later changes do not show here.");
        text.ShouldNotContain("nadia.brandt@kestrel.example");
        text.ShouldNotContain("23125");
        text.ShouldNotContain("Action.");
    }

    [Fact]
    public async Task Before_anything_is_typed_there_are_the_own_leads()
    {
        await AcceptedByBen(await HandedOff());

        (await Results(FakeTeam.Rep, words: null)).Select(Title).ShouldBe(["Nadia Brandt, Kestrel Cold Chain"]);
        (await Sentence(Cast.Mia, words: null)).ShouldBe("Type a name, a company, an email address or an id.");
    }

    [Fact]
    public async Task Sales_finds_what_was_handed_over_alone_and_who_has_no_role_finds_nothing()
    {
        await HandedOff();

        (await Results(FakeTeam.Rep, "nadia")).Select(Title).ShouldBe(["Nadia Brandt, Kestrel Cold Chain"]);
        (await Sentence(FakeTeam.Rep, "brandauer")).ShouldContain("There is no lead called “brandauer”.");
        (await Sentence(Cast.Rita, "nadia")).ShouldStartWith("Leads are found by marketing, sales and admins.");
    }

    [Fact]
    public async Task A_lead_of_another_organisation_is_none_of_sales_here()
    {
        await App.Services.GetRequiredService<HandoffChanges>().RequestAsync(
            new(Cast.Nadia.Id, FakeTeam.OtherTenantId, FakeTeam.SalesChannelId, PersonRef.Intake), "test", _ => { }, CancellationToken.None);

        (await Sentence(FakeTeam.Rep, "nadia")).ShouldContain("There is no lead called");
    }

    [Fact]
    public async Task What_a_lead_is_called_is_text_and_nothing_more()
    {
        await App.HasAsync(Cast.HostileLead);

        var found = (await Results(Cast.Mia, "L-3")).ShouldHaveSingleItem();

        Preview(found).GetProperty("text").GetString()!.ShouldNotContain("<at>");
        CardChecks.Problems(found.GetProperty("content")).ShouldBe([]);
    }

    [Fact]
    public async Task A_list_goes_on_where_the_first_page_ended()
    {
        await App.HasAsync([.. Enumerable.Range(10, 20).Select(number => Cast.OtherNadia with { Id = new($"L-{number}") })]);

        (await Results(Cast.Mia, "brandauer", skip: 15)).Count.ShouldBe(6);
        (await Results(Cast.Mia, "brandauer", skip: 25)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""<span class="inline-compose-card" itemid="0"> <span content="0"></span></span>""", 0)]
    [InlineData("""<span itemid="0"></span> help""", 1)]
    public async Task A_card_that_is_put_into_the_chat_with_Baton_without_a_word_is_no_question(string text, int answers)
    {
        var message = new ActivityBuilder(App.Teams.ServiceUrl).PersonalMessage(Cast.Mia, text);

        await Mia.DeliverAsync(message with { Attachments = [Attachment.AdaptiveCard(RawJson.FromText("a card"))] });

        App.ChatOf(Cast.Mia).Messages.Count.ShouldBe(answers);
    }

    private static string? Title(JsonElement result) => Preview(result).GetProperty("title").GetString()!.Replace("\u2068", "").Replace("\u2069", "");

    private static JsonElement Preview(JsonElement result) => result.GetProperty("preview").GetProperty("content");

    private async Task<IReadOnlyList<JsonElement>> Results(Person who, string? words, int skip = 0)
    {
        var answer = await Asks(who, words, skip);
        answer.GetProperty("type").GetString().ShouldBe("result");
        return [.. answer.GetProperty("attachments").EnumerateArray()];
    }

    private async Task<string> Sentence(Person who, string? words)
    {
        var answer = await Asks(who, words, skip: 0);
        answer.GetProperty("type").GetString().ShouldBe("message");
        return answer.GetProperty("text").GetString()!.Replace("\u2068", "").Replace("\u2069", "");
    }

    private async Task<JsonElement> Asks(Person who, string? words, int skip)
    {
        var parameter = new JsonObject { ["name"] = words is null ? MessagingExtensionQuery.InitialRun : LeadFinder.Words, ["value"] = words ?? "true" };
        var query = new JsonObject { ["commandId"] = LeadFinder.Command, ["parameters"] = new JsonArray(parameter), ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = 25 } };
        var invoke = new ActivityBuilder(App.Teams.ServiceUrl).Invoke(who, who.PersonalChatId, InvokeNames.ComposeExtensionQuery, query.ToJsonString());
        using var response = await App.PostAsync(invoke with { Conversation = invoke.Conversation! with { Id = FakeTeam.ChatOfTwo } });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("composeExtension");
    }
}
