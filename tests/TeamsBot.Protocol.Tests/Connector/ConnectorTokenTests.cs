using Azure.Identity;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using Xunit;

namespace TeamsBot.Protocol.Tests.Connector;

public sealed class ConnectorTokenTests : ConnectorTestBase
{
    [Fact]
    public async Task One_token_serves_many_calls_until_shortly_before_it_ends()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Send(Client)));
        Clock.Advance(TimeSpan.FromMinutes(54));
        await Send(Client);
        Credential.Asked.ShouldBe(1);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Send(Client);
        Teams.Log.All[^1].Authorization.ShouldBe("Bearer bot-token-2");
        Credential.Scope.ShouldBe("https://api.botframework.com/.default");
    }

    [Fact]
    public async Task While_the_issuer_does_not_answer_a_token_does_for_as_long_as_it_lasts()
    {
        await Send(Client);
        Clock.Advance(TimeSpan.FromMinutes(56));
        Credential.Failure = new AuthenticationFailedException("down");
        await Send(Client);
        await Send(Client);
        Credential.Asked.ShouldBe(2, "the issuer is left in peace for a while");
        Teams.Log.All[^1].Authorization.ShouldBe("Bearer bot-token-1");

        Credential.Failure = null;
        Clock.Advance(TimeSpan.FromSeconds(11));
        await Client.AuthenticateAsync();
        await Send(Client);
        Teams.Log.All[^1].Authorization.ShouldNotBe("Bearer bot-token-1");
    }

    [Fact]
    public async Task A_token_that_has_ended_is_not_sent()
    {
        await Send(Client);
        Clock.Advance(TimeSpan.FromMinutes(60));
        Credential.Failure = new AuthenticationFailedException("down");

        (await Should.ThrowAsync<ConnectorException>(() => Client.AuthenticateAsync())).Error.ShouldBe(ConnectorError.CredentialUnavailable);
    }

    [Fact]
    public async Task Without_a_credential_this_machine_alone_is_called_and_without_a_token()
    {
        var client = NewClient(new ConnectorOptions { AllowLoopback = true }, anonymous: true);
        await Send(client);
        Teams.Log.All.ShouldHaveSingleItem().Authorization.ShouldBeNullOrEmpty();

        var failure = await Should.ThrowAsync<ConnectorException>(() => Send(client, "https://smba.trafficmanager.net/emea/"));
        failure.Error.ShouldBe(ConnectorError.HostNotAllowed);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task No_token_goes_to_another_host(string serviceUrl)
    {
        var failure = await Should.ThrowAsync<ConnectorException>(() => Send(Client, serviceUrl));

        failure.Error.ShouldBe(ConnectorError.HostNotAllowed);
        failure.IsTransient.ShouldBeFalse();
        Credential.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task This_machine_is_not_called_unless_allowed() =>
        (await Should.ThrowAsync<ConnectorException>(() => Send(NewClient(new ConnectorOptions())))).Error.ShouldBe(ConnectorError.HostNotAllowed);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", true)]
    [InlineData("https://SMBA.TrafficManager.net/teams/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams", true)]
    [InlineData("https://europe.api.botframework.com/", true)]
    [InlineData("https://other.trafficmanager.net/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://notteams.microsoft.com/", false)]
    [InlineData("https://teams.microsoft.com.evil.example/", false)]
    public void Hosts_of_Teams_are_known_by_name(string address, bool isAllowed) =>
        OutboundHosts.Allows(new Uri(address), allowLoopback: false).ShouldBe(isAllowed);

    [Fact]
    public async Task A_credential_that_fails_is_a_passing_failure()
    {
        Credential.Failure = new AuthenticationFailedException("no identity here");

        var failure = await Should.ThrowAsync<ConnectorException>(async () => await WhileTimePasses(Send(Client)));

        failure.Error.ShouldBe(ConnectorError.CredentialUnavailable);
        failure.IsTransient.ShouldBeTrue();
        Teams.Log.All.ShouldBeEmpty();
    }

    private Task<ResourceResponse> Send(ConnectorClient client, string? serviceUrl = null) =>
        client.SendToConversationAsync(PersonalChat with { ServiceUrl = serviceUrl ?? Teams.ServiceUrl }, MessageFactory.Text("x"));
}
