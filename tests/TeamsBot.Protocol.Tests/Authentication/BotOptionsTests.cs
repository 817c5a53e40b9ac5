using Azure.Identity;
using Shouldly;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Authentication;

public sealed class BotOptionsTests
{
    public static TheoryData<string, Action<BotOptions>, string?> Settings => new()
    {
        { "a secret", o => { }, null },
        { "no registration at all", o => (o.MicrosoftAppId, o.MicrosoftAppPassword) = ("", ""), null },
        { "managed identity", o => (o.MicrosoftAppType, o.MicrosoftAppPassword) = (BotAppType.UserAssignedMSI, ""), null },
        { "federated", o => (o.FederatedCredentialClientId, o.MicrosoftAppPassword) = (FakeTeam.OtherTenantId, ""), null },
        { "many tenants", o => (o.MicrosoftAppType, o.MicrosoftAppTenantId, o.AllowedTenants) = (BotAppType.MultiTenant, "", [FakeTeam.OtherTenantId]), null },
        { "many tenants, none named", o => (o.MicrosoftAppType, o.MicrosoftAppTenantId) = (BotAppType.MultiTenant, ""), "AllowedTenants is required" },
        { "a tenant by its domain", o => o.MicrosoftAppTenantId = "contoso.example", "AllowedTenants is required" },
        { "keys on this machine", o => o.ToBotFromChannelOpenIdMetadataUrl = "http://127.0.0.1:5/x", null },
        { "app id", o => o.MicrosoftAppId = "baton", "MicrosoftAppId must be" },
        { "secret without id", o => o.MicrosoftAppId = "", "MicrosoftAppPassword is set without" },
        { "no tenant", o => o.MicrosoftAppTenantId = "", "MicrosoftAppTenantId is required" },
        { "no secret", o => o.MicrosoftAppPassword = " ", "either MicrosoftAppPassword or" },
        { "two secrets", o => o.FederatedCredentialClientId = FakeTeam.OtherTenantId, "either MicrosoftAppPassword or" },
        { "secret of a managed identity", o => o.MicrosoftAppType = BotAppType.UserAssignedMSI, "takes neither" },
        { "federated id", o => (o.FederatedCredentialClientId, o.MicrosoftAppPassword) = ("x", ""), "FederatedCredentialClientId must be" },
        { "allowed tenant", o => o.AllowedTenants = ["contoso.example"], "'contoso.example' is not a GUID" },
        { "keys over http", o => o.ToBotFromChannelOpenIdMetadataUrl = "http://login.botframework.com/x", "ToBotFromChannelOpenIdMetadataUrl must be" },
        { "login over http", o => o.ToChannelFromBotLoginUrl = "http://127.0.0.1/", "ToChannelFromBotLoginUrl must be" },
        { "no issuer", o => o.ToBotFromChannelTokenIssuer = "", "ToBotFromChannelTokenIssuer is required" },
        { "scope", o => o.ToChannelFromBotOAuthScope = "https://api.botframework.com", "must end in /.default" },
    };

    [Theory]
    [MemberData(nameof(Settings), DisableDiscoveryEnumeration = true)]
    public void Each_fault_is_named_before_the_first_request(string what, Action<BotOptions> set, string? fault)
    {
        var options = WithSecret();
        set(options);

        var faults = options.Validate();

        if (fault is null)
        {
            faults.ShouldBeEmpty(what);
        }
        else
        {
            faults.ShouldHaveSingleItem(what).ShouldContain(fault);
            faults[0].ShouldNotContain("hunter2");
        }
    }

    [Fact]
    public void The_credential_is_the_one_of_the_registration()
    {
        var managed = WithSecret();
        managed.MicrosoftAppType = BotAppType.UserAssignedMSI;
        var federated = WithSecret();
        federated.FederatedCredentialClientId = FakeTeam.OtherTenantId;

        BotCredential.Create(WithSecret()).ShouldBeOfType<ClientSecretCredential>();
        BotCredential.Create(managed).ShouldBeOfType<ManagedIdentityCredential>();
        BotCredential.Create(federated).ShouldBeOfType<ClientAssertionCredential>();
        BotCredential.Create(new BotOptions()).ShouldBeNull();
    }

    private static BotOptions WithSecret() => new()
    {
        MicrosoftAppId = FakeTeam.BotAppId,
        MicrosoftAppPassword = "hunter2",
        MicrosoftAppTenantId = FakeTeam.TenantId,
    };
}
