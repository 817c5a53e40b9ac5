using System.Globalization;

namespace TeamsBot.Features.Intake;

/// <summary>What the intake refuses as a whole: RFC 9457 problem details, each with a type that stays.</summary>
internal static class IntakeProblem
{
    public static IResult TooLarge { get; } = Problem(413, "too-large", "The request is larger than 1 MiB.", "Post fewer leads at a time.");

    public static IResult Unsigned { get; } = Problem(
        401,
        "bad-signature",
        "The signature is missing, wrong or too old.",
        "X-Signature is the HMAC-SHA256 of \"timestamp.body\" in hexadecimal, X-Timestamp the Unix time in seconds, not more than 5 minutes off.");

    public static IResult NotJson(long? line, long? position) => Problem(
        400,
        "not-json",
        "The body is not JSON.",
        string.Create(CultureInfo.InvariantCulture, $"Reading stopped in line {line + 1} at byte {position + 1}."));

    public static IResult NotLeads(int most) => Problem(
        400, "not-leads", "The body is not a lead, nor a list of leads.", string.Create(CultureInfo.InvariantCulture, $"Post one object, or an array of up to {most}."));

    private static IResult Problem(int status, string type, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title, type: "urn:baton:problem:" + type);
}
