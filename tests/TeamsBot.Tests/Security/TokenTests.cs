using System.Net;
using System.Text.Json;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Security;

/// <summary>Who may speak to the bot at all.</summary>
public sealed class TokenTests : AppTest
{
    private const int Refused = 301;

    // Nothing in it tells a forger what was wrong.
    private const string SameForAll =
        """{"type":"urn:baton:problem:not-from-teams","title":"The token is missing, wrong or for another bot.","status":401,"detail":"Only Bot Framework may post here, for this bot and its tenants."}""";

    private static readonly Dictionary<string, Func<TokenRequest, TokenRequest>> Forgeries = new()
    {
        ["algorithm none"] = good => good with { Unsigned = true },
        ["a key that nobody publishes"] = good => good with { Key = new TokenIssuer().NewKey() },
        ["expired"] = good => good with { NotBefore = good.NotBefore.AddHours(-3), Expires = good.NotBefore.AddHours(-2) },
        ["not valid yet"] = good => good with { NotBefore = good.NotBefore.AddHours(2), Expires = good.NotBefore.AddHours(3) },
        ["without an end"] = good => good with { Expires = null },
        ["another app's"] = good => good with { Audience = "0a1b2c3d-0000-4000-8000-000000000000" },
        ["another issuer's"] = good => good with { Issuer = "https://sts.windows.net/common/" },
        ["for another service"] = good => good with { ServiceUrl = "https://smba.trafficmanager.net/emea/" },
        ["for no service"] = good => good with { ServiceUrl = null },
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_token_is_refused_and_nothing_happens(string forgery)
    {
        App.Log.Expect(Refused);
        var card = await HandedOff();
        var before = await App.Records.RowsOf("L-1");
        var click = JsonSerializer.Serialize(Ben.Click(card, "Accept"), ActivityJson.Wire.Activity);

        using var response = await App.PostAsync(click, App.Token(Forgeries[forgery]).ToString());

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync()).ShouldBe(SameForAll);
        (await App.Records.RowsOf("L-1")).ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task A_request_without_a_token_is_refused(string header)
    {
        App.Log.Expect(Refused);
        var hello = new ActivityBuilder(App.Teams.ServiceUrl).PersonalMessage(Cast.Rita, "help");

        using var response = await App.PostAsync(JsonSerializer.Serialize(hello, ActivityJson.Wire.Activity), header);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        App.Teams.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_of_a_tenant_that_is_not_on_the_list_is_refused()
    {
        App.Log.Expect(Refused);
        var hello = new ActivityBuilder(App.Teams.ServiceUrl, FakeTeam.OtherTenantId).PersonalMessage(Cast.Rita, "help");

        using var response = await App.PostAsync(hello);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        App.Teams.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_for_one_service_does_not_bring_an_activity_that_names_another()
    {
        App.Log.Expect(Refused);
        var hello = new ActivityBuilder("https://evil.example/").PersonalMessage(Cast.Rita, "help");

        using var response = await App.PostAsync(hello);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task After_the_issuer_changes_its_keys_new_tokens_are_good_at_once()
    {
        await Mia.Says("help");
        await App.ChatOf(Cast.Mia).NextCard();
        App.Teams.Issuer.RollOver();
        App.Later(TimeSpan.FromHours(1));

        await Mia.Says("help");

        await App.ChatOf(Cast.Mia).NextCard();
    }
}
