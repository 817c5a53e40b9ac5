using System.Globalization;
using TeamsBot.Routing;

namespace TeamsBot.Features.Intake;

/// <summary>Why the intake refuses a request as a whole.</summary>
internal static class IntakeProblem
{
    public static IResult Unsigned { get; } = Problem.Of(
        401,
        "bad-signature",
        "The signature is missing, wrong or too old.",
        "X-Signature is the HMAC-SHA256 of \"timestamp.body\" in hexadecimal, X-Timestamp the Unix time in seconds, not more than 5 minutes off.");

    public static IResult NotJson(long? line, long? position) => Problem.Of(
        400,
        "not-json",
        "The body is not JSON.",
        string.Create(CultureInfo.InvariantCulture, $"Reading stopped in line {line + 1} at byte {position + 1}."));

    public static IResult NotLeads(int most) => Problem.Of(
        400, "not-leads", "The body is not a lead, nor a list of leads.", string.Create(CultureInfo.InvariantCulture, $"Post one object, or an array of up to {most}."));
}
