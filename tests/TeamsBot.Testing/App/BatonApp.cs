using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Telemetry;
using TeamsBot.Testing.Time;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Testing.App;

/// <summary>
/// The whole bot in this process: real HTTP, real token validation, real storage. Teams is a <see cref="FakeConnector"/>;
/// calls to anywhere else fail. At its end it checks that it logged no failure that the test did not expect, and that neither its log nor
/// any span or metric so far, of this test or another, holds anything personal.
/// </summary>
public sealed class BatonApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo? ownFolder;
    private readonly bool ownsTeams;

    private BatonApp(WebApplication app, FakeConnector teams, TimeProvider clock, CapturedLog log, DirectoryInfo? ownFolder, bool ownsTeams)
    {
        this.app = app;
        this.ownFolder = ownFolder;
        this.ownsTeams = ownsTeams;
        (Teams, Clock, Log) = (teams, clock, log);
    }

    /// <summary>It was ended by a test, or is ending.</summary>
    public bool IsStopped { get; private set; }

    public FakeConnector Teams { get; }

    public TimeProvider Clock { get; }

    public CapturedLog Log { get; }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <summary>What is stored, read and prepared past the bot.</summary>
    public Records Records => new(Services);

    public static async Task<BatonApp> StartAsync(BatonAppOptions? options = null, FakeConnector? teams = null)
    {
        _ = Emitted.OfTheSuite;
        options ??= new();
        var temporary = options.Folder is null ? Directory.CreateTempSubdirectory("baton-app-") : null;
        var connector = teams ?? await Cast.InTeamsAsync();
        var clock = options.Clock ?? new ManualClock();
        var log = new CapturedLog();
        log.Forbid(Personal.OfPeople);
        var store = new StoreOptions { Folder = options.Folder ?? temporary!.FullName, Connection = options.AzureTables };
        var bot = BotApp.Build(store, builder => Configure(builder, options, connector, clock, log));
        var started = new BatonApp(bot, connector, clock, log, temporary, ownsTeams: teams is null);
        await bot.StartAsync();
        started.Http.BaseAddress = new Uri(bot.Urls.First());
        return started;
    }

    /// <summary>An organisation that is set up, and its channels heard from.</summary>
    public async Task SetUpAsync(params SalesChannel[] furtherChannels)
    {
        await Records.SetUp(furtherChannels);
        await Records.Reach(
            Teams.ServiceUrl, [FakeTeam.SalesChannelId, FakeTeam.MarketingChannelId, .. furtherChannels.Select(channel => channel.Id)]);
    }

    /// <summary>Leads that marketing may hand off. Nothing personal of theirs may be logged.</summary>
    public async Task HasAsync(params Lead[] leads)
    {
        await Records.Save(leads);
        Log.Forbid(Personal.Of(leads));
    }

    /// <summary>Somebody who speaks to the bot.</summary>
    public Someone As(Person person) => new(this, person);

    /// <summary>What stands in a channel or chat.</summary>
    public Place Channel(string id = FakeTeam.SalesChannelId) => new(Teams, id);

    /// <summary>What stands in somebody's chat with the bot.</summary>
    public Place ChatOf(Person person) => new(Teams, person.PersonalChatId);

    /// <summary>Moves the clock on; what becomes due is begun.</summary>
    public void Later(TimeSpan by) => ((ManualClock)Clock).Advance(by);

    /// <summary>Sets the clock on by weeks, which second by second would take long; what became due is begun.</summary>
    public void MuchLater(TimeSpan by) => ((ManualClock)Clock).Jump(by);

    /// <summary>Moves the clock on at once, as <see cref="MuchLater"/>, and ends when all that became due by it is done.</summary>
    public Task PassesAsync(TimeSpan time)
    {
        MuchLater(time);
        return SettledAsync();
    }

    /// <summary>Ends when nothing is due or under way any more, and what it set in motion is done as well. None of it may fail.</summary>
    public async Task SettledAsync()
    {
        while (await Records.HasWorkDue(Clock.Now) || Log.IsWorkUnderWay)
        {
            await Log.NextAsync(CapturedLog.WorkEnded);
        }

        Log.Forget(CapturedLog.WorkEnded);
    }

    /// <summary>As above for bots that share a store: what is due may be done by any of them.</summary>
    public static Task SettledAsync(BatonApp one, BatonApp other) => Eventually.IsSoAsync(async () =>
        !await one.Records.HasWorkDue(one.Clock.Now) && !one.Log.IsWorkUnderWay && !other.Log.IsWorkUnderWay);

    /// <summary>The header of an activity that Teams sent.</summary>
    public AuthenticationHeaderValue Token(Func<TokenRequest, TokenRequest>? change = null)
    {
        var good = new TokenRequest(Clock.GetUtcNow() - TimeSpan.FromMinutes(5)) { ServiceUrl = Teams.ServiceUrl };
        return new("Bearer", Teams.Issuer.Token(change?.Invoke(good) ?? good));
    }

    /// <summary>Ends the bot without its checks, as a stop of its machine would.</summary>
    public async Task StopAsync()
    {
        if (!IsStopped)
        {
            IsStopped = true;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        if (ownsTeams)
        {
            await Teams.DisposeAsync();
        }

        ownFolder?.Delete(recursive: true);
        Log.ShouldBeClean();
        Emitted.OfTheSuite.ShouldHoldNoneOf([.. Log.Forbidden, .. Personal.OfLeads]);
    }

    private static void Configure(WebApplicationBuilder builder, BatonAppOptions options, FakeConnector teams, TimeProvider clock, CapturedLog log)
    {
        builder.Configuration.AddInMemoryCollection(Settings(options, teams)).AddInMemoryCollection(options.Settings);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        if (options.Questions is { } questions)
        {
            builder.Services.AddSingleton(questions);
        }

        if (options.Services is { } change)
        {
            builder.Host.UseServiceProviderFactory(new LastWord(change));
        }

        builder.Services.AddSingleton(clock).AddSingleton(Connector(options, clock)).AddSingleton(new FileUpload(new HttpClient(), options.Connector, clock));
    }

    private static Dictionary<string, string?> Settings(BatonAppOptions options, FakeConnector teams)
    {
        var settings = new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["MicrosoftAppId"] = FakeTeam.BotAppId,
            ["MicrosoftAppTenantId"] = FakeTeam.TenantId,
            ["MicrosoftAppPassword"] = "never used: the credential of the tests stands in",
            ["ToBotFromChannelOpenIdMetadataUrl"] = teams.Issuer.MetadataAddress,
            ["Intake:Secret"] = BatonAppOptions.IntakeSecret,
            ["Intake:PreviousSecret"] = BatonAppOptions.PreviousIntakeSecret,
        };
        for (var i = 0; i < options.AllowedTenants.Count; i++)
        {
            settings[FormattableString.Invariant($"AllowedTenants:{i}")] = options.AllowedTenants[i];
        }

        return settings;
    }

    private sealed class LastWord(Action<IServiceCollection> change) : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services)
        {
            change(services);
            return services;
        }

        public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder) => containerBuilder.BuildServiceProvider();
    }

    // Teams' own limits are tested with the connector; under a clock that stands still they would hold messages back.
    private static ConnectorClient Connector(BatonAppOptions options, TimeProvider clock)
    {
        var unlimited = new SendLimits { SendsPerConversation = [], ReadsPerConversation = [], PerTenant = [] };
        return new(new HttpClient(), new FakeCredential(clock), options.Connector, new SendBudget(unlimited, clock), clock);
    }
}
