using BenchmarkDotNet.Attributes;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Parts;

/// <summary>Token validation: of a token seen before, as nearly all are, and of a new one by an authenticator that holds the keys.</summary>
public class TokenBenchmarks
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    private const int NewTokens = 512;

    private static readonly Activity Message = new ActivityBuilder(ServiceUrl).PersonalMessage(FakeTeam.Rep, "help");
    private readonly TokenIssuer issuer = new();
    private readonly BotOptions options = new() { MicrosoftAppId = FakeTeam.BotAppId };
    private ActivityAuthenticator known = null!;
    private ActivityAuthenticator fresh = null!;
    private string token = "";
    private string[] tokens = [];

    [GlobalSetup]
    public void Prepare()
    {
        options.ToBotFromChannelOpenIdMetadataUrl = issuer.MetadataAddress;
        known = new ActivityAuthenticator(options, issuer, TimeProvider.System);
        token = Bearer(0);
        tokens = [.. Enumerable.Range(1, NewTokens).Select(Bearer)];
    }

    [IterationSetup(Target = nameof(NewToken))]
    public void Forget()
    {
        fresh = new ActivityAuthenticator(options, issuer, TimeProvider.System);
        Check(fresh, token).GetAwaiter().GetResult();
    }

    [Benchmark]
    public ValueTask<AuthenticationResult> KnownToken() => known.AuthenticateAsync(token, Message);

    [Benchmark(OperationsPerInvoke = NewTokens)]
    public async Task NewToken()
    {
        foreach (var unseen in tokens)
        {
            await Check(fresh, unseen);
        }
    }

    private static async Task Check(ActivityAuthenticator authenticator, string token)
    {
        if (await authenticator.AuthenticateAsync(token, Message) is Rejection rejection)
        {
            throw new InvalidOperationException($"A good token was refused: {rejection.Reason}.");
        }
    }

    // Seconds of their own make the tokens differ.
    private string Bearer(int number) =>
        issuer.Bearer(new TokenRequest(TimeProvider.System.GetUtcNow().AddSeconds(-number)) { ServiceUrl = ServiceUrl });
}
