namespace TeamsBot.Routing;

/// <summary>Why a whole request is refused: RFC 9457 problem details, each with a type that stays.</summary>
public static class Problem
{
    public static IResult TooLarge { get; } = Of(413, "too-large", "The request is larger than 1 MiB.", "Send less at a time.");

    public static IResult NotJson { get; } = Of(415, "content-type", "The request is not JSON.", "Its Content-Type has to be application/json.");

    public static IResult NotAnActivity { get; } = Of(400, "not-an-activity", "The body is not a Bot Framework activity.", "It has to be a JSON object with a type.");

    public static IResult NotFromTeams { get; } = Of(401, "not-from-teams", "The token is missing, wrong or for another bot.", "Only Bot Framework may post here, for this bot and its tenants.");

    public static IResult TooMany { get; } = Of(429, "too-many", "You ask too often.", "Wait for the seconds that Retry-After says.");

    public static IResult Busy { get; } = Of(503, "busy", "Too many requests are under way.", "Wait for the seconds that Retry-After says.");

    /// <param name="type">Stable: others rely on it.</param>
    /// <param name="detail">How to mend it.</param>
    public static IResult Of(int status, string type, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title, type: "urn:baton:problem:" + type);
}
