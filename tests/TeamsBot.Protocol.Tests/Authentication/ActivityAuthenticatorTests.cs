using Microsoft.IdentityModel.Tokens;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Protocol.Tests.Authentication;

public sealed class ActivityAuthenticatorTests
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly ManualClock _clock = new();
    private readonly TokenIssuer _issuer = new();
    private readonly BotOptions _options = new() { MicrosoftAppId = FakeTeam.BotAppId };
    private readonly Activity _activity = new ActivityBuilder(ServiceUrl).PersonalMessage(FakeTeam.Rep, "hi");

    private TokenRequest Good => new(_clock.GetUtcNow()) { ServiceUrl = ServiceUrl };

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_token_as_Teams_sends_it_is_accepted(string algorithm) =>
        await Accepts(_issuer.Bearer(Good with { Algorithm = algorithm }));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("https://SMBA.trafficmanager.net/EMEA//")]
    public async Task Case_and_a_closing_slash_of_the_service_URL_do_not_matter(string claim) =>
        await Accepts(_issuer.Bearer(Good with { ServiceUrl = claim }));

    public static TheoryData<string, RejectionReason> WrongTokens => new()
    {
        { "other issuer", RejectionReason.WrongIssuer },
        { "issuer in other case", RejectionReason.WrongIssuer },
        { "other audience", RejectionReason.WrongAudience },
        { "no service URL", RejectionReason.WrongServiceUrl },
        { "other service URL", RejectionReason.WrongServiceUrl },
        { "service URL that only begins the same", RejectionReason.WrongServiceUrl },
        { "expired", RejectionReason.Expired },
        { "not yet valid", RejectionReason.NotYetValid },
        { "without an end", RejectionReason.MissingExpiry },
        { "unsigned", RejectionReason.InvalidSignature },
        { "key not published", RejectionReason.UnknownKey },
        { "other key under a published name", RejectionReason.InvalidSignature },
        { "shared secret", RejectionReason.UnknownKey },
        { "shared secret under a published name", RejectionReason.InvalidSignature },
        { "RSA-PSS", RejectionReason.InvalidSignature },
    };

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_token_that_is_wrong_in_one_thing_is_refused(string what, RejectionReason reason) =>
        await Refuses(_issuer.Bearer(Forged(what)), reason);

    [Theory]
    [InlineData(null, RejectionReason.MissingToken)]
    [InlineData("", RejectionReason.MissingToken)]
    [InlineData("Bearer", RejectionReason.MissingToken)]
    [InlineData("Basic YTpi", RejectionReason.MissingToken)]
    [InlineData("Bearer x", RejectionReason.MalformedToken)]
    [InlineData("Bearer a.b.c", RejectionReason.MalformedToken)]
    [InlineData("Bearer ..", RejectionReason.MalformedToken)]
    public async Task What_is_no_token_is_refused(string? header, RejectionReason reason) => await Refuses(header, reason);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_token_with_a_changed_part_is_refused(int part)
    {
        var parts = _issuer.Token(Good).Split('.');
        var middle = parts[part].Length / 2;
        parts[part] = parts[part][..middle] + (parts[part][middle] == 'A' ? 'B' : 'A') + parts[part][(middle + 1)..];

        (await Authenticate("Bearer " + string.Join('.', parts))).ShouldBeOfType<Rejection>();
    }

    [Fact]
    public async Task The_clocks_may_differ_by_five_minutes_and_no_more()
    {
        var token = _issuer.Bearer(Good);

        _clock.Advance(TimeSpan.FromMinutes(65));
        await Accepts(token);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await Refuses(token, RejectionReason.Expired);

        await Accepts(_issuer.Bearer(Good with { NotBefore = _clock.GetUtcNow().AddMinutes(5), Expires = _clock.GetUtcNow().AddHours(1) }));
    }

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_Teams_is_refused()
    {
        _issuer.RollOver(endorsements: "webchat");

        await Refuses(_issuer.Bearer(Good), RejectionReason.MissingEndorsement);
    }

    [Fact]
    public async Task An_activity_without_a_channel_is_refused() =>
        await Refuses(_issuer.Bearer(Good), RejectionReason.MissingEndorsement, _activity with { ChannelId = null });

    [Fact]
    public async Task A_new_key_is_learned_from_the_first_token_that_it_signs()
    {
        var authenticator = Authenticator();
        var old = _issuer.Bearer(Good);
        await Accepts(old, authenticator);

        _issuer.RollOver();

        await Accepts(_issuer.Bearer(Good), authenticator);
        await Refuses(old, RejectionReason.UnknownKey, authenticator: authenticator);
    }

    [Fact]
    public async Task The_old_key_stays_good_while_it_is_published()
    {
        var authenticator = Authenticator();
        var old = _issuer.Bearer(Good);
        await Accepts(old, authenticator);

        _issuer.RollOver(keepOld: true);

        await Accepts(_issuer.Bearer(Good), authenticator);
        await Accepts(old, authenticator);
    }

    [Fact]
    public async Task The_keys_are_read_once_for_many_tokens()
    {
        var authenticator = Authenticator();
        for (var i = 0; i < 20; i++)
        {
            await Accepts(_issuer.Bearer(Good with { ServiceUrl = i % 2 == 0 ? ServiceUrl : ServiceUrl.TrimEnd('/') }), authenticator);
        }

        _issuer.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_was_good_before_is_still_checked_against_the_activity()
    {
        var authenticator = Authenticator();
        var token = _issuer.Bearer(Good);
        await Accepts(token, authenticator);

        await Refuses(token, RejectionReason.WrongServiceUrl, _activity with { ServiceUrl = "https://evil.example/" }, authenticator);
        await Refuses(token, RejectionReason.MissingEndorsement, _activity with { ChannelId = "directline" }, authenticator);
        _clock.Advance(TimeSpan.FromHours(2));
        await Refuses(token, RejectionReason.Expired, authenticator: authenticator);
    }

    [Fact]
    public async Task Strangers_tokens_do_not_make_us_read_the_keys_again_and_again()
    {
        var authenticator = Authenticator();
        for (var i = 0; i < 5; i++)
        {
            await Refuses(_issuer.Bearer(Good with { Key = _issuer.NewKey() }), RejectionReason.UnknownKey, authenticator: authenticator);
        }

        _issuer.Fetches.ShouldBe(4);
        _issuer.RollOver();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Accepts(_issuer.Bearer(Good), authenticator);
    }

    [Fact]
    public async Task After_the_warm_up_no_caller_waits_for_the_keys_and_a_new_key_is_still_asked_for_at_once()
    {
        var authenticator = Authenticator();
        await authenticator.WarmUpAsync();
        _issuer.Fetches.ShouldBe(2);
        await Accepts(_issuer.Bearer(Good), authenticator);
        _issuer.Fetches.ShouldBe(2);

        _issuer.RollOver();
        await Accepts(_issuer.Bearer(Good), authenticator);
    }

    [Fact]
    public async Task Without_keys_the_warm_up_changes_nothing()
    {
        var authenticator = Authenticator();
        _issuer.IsDown = true;
        await authenticator.WarmUpAsync();

        _issuer.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(30));
        await Accepts(_issuer.Bearer(Good), authenticator);
    }

    [Fact]
    public async Task A_withdrawn_key_is_noticed_within_twelve_hours()
    {
        var authenticator = Authenticator();
        var longLived = _issuer.Bearer(Good with { Expires = _clock.GetUtcNow().AddDays(2) });
        await Accepts(longLived, authenticator);

        _issuer.RollOver();
        _clock.Advance(TimeSpan.FromHours(12));

        await Refuses(longLived, RejectionReason.UnknownKey, authenticator: authenticator);
    }

    [Fact]
    public async Task Without_keys_nothing_is_accepted_until_they_can_be_read()
    {
        var authenticator = Authenticator();
        _issuer.IsDown = true;
        await Refuses(_issuer.Bearer(Good), RejectionReason.KeysUnavailable, authenticator: authenticator);

        _issuer.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(30));

        await Accepts(_issuer.Bearer(Good), authenticator);
    }

    [Fact]
    public async Task Known_keys_stay_good_while_the_issuer_is_down()
    {
        var authenticator = Authenticator();
        await Accepts(_issuer.Bearer(Good), authenticator);

        _issuer.IsDown = true;
        _clock.Advance(TimeSpan.FromDays(2));

        await Accepts(_issuer.Bearer(Good), authenticator);
    }

    [Fact]
    public async Task Without_an_app_id_nothing_is_accepted()
    {
        _options.MicrosoftAppId = "";

        await Refuses(_issuer.Bearer(Good with { Audience = "" }), RejectionReason.BotHasNoAppId);
        await Refuses(null, RejectionReason.BotHasNoAppId);
    }

    [Fact]
    public async Task Keys_are_read_over_HTTP_from_the_configured_address()
    {
        await using var connector = await FakeConnector.StartAsync();
        using var http = new HttpClient();
        _options.ToBotFromChannelOpenIdMetadataUrl = connector.Issuer.MetadataAddress;

        await Accepts(connector.Issuer.Bearer(Good), ActivityAuthenticator.Create(_options, http, _clock));
    }

    private TokenRequest Forged(string what) => what switch
    {
        "other issuer" => Good with { Issuer = "https://login.microsoftonline.com/common/v2.0" },
        "issuer in other case" => Good with { Issuer = "https://API.botframework.com" },
        "other audience" => Good with { Audience = Guid.NewGuid().ToString() },
        "no service URL" => Good with { ServiceUrl = null },
        "other service URL" => Good with { ServiceUrl = "https://evil.example/" },
        "service URL that only begins the same" => Good with { ServiceUrl = ServiceUrl + "x" },
        "expired" => Good with { NotBefore = _clock.GetUtcNow().AddHours(-3), Expires = _clock.GetUtcNow().AddHours(-2) },
        "not yet valid" => Good with { NotBefore = _clock.GetUtcNow().AddMinutes(6), Expires = _clock.GetUtcNow().AddHours(2) },
        "without an end" => Good with { Expires = null },
        "unsigned" => Good with { Unsigned = true },
        "key not published" => Good with { Key = _issuer.NewKey() },
        "other key under a published name" => Good with { Key = _issuer.NewKey(_issuer.CurrentKey.KeyId) },
        "shared secret" => Good with { Key = Secret("mine"), Algorithm = SecurityAlgorithms.HmacSha256 },
        "shared secret under a published name" => Good with { Key = Secret(_issuer.CurrentKey.KeyId), Algorithm = SecurityAlgorithms.HmacSha256 },
        "RSA-PSS" => Good with { Algorithm = SecurityAlgorithms.RsaSsaPssSha256 },
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static SymmetricSecurityKey Secret(string keyId) => new(new byte[64]) { KeyId = keyId };

    private ActivityAuthenticator Authenticator() => new(_options, _issuer, _clock);

    private async Task<AuthenticationResult> Authenticate(string? header, Activity? activity = null, ActivityAuthenticator? authenticator = null) =>
        await (authenticator ?? Authenticator()).AuthenticateAsync(header, activity ?? _activity);

    private async Task Accepts(string header, ActivityAuthenticator? authenticator = null) =>
        (await Authenticate(header, authenticator: authenticator)).ShouldBe(Authenticated.Instance);

    private async Task Refuses(string? header, RejectionReason reason, Activity? activity = null, ActivityAuthenticator? authenticator = null) =>
        (await Authenticate(header, activity, authenticator)).ShouldBe(new Rejection(reason));
}
