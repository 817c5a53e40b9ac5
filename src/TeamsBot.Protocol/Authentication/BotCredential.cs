using Azure.Core;
using Azure.Identity;

namespace TeamsBot.Protocol.Authentication;

/// <summary>The bot's own identity towards the connector.</summary>
public static class BotCredential
{
    /// <summary>
    /// A credential of Azure.Identity for the registration: managed identity, federated credential or secret; null for a bot without an app id,
    /// which can speak to loopback alone. Nothing is asked over the network yet.
    /// </summary>
    public static TokenCredential? Create(BotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.IsAnonymous)
        {
            return null;
        }

        if (options.MicrosoftAppType == BotAppType.UserAssignedMSI)
        {
            return ManagedIdentity(options.MicrosoftAppId);
        }

        return string.IsNullOrWhiteSpace(options.FederatedCredentialClientId) ? Secret(options) : Federated(options);
    }

    private static ManagedIdentityCredential ManagedIdentity(string clientId) =>
        new(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static ClientSecretCredential Secret(BotOptions options) => new(
        Tenant(options),
        options.MicrosoftAppId,
        options.MicrosoftAppPassword,
        new ClientSecretCredentialOptions { AuthorityHost = new Uri(options.ToChannelFromBotLoginUrl) });

    private static ClientAssertionCredential Federated(BotOptions options)
    {
        var vouching = ManagedIdentity(options.FederatedCredentialClientId);
        var request = new TokenRequestContext([options.FederatedCredentialAudience + "/.default"]);
        return new ClientAssertionCredential(
            Tenant(options),
            options.MicrosoftAppId,
            async cancellationToken => (await vouching.GetTokenAsync(request, cancellationToken)).Token,
            new ClientAssertionCredentialOptions { AuthorityHost = new Uri(options.ToChannelFromBotLoginUrl) });
    }

    private static string Tenant(BotOptions options) =>
        string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId) ? "botframework.com" : options.MicrosoftAppTenantId;
}
