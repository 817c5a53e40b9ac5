using NodaTime;
using TeamsBot.Domain.Operations;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>When work that fails is tried again, and when not any more by itself: waiting changes nothing then, or not soon, and a person should see it.</summary>
internal static class Parking
{
    // Outages end within a day, people sleep less than that, and after it the card of a lead is no longer urgent.
    private static readonly Duration s_patience = Duration.FromDays(1);

    // A bot that was away for a day has not tried yet.
    private const int FewestAttempts = 20;

    // About four minutes: Teams says at times that a conversation is not there which was just begun.
    private const int AttemptsOfRefused = 8;

    /// <summary>Null while it is to be tried again.</summary>
    public static ParkingReason? Reason(WorkItem item, Exception failure, Instant now)
    {
        var problem = Cause(failure);
        var isFinal = IsFinal(problem);
        var isHopeless = isFinal ? item.Attempts >= AttemptsOfRefused : item.Attempts >= FewestAttempts && now - item.PlannedFor >= s_patience;
        return isHopeless ? Reason(problem, isFinal) : null;
    }

    /// <summary>What failed, without the message of the exception: that may name people.</summary>
    public static string Error(Exception failure) => Cause(failure) switch
    {
        ConnectorException { Status: { } status } refusal => $"{refusal.Error} ({status})",
        ConnectorException refusal => refusal.Error.ToString(),
        TableException refusal => $"{nameof(TableException)} {refusal.Error}",
        { InnerException: ConnectorException inner } => Error(inner),
        var problem => problem.GetType().Name,
    };

    /// <summary>How long until the turn of messages that Teams' limits kept back, where nothing else failed; null for any other failure.</summary>
    public static Duration? UntilTurn(Exception failure) => failure switch
    {
        ConnectorException { Error: ConnectorError.NotItsTurn, RetryAfter: { } wait } => Duration.FromTimeSpan(wait),
        AggregateException { InnerExceptions: var all } when all.All(each => UntilTurn(each) is not null) => all.Max(UntilTurn),
        _ => null,
    };

    /// <summary>2 s, 4 s, 8 s ... up to an hour, a fifth of it at random so that what failed together does not come back together.</summary>
    public static Duration Backoff(int attempts)
    {
        var seconds = Math.Min(3600, Math.Pow(2, Math.Min(attempts + 1, 12)));
        return Duration.FromSeconds(seconds * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }

    // Work that shows several things goes on after a failure, and fails with all of them.
    private static Exception Cause(Exception failure) => failure is AggregateException { InnerExceptions: [var first, ..] } ? Cause(first) : failure;

    private static ParkingReason Reason(Exception problem, bool isFinal) => problem switch
    {
        ConnectorException or { InnerException: ConnectorException } => isFinal || problem is not ConnectorException ? ParkingReason.RefusedByTeams : ParkingReason.TeamsDown,
        TableException => isFinal ? ParkingReason.RefusedByStore : ParkingReason.StoreDown,
        _ => ParkingReason.Fault,
    };

    // What an admin can mend at any moment, such as a missing registration, is worth further tries.
    private static bool IsFinal(Exception problem) => problem switch
    {
        ConnectorException refusal => refusal.Error is ConnectorError.BadRequest or ConnectorError.NotFound or ConnectorError.ConversationNotFound
            or ConnectorError.MessageSizeTooBig or ConnectorError.NotEnoughPermissions or ConnectorError.ActivityNotFoundInConversation,
        TableException refusal => refusal.Error == TableError.Invalid,
        _ => false,
    };
}
