using Microsoft.AspNetCore.Http;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>What befalls one call to Teams.</summary>
/// <param name="Status">What is answered without doing anything; null where the work is done.</param>
/// <param name="LosesAnswer">The work is done, and the connection is cut instead of an answer.</param>
internal readonly record struct Mishap(int? Status, bool LosesAnswer);

/// <summary>Draws what befalls each call: one in ten is refused for a while, one in fifty is done and not answered. The same draws at every run.</summary>
internal sealed class Misfortune(int seed)
{
    private static readonly int[] Refusals = [StatusCodes.Status429TooManyRequests, StatusCodes.Status502BadGateway, StatusCodes.Status503ServiceUnavailable, StatusCodes.Status504GatewayTimeout];

    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public Mishap Next()
    {
        lock (gate)
        {
            return random.Next(100) switch
            {
                < 10 => new(Refusals[random.Next(Refusals.Length)], LosesAnswer: false),
                < 12 => new(null, LosesAnswer: true),
                _ => default,
            };
        }
    }
}
