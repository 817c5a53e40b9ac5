using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Identity;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;
using Xunit;
using Activity = System.Diagnostics.Activity;

namespace TeamsBot.Protocol.Tests.Connector;

/// <summary>What a call to Teams says of itself. Other tests call as well: each looks at the spans within its own.</summary>
public sealed class MeasuredSendTests : ConnectorTestBase
{
    private const string Template = "/v3/conversations/{conversationId}/activities";

    private readonly ConcurrentQueue<(Activity Span, ActivityTraceId Trace)> ended = [];

    [Fact]
    public async Task A_message_is_a_span_without_any_id()
    {
        var span = (await SpansAsync(() => Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("hello")))).ShouldHaveSingleItem();

        (span.DisplayName, span.Kind).ShouldBe(("POST " + Template, ActivityKind.Client));
        span.GetTagItem("http.response.status_code").ShouldBe(201);
        span.GetTagItem("server.address").ShouldBe("127.0.0.1");
        span.GetTagItem("http.request.resend_count").ShouldBeNull();
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        span.TagObjects.ShouldAllBe(tag => !$"{tag.Value}".Contains("a:1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_further_try_is_within_the_span_and_counted()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 502));

        var span = (await SpansAsync(() => WhileTimePasses(Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("hello"))))).ShouldHaveSingleItem();

        span.GetTagItem("http.request.resend_count").ShouldBe(1);
        span.GetTagItem("http.response.status_code").ShouldBe(201);
        span.GetTagItem("error.type").ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_says_which()
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 404));

        var span = (await SpansAsync(() => Should.ThrowAsync<ConnectorException>(() => Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("hello")))))
            .ShouldHaveSingleItem();

        span.GetTagItem("error.type").ShouldBe("NotFound");
        span.GetTagItem("http.response.status_code").ShouldBe(404);
        (span.Status, span.StatusDescription).ShouldBe((ActivityStatusCode.Error, null));
    }

    [Fact]
    public async Task A_token_that_the_bot_does_not_get_is_counted()
    {
        var errors = new ConcurrentQueue<object?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Name == "baton.token.duration")
            {
                it.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => errors.Enqueue(tags.ToArray().FirstOrDefault(tag => tag.Key == "error.type").Value));
        listener.Start();
        Credential.Failure = new CredentialUnavailableException("The identity endpoint does not answer.");

        await Should.ThrowAsync<ConnectorException>(() => WhileTimePasses(Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("hello"))));

        errors.ShouldContain(typeof(CredentialUnavailableException).FullName);
    }

    // Those that ended within the trace of this test.
    private async Task<List<Activity>> SpansAsync(Func<Task> act)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is ProtocolTelemetry.Name or nameof(MeasuredSendTests),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => ended.Enqueue((span, span.TraceId)),
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource(nameof(MeasuredSendTests));
        using var test = source.StartActivity("test")!;
        await act();
        return [.. ended.Where(one => one.Trace == test.TraceId).Select(one => one.Span)];
    }
}
