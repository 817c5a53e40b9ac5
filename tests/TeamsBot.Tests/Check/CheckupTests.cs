using System.CommandLine;
using System.Net;
using Azure.Identity;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Features.Check;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Check;

/// <summary><c>check</c> of all that is around the records: identity, clock, store, organisation, channels.</summary>
public sealed class CheckupTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-check-");
    private readonly ManualClock clock = new();
    private readonly FakeCredential credential;
    private readonly Metadata metadata = new();
    private SqliteTables tables = null!;
    private FakeConnector teams = null!;

    public CheckupTests() => credential = new(clock);

    public async Task InitializeAsync()
    {
        teams = await FakeConnector.StartAsync();
        teams.Conversations.AddChannel(FakeTeam.SalesChannelId, "Sales leads");
        metadata.Now = clock.GetUtcNow();
        tables = new(Path.Combine(folder.FullName, "store.db"), TimeProvider.System);
        await tables.CreateAsync(TableNames.All, CancellationToken.None);
        await SetUpAsync(new SalesChannel(FakeTeam.SalesChannelId, FakeTeam.TeamId, "Sales leads", ""));
        await HearAsync(FakeTeam.SalesChannelId);
    }

    public async Task DisposeAsync()
    {
        await tables.DisposeAsync();
        await teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task All_is_fine_and_each_line_says_what_was_looked_at()
    {
        var (code, output) = await RunAsync();

        code.ShouldBe(0);
        output[..^1].ShouldBe(
        [
            "Configuration: no fault.",
            $"Identity: fine. App {FakeTeam.BotAppId} gets a token for Teams.",
            "Signing keys: fine. They are published at issuer.test.",
            "Clock: fine. It goes with that of issuer.test.",
            $"Store: fine. {TableNames.All.Count} tables are read, and a row was written and taken away.",
            $"Organisation {FakeTeam.TenantId}: Polish, Europe/Warsaw (now {clock.GetUtcNow().AddHours(1):HH:mm}), 1 channels for leads. There is no channel of marketing, no head of marketing: say \"setup\" in its team.",
            "Channel Sales leads: fine.",
        ]);
        (await tables.QueryAsync(TableNames.Index, TableRange.Partition("check"), take: null, CancellationToken.None).CountAsync()).ShouldBe(0);
        teams.Log.All.ShouldAllBe(call => call.Operation == ConnectorOperation.GetPagedMembers);
    }

    [Fact]
    public async Task An_identity_without_a_token_is_said_with_what_to_compare()
    {
        credential.Failure = new AuthenticationFailedException("AADSTS700016: the application was not found");

        var (code, output) = await RunAsync();

        code.ShouldBe(1);
        output[1].ShouldStartWith($"Identity: app {FakeTeam.BotAppId} gets no token for Teams: AADSTS700016");
        output[1].ShouldContain("Compare MicrosoftAppType");
    }

    [Theory]
    [InlineData(-10, "Clock: 10 minutes behind that of issuer.test")]
    [InlineData(10, "Clock: 10 minutes ahead of that of issuer.test")]
    public async Task A_clock_that_is_off_is_said(int minutes, string said)
    {
        metadata.Now = clock.GetUtcNow() - TimeSpan.FromMinutes(minutes);

        var (code, output) = await RunAsync();

        code.ShouldBe(1);
        output[3].ShouldStartWith(said);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_said_with_their_address()
    {
        metadata.Status = HttpStatusCode.BadGateway;

        var (code, output) = await RunAsync();

        code.ShouldBe(1);
        output[2].ShouldStartWith("Signing keys: not read from https://issuer.test/keys: ");
    }

    [Fact]
    public async Task A_channel_that_Baton_was_removed_from_is_named_with_how_to_mend_it()
    {
        await SetUpAsync(
            new SalesChannel(FakeTeam.SalesChannelId, FakeTeam.TeamId, "Sales leads", ""),
            new SalesChannel("19:gone@thread.tacv2", FakeTeam.TeamId, "Sales East", ""),
            new SalesChannel("19:new@thread.tacv2", FakeTeam.TeamId, "Sales North", ""));
        await HearAsync("19:gone@thread.tacv2");
        teams.Conversations.Refuse("19:gone@thread.tacv2", "BotNotInConversationRoster");

        var (code, output) = await RunAsync();

        code.ShouldBe(1);
        output.ShouldContain("Channel Sales leads: fine.");
        output.Single(line => line.StartsWith("Channel Sales East", StringComparison.Ordinal)).ShouldEndWith("Install Baton in its team again.");
        output.Single(line => line.StartsWith("Channel Sales North", StringComparison.Ordinal)).ShouldBe("Channel Sales North: nothing was ever heard from it. Say \"setup\" in its team and save.");
    }

    [Fact]
    public async Task Without_an_identity_what_is_on_record_is_checked()
    {
        var (code, output) = await RunAsync(isAnonymous: true);

        code.ShouldBe(0);
        output[1].ShouldStartWith("Identity: none.");
        output.ShouldContain("Channel Sales leads: on record.");
        teams.Log.All.ShouldBeEmpty();
    }

    private Task SetUpAsync(params SalesChannel[] channels) => new PeopleStore(tables).ChangeAsync(
        FakeTeam.TenantId,
        known => known with
        {
            Language = Language.Polish,
            TimeZone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"],
            SalesChannels = channels,
            HeadOfSales = new(new("head"), "Head"),
        },
        CancellationToken.None);

    private Task HearAsync(string channel) => new ConversationStore(tables).ChangeAsync(
        ConversationStore.Channel(channel), _ => new(channel, teams.ServiceUrl, FakeTeam.TenantId) { Team = FakeTeam.TeamId }, CancellationToken.None);

    private async Task<(int Code, string[] Output)> RunAsync(bool isAnonymous = false)
    {
        var bot = new BotOptions { MicrosoftAppId = FakeTeam.BotAppId, ToBotFromChannelOpenIdMetadataUrl = "https://issuer.test/keys" };
        using var http = new HttpClient(metadata, disposeHandler: false);
        using var connectorHttp = new HttpClient();
        var connector = new ConnectorClient(connectorHttp, credential, new() { AllowLoopback = true, Retries = 0 }, new SendBudget(new SendLimits(), clock), clock);
        var root = new RootCommand { CheckCommand.Create([], isAnonymous ? null : new TeamsReach(bot, connector, http, clock), _ => Open(), clock) };
        using var output = new StringWriter();
        var code = await root.Parse(["check"]).InvokeAsync(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private SqliteTables Open() => new(Path.Combine(folder.FullName, "store.db"), TimeProvider.System);

    private sealed class Metadata : HttpMessageHandler
    {
        public DateTimeOffset Now { get; set; }

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(Status) { Content = new StringContent("{}") };
            answer.Headers.Date = Now;
            return Task.FromResult(answer);
        }
    }
}
