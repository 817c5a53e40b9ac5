using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Protocol.Tests.Authentication;

public sealed class TenantTests
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly ManualClock _clock = new();
    private readonly TokenIssuer _issuer = new();

    [Theory]
    [InlineData(FakeTeam.TenantId, FakeTeam.TenantId, true)]
    [InlineData(FakeTeam.TenantId, null, true)]
    [InlineData(null, FakeTeam.TenantId, true)]
    [InlineData(FakeTeam.OtherTenantId, FakeTeam.OtherTenantId, false)]
    [InlineData(FakeTeam.TenantId, FakeTeam.OtherTenantId, false)]
    [InlineData(FakeTeam.OtherTenantId, FakeTeam.TenantId, false)]
    [InlineData(null, null, false)]
    [InlineData("", " ", false)]
    public async Task With_a_list_every_tenant_named_must_be_on_it_and_one_must_be_named(string? conversation, string? channelData, bool isAllowed)
    {
        var activity = new ActivityBuilder(ServiceUrl).PersonalMessage(FakeTeam.Rep, "hi");
        activity = activity with
        {
            Conversation = activity.Conversation! with { TenantId = conversation },
            ChannelData = new() { Tenant = new() { Id = channelData } },
        };

        (await Authenticate(activity, FakeTeam.TenantId.ToUpperInvariant())).ShouldBe(isAllowed ? Authenticated.Instance : new Rejection(RejectionReason.WrongTenant));
    }

    [Theory]
    [InlineData(FakeTeam.TenantId, true)]
    [InlineData(FakeTeam.OtherTenantId, false)]
    public async Task Without_a_list_the_bots_own_tenant_alone_may_come(string tenant, bool isAllowed) =>
        (await Authenticate(new ActivityBuilder(ServiceUrl, tenant).PersonalMessage(FakeTeam.Rep, "hi")))
            .ShouldBe(isAllowed ? Authenticated.Instance : new Rejection(RejectionReason.WrongTenant));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:4000/", true)]
    [InlineData("http://[::1]:4000/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task The_local_mode_takes_what_is_answered_on_this_machine(string? serviceUrl, bool isAllowed)
    {
        var activity = new ActivityBuilder("").PersonalMessage(FakeTeam.Rep, "hi") with { ServiceUrl = serviceUrl };

        var result = await ActivityAuthenticator.CreateInsecureLocalOnly(new BotOptions()).AuthenticateAsync(null, activity);

        result.ShouldBe(isAllowed ? Authenticated.Instance : new Rejection(RejectionReason.ServiceUrlNotLocal));
    }

    [Fact]
    public void The_local_mode_is_not_for_a_bot_with_an_app_id() =>
        Should.Throw<InvalidOperationException>(() => ActivityAuthenticator.CreateInsecureLocalOnly(new BotOptions { MicrosoftAppId = FakeTeam.BotAppId }));

    private async Task<AuthenticationResult> Authenticate(Activity activity, params string[] allowedTenants)
    {
        var options = new BotOptions { MicrosoftAppId = FakeTeam.BotAppId, MicrosoftAppTenantId = FakeTeam.TenantId, AllowedTenants = allowedTenants };
        var token = _issuer.Bearer(new TokenRequest(_clock.GetUtcNow()) { ServiceUrl = ServiceUrl });
        return await new ActivityAuthenticator(options, _issuer, _clock).AuthenticateAsync(token, activity);
    }
}
