using System.Text.Json.Serialization;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Hosting;

/// <summary>
/// Whether this instance can do its work: it reaches its store, has a token to speak with, and its figures follow. What it says is for
/// everybody to read, so it names no address and no error of others.
/// </summary>
internal sealed class Readiness(ITables tables, ConnectorClient connector, QuestionModel model, WarmUp warmUp, IHostApplicationLifetime life, TimeProvider time)
{
    public const string Fine = "fine";

    // Figures follow every minute. Those of a new instance take a while to be built.
    private static readonly Duration Behind = Duration.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Instant startedAt = time.Now;

    /// <summary>Each check by its name, "fine" or what is wrong.</summary>
    public async Task<ReadyAnswer> LookAsync(CancellationToken cancel)
    {
        var (store, token) = (StoreAsync(cancel), TokenAsync(cancel));
        var checks = new ReadyChecks(await store, await token, Figures(), Life());
        return new(checks is { Store: Fine, Token: Fine, Figures: Fine, Life: Fine }, checks);
    }

    private async Task<string> StoreAsync(CancellationToken cancel)
    {
        try
        {
            await WithinAsync(limit => tables.GetAsync(TableNames.Work, "00", "", limit), cancel);
            return Fine;
        }
        catch (TableException problem)
        {
            return $"not reached: {problem.Error}";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "not reached in time";
        }
    }

    private async Task<string> TokenAsync(CancellationToken cancel)
    {
        try
        {
            await WithinAsync(connector.AuthenticateAsync, cancel);
            return Fine;
        }
        catch (ConnectorException problem)
        {
            return $"the bot's identity gets none: {problem.Error}";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "the bot's identity got none in time";
        }
    }

    private string Figures() => time.Now - Instant.Max(model.Figures.UpTo ?? startedAt, startedAt) > Behind ? "behind by more than 10 minutes" : Fine;

    private string Life() => life.ApplicationStopping.IsCancellationRequested ? "this instance is ending" : warmUp.IsOver ? Fine : "this instance is starting";

    private async Task WithinAsync(Func<CancellationToken, Task> look, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        await look(either.Token);
    }
}

/// <summary>What <c>GET /health/ready</c> answers, with 200 where it is ready and 503 where it is not.</summary>
internal sealed record ReadyAnswer(bool Ready, ReadyChecks Checks);

/// <summary>"fine", or what is wrong, of each.</summary>
internal sealed record ReadyChecks(string Store, string Token, string Figures, string Life);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadyAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;

/// <summary>The probes: alive as long as it answers, ready when it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet("/health/ready", async (Readiness readiness, CancellationToken cancel) =>
        {
            var answer = await readiness.LookAsync(cancel);
            return Results.Json(answer, HealthJson.Default.ReadyAnswer, statusCode: answer.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
