using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Connector;

public sealed class ConnectorFailureTests : ConnectorTestBase
{
    [Theory]
    [InlineData(400, "BadSyntax", ConnectorError.BadRequest)]
    [InlineData(400, "Bad Argument", ConnectorError.BadRequest)]
    [InlineData(401, "BotNotRegistered", ConnectorError.BotNotRegistered)]
    [InlineData(401, null, ConnectorError.BotNotRegistered)]
    [InlineData(403, "BotDisabledByAdmin", ConnectorError.BotDisabledByAdmin)]
    [InlineData(403, "BotNotInConversationRoster", ConnectorError.BotNotInConversationRoster)]
    [InlineData(403, "ConversationBlockedByUser", ConnectorError.ConversationBlockedByUser)]
    [InlineData(403, "NotEnoughPermissions", ConnectorError.NotEnoughPermissions)]
    [InlineData(403, "InvalidBotApiHost", ConnectorError.InvalidBotApiHost)]
    [InlineData(403, "SomethingNew", ConnectorError.NotEnoughPermissions)]
    [InlineData(404, "ActivityNotFoundInConversation", ConnectorError.ActivityNotFoundInConversation)]
    [InlineData(404, "ConversationNotFound", ConnectorError.ConversationNotFound)]
    [InlineData(404, null, ConnectorError.NotFound)]
    [InlineData(409, null, ConnectorError.Unknown)]
    [InlineData(413, "MessageSizeTooBig", ConnectorError.MessageSizeTooBig)]
    [InlineData(500, "ServiceError", ConnectorError.ServiceError)]
    public async Task A_final_refusal_is_named_and_not_tried_again(int status, string? code, ConnectorError error)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, status) { Code = code });

        var failure = await Refused();

        failure.Error.ShouldBe(error);
        failure.Status.ShouldBe(status);
        failure.Code.ShouldBe(code);
        failure.IsTransient.ShouldBeFalse();
        Teams.Log.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gives_up_hears_whether_anything_was_sent()
    {
        using var waiting = new CancellationTokenSource();
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 429) { RetryAfter = "15" });
        var throttled = Client.SendToConversationAsync(SalesChannel, MessageFactory.Text("Waits"), waiting.Token);
        await Clock.WaitForTimersAsync();
        await waiting.CancelAsync();
        (await Record.ExceptionAsync(() => throttled)).ShouldBeOfType<NeverSentException>();

        using var sending = new CancellationTokenSource();
        var hold = new Hold();
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 200) { ConversationId = FakeTeam.Rep.PersonalChatId, Hold = hold });
        var sent = Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("Is there"), sending.Token);
        await hold.Arrived;
        await sending.CancelAsync();
        (await Record.ExceptionAsync(() => sent)).ShouldBeAssignableTo<OperationCanceledException>().ShouldNotBeOfType<NeverSentException>();
        hold.Release();
    }

    [Theory]
    [InlineData(412, "PreconditionFailed", ConnectorError.PreconditionFailed)]
    [InlineData(429, "Throttled", ConnectorError.Throttled)]
    [InlineData(502, null, ConnectorError.Unavailable)]
    [InlineData(503, null, ConnectorError.Unavailable)]
    [InlineData(504, null, ConnectorError.Unavailable)]
    public async Task A_passing_refusal_is_tried_again_and_succeeds(int status, string? code, ConnectorError error)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, status) { Code = code, Times = 3 });
        (await WhileTimePasses(Send())).Id.ShouldNotBeNull();
        Teams.Log.All.Count.ShouldBe(4);

        Teams.Faults.Add(new Fault(ConnectorOperation.Send, status) { Code = code, Times = 4 });
        var failure = await Should.ThrowAsync<ConnectorException>(() => WhileTimePasses(Send()));
        failure.Error.ShouldBe(error);
        failure.IsTransient.ShouldBeTrue();
        Teams.Log.All.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Mon, 02 Mar 2026 09:00:07 GMT")]
    public async Task Nothing_goes_to_the_conversation_before_Retry_After_has_passed(string retryAfter)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 429) { RetryAfter = retryAfter });
        var first = Send();
        await Clock.WaitForTimersAsync();
        var second = Send();
        await Clock.WaitForTimersAsync(2);

        Clock.Advance(TimeSpan.FromSeconds(6.9));
        (first.IsCompleted || second.IsCompleted).ShouldBeFalse();
        Teams.Log.All.Count.ShouldBe(1);

        Clock.Advance(TimeSpan.FromSeconds(0.2));
        await Task.WhenAll(WhileTimePasses(first), WhileTimePasses(second));
        Teams.Log.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_long_Retry_After_is_left_to_the_callers_queue()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 429) { RetryAfter = "120" });

        var failure = await Refused();

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
        failure.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("BotNotInConversationRoster", ConnectorError.BotNotInConversationRoster)]
    [InlineData("BotDisabledByAdmin", ConnectorError.BotDisabledByAdmin)]
    [InlineData("MessageWritesBlocked", ConnectorError.ConversationBlockedByUser)]
    public async Task A_conversation_that_refuses_the_bot_is_told_as_closed(string code, ConnectorError error)
    {
        Teams.Conversations.Refuse(FakeTeam.Rep.PersonalChatId, code);

        var failure = await Refused();

        failure.IsConversationClosed.ShouldBeTrue();
        failure.Error.ShouldBe(error);
    }

    [Theory]
    [InlineData("""{"errorCode":209,"message":"nothing in here"}""", ConnectorError.ConversationBlockedByUser)]
    [InlineData("""{"errorCode":300,"message":"{not json"}""", ConnectorError.NotEnoughPermissions)]
    [InlineData("""{"errorCode":"209"}""", ConnectorError.NotEnoughPermissions)]
    [InlineData("[]", ConnectorError.NotEnoughPermissions)]
    [InlineData("<html>no</html>", ConnectorError.NotEnoughPermissions)]
    public async Task An_error_body_of_any_shape_is_read(string body, ConnectorError error)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 403) { Body = body });

        (await Refused()).Error.ShouldBe(error);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_not_sent_twice()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 0) { AfterWork = true, CutsConnection = true });

        var failure = await Refused();

        failure.Error.ShouldBe(ConnectorError.Unreachable);
        failure.MayHaveHappened.ShouldBeTrue();
        Teams.Conversations.Messages(FakeTeam.Rep.PersonalChatId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_update_whose_answer_was_lost_is_made_again()
    {
        var sent = await Send();
        Teams.Faults.Add(new Fault(ConnectorOperation.Update, 0) { AfterWork = true, CutsConnection = true });

        await WhileTimePasses(Client.UpdateActivityAsync(PersonalChat, sent.Id!, MessageFactory.Text("two")));

        Teams.Log.All.Count(e => e.Operation == ConnectorOperation.Update).ShouldBe(2);
    }

    [Fact]
    public async Task A_closed_port_is_a_passing_failure_without_effect()
    {
        var reference = PersonalChat with { ServiceUrl = "http://127.0.0.1:1/" };

        var failure = await Should.ThrowAsync<ConnectorException>(
            () => WhileTimePasses(Client.SendToConversationAsync(reference, MessageFactory.Text("x"))));

        failure.Error.ShouldBe(ConnectorError.Unreachable);
        failure.MayHaveHappened.ShouldBeFalse();
    }

    [Fact]
    public async Task Giving_up_is_giving_up()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 503));
        using var giving = new CancellationTokenSource();
        var call = Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("x"), giving.Token);
        await Clock.WaitForTimersAsync();

        await giving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    private Task<ResourceResponse> Send() => Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("x"));

    private Task<ConnectorException> Refused() => Should.ThrowAsync<ConnectorException>(Send);
}
