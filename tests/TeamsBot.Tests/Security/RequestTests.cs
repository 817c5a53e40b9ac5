using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Security;

/// <summary>Requests that are none of Teams' usual ones.</summary>
public sealed class RequestTests : AppTest
{
    private const int TooLarge = 1024 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message","from":"Ben"}""")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        using var response = await App.PostAsync(body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_nested_too_deep_is_a_bad_request()
    {
        using var response = await App.PostAsync("""{"type":"message","value":""" + new string('[', 10_000));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task What_a_page_in_a_browser_could_send_unasked_is_not_read(string? contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new ByteArrayContent("""{"type":"message","text":"help"}"""u8.ToArray());
        request.Content.Headers.ContentType = contentType is null ? null : new(contentType);
        request.Headers.Authorization = App.Token();

        using var response = await App.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_a_mebibyte_is_too_large_whether_its_length_is_told_or_not(bool tellLength)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('x', TooLarge)}}"}"""));
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = App.Token();
        request.Headers.TransferEncodingChunked = !tellLength;

        using var response = await App.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("composeExtension/selectItem")]
    [InlineData("task/fetch")]
    [InlineData("whatever")]
    public async Task An_invoke_that_the_bot_does_not_know_is_not_implemented(string name)
    {
        using var response = await App.PostAsync(new ActivityBuilder(App.Teams.ServiceUrl).Invoke(FakeTeam.Rep, FakeTeam.Rep.PersonalChatId, name, "{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":7}""")]
    public async Task A_click_without_an_action_is_answered_and_does_nothing(string value)
    {
        using var response = await App.PostAsync(
            new ActivityBuilder(App.Teams.ServiceUrl).Invoke(FakeTeam.Rep, FakeTeam.Rep.PersonalChatId, InvokeNames.AdaptiveCardAction, value));

        ((int)response.StatusCode).ShouldBeLessThan(500);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("made up")]
    public async Task Activities_of_other_types_are_taken_note_of(string type)
    {
        var activity = new ActivityBuilder(App.Teams.ServiceUrl).PersonalMessage(FakeTeam.Rep, "help") with { Type = type };

        using var response = await App.PostAsync(activity);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        App.Teams.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_without_tenant_sender_or_conversation_does_nothing()
    {
        var good = new ActivityBuilder(App.Teams.ServiceUrl).PersonalMessage(FakeTeam.Rep, "help");
        foreach (var bare in (Activity[])[good with { From = null }, good with { Conversation = new() { TenantId = FakeTeam.TenantId } }])
        {
            using var response = await App.PostAsync(bare);
            ((int)response.StatusCode).ShouldBeLessThan(500);
        }

        App.Teams.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_click_that_fails_inside_is_answered_with_a_sentence_and_a_number_that_is_in_the_log()
    {
        var card = await HandedOff();
        var failed = App.Log.NextAsync(302);
        App.Log.Expect(CapturedLog.WorkFailed);
        await BreakHandoff();

        var answer = await Ben.Clicks(card, "Accept");

        var line = await failed;
        var reference = line.Text[(line.Text.IndexOf("reference ", StringComparison.Ordinal) + 10)..].Split('.')[0];
        answer.Sentence.ShouldBe(Say.In(Language.English).Text("error.internal", ("reference", reference)));
        answer.Json.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task A_message_that_fails_inside_is_answered_too()
    {
        await HandedOff();
        App.Log.Expect(302, CapturedLog.WorkFailed);
        await BreakHandoff();

        await Mia.Says("hand off L-1");

        (await App.ChatOf(Cast.Mia).NextText()).ShouldStartWith("Something went wrong.");
    }

    // A row that a newer version might have written and this one cannot read.
    private Task BreakHandoff()
    {
        var row = new TableEntity(Keys.Join("L-1"), "handoff|0001") { ["State"] = "FromTheFuture" };
        return App.Services.GetRequiredService<ITables>().SubmitAsync(
            "Leads", [new(TableTransactionActionType.UpdateMerge, row, Azure.ETag.All)], CancellationToken.None);
    }
}
