using Shouldly;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Connector;
using Xunit;

namespace TeamsBot.Tests.Hosting;

public sealed class TeamsPostTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new NeverSentException(new OperationCanceledException()), true },
        { new ConnectorException(ConnectorError.Throttled, "") { Status = 429 }, true },
        { new ConnectorException(ConnectorError.NotItsTurn, ""), true },
        { new InvalidOperationException("The channel takes nothing."), true },
        { new ConnectorException(ConnectorError.Unreachable, "") { MayHaveHappened = true }, false },
        { new OperationCanceledException(), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_message_that_Teams_may_have_taken_is_not_sent_again(Exception failure, bool isNotThere) => TeamsPost.IsSurelyNotThere(failure).ShouldBe(isNotThere);
}
