using System.Globalization;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Connector;

namespace TeamsBot.Features.Check;

/// <summary>Whether the bot's identity gets a token for Teams, the keys are read that Teams signs with, and the clock is right.</summary>
internal sealed class TeamsCheckup(TeamsReach reach, TextWriter output)
{
    // Tokens are good five minutes around their time, and a deadline is told to the minute.
    private static readonly Duration MostOff = Duration.FromMinutes(1);

    /// <summary>True when nothing is wrong.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel) => await IdentityAsync(cancel) & await KeysAsync(cancel);

    private async Task<bool> IdentityAsync(CancellationToken cancel)
    {
        try
        {
            await reach.Connector.AuthenticateAsync(cancel);
            await output.WriteLineAsync($"Identity: fine. App {reach.Bot.MicrosoftAppId} gets a token for Teams.");
            return true;
        }
        catch (ConnectorException problem)
        {
            await output.WriteLineAsync(
                $"Identity: app {reach.Bot.MicrosoftAppId} gets no token for Teams: {FirstLine(problem)} Compare MicrosoftAppType, MicrosoftAppId, MicrosoftAppTenantId and the secret or identity with the bot's registration.");
            return false;
        }
    }

    private async Task<bool> KeysAsync(CancellationToken cancel)
    {
        var address = new Uri(reach.Bot.ToBotFromChannelOpenIdMetadataUrl);
        try
        {
            using var answer = await reach.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            answer.EnsureSuccessStatusCode();
            await output.WriteLineAsync($"Signing keys: fine. They are published at {address.Host}.");
            return answer.Headers.Date is not { } there || await ClockAsync(address.Host, Instant.FromDateTimeOffset(there));
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            await output.WriteLineAsync($"Signing keys: not read from {address}: {problem.Message} Without them nobody in Teams is heard: let the bot reach that address.");
            return false;
        }
    }

    private async Task<bool> ClockAsync(string host, Instant there)
    {
        var off = reach.Time.Now - there;
        var isRight = off < MostOff && off > -MostOff;
        await output.WriteLineAsync(isRight
            ? $"Clock: fine. It goes with that of {host}."
            : string.Create(CultureInfo.InvariantCulture, $"Clock: {Math.Abs(off.TotalMinutes):0.#} minutes {(off > Duration.Zero ? "ahead of" : "behind")} that of {host}: tokens are refused and deadlines are wrong. Set it by NTP."));
        return isRight;
    }

    private static string FirstLine(Exception problem) => (problem.InnerException ?? problem).Message.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
