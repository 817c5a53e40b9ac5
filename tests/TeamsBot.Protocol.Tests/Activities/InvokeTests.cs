using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Activities;

public sealed class InvokeTests
{
    private static readonly ActivityBuilder Teams = new("https://smba.trafficmanager.net/emea/");

    [Fact]
    public void A_pressed_action_is_read_with_its_inputs()
    {
        var invoke = Teams.CardAction(FakeTeam.Rep, FakeTeam.SalesChannelId, "17", "accept", """{"handoff":"h1","note":"today"}""");

        var value = AdaptiveCardInvokeValue.From(invoke)!;

        value.Action!.Verb.ShouldBe("accept");
        value.Action.Data!.Value.GetProperty("note").GetString().ShouldBe("today");
        value.IsRefresh().ShouldBeFalse();
    }

    [Theory]
    [InlineData("automatic", true)]
    [InlineData("manual", false)]
    [InlineData(null, false)]
    public void A_refresh_is_told_from_a_click(string? trigger, bool isRefresh) =>
        AdaptiveCardInvokeValue.From(Teams.CardAction(FakeTeam.Rep, FakeTeam.SalesChannelId, "17", "accept", "{}", trigger))!
            .IsRefresh().ShouldBe(isRefresh);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"v"}}""")]
    [InlineData("""{"action":"Action.Execute"}""")]
    [InlineData("""{"action":{"type":["Action.Execute"]}}""")]
    public void What_is_no_pressed_action_is_read_as_nothing(string value) =>
        AdaptiveCardInvokeValue.From(Teams.Invoke(FakeTeam.Rep, FakeTeam.SalesChannelId, InvokeNames.AdaptiveCardAction, value)).ShouldBeNull();

    [Fact]
    public void An_invoke_without_a_value_is_read_as_nothing() => AdaptiveCardInvokeValue.From(new Activity()).ShouldBeNull();

    public static TheoryData<AdaptiveCardInvokeResponse, string> Answers => new()
    {
        {
            AdaptiveCardInvokeResponse.Card(new("""{"type":"AdaptiveCard"}"""u8.ToArray())),
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}"""
        },
        {
            AdaptiveCardInvokeResponse.Message("Anna was \"faster\""),
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Anna was \"faster\""}"""
        },
        {
            AdaptiveCardInvokeResponse.Error(403, "Forbidden", "Not yours."),
            """{"statusCode":403,"type":"application/vnd.microsoft.error","value":{"code":"Forbidden","message":"Not yours."}}"""
        },
        {
            AdaptiveCardInvokeResponse.LoginRequest(new("""{"text":"Sign in"}"""u8.ToArray())),
            """{"statusCode":401,"type":"application/vnd.microsoft.activity.loginRequest","value":{"text":"Sign in"}}"""
        },
        {
            AdaptiveCardInvokeResponse.IncorrectAuthCode("BadCode", "Again, please."),
            """{"statusCode":401,"type":"application/vnd.microsoft.error.incorrectAuthCode","value":{"code":"BadCode","message":"Again, please."}}"""
        },
        {
            AdaptiveCardInvokeResponse.PreconditionFailed("Consent", "Please agree."),
            """{"statusCode":412,"type":"application/vnd.microsoft.error.preconditionFailed","value":{"code":"Consent","message":"Please agree."}}"""
        },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public void The_answer_is_the_bare_payload_under_status_200(AdaptiveCardInvokeResponse answer, string body)
    {
        var response = answer.ToInvokeResponse();

        response.Status.ShouldBe(200);
        response.Body!.ToString().ShouldBe(body);
    }
}
