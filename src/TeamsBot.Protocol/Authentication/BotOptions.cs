namespace TeamsBot.Protocol.Authentication;

/// <summary>How the bot proves who it is; the names that Azure Bot registrations use.</summary>
public enum BotAppType
{
    /// <summary>An app registration of one tenant, with a secret or a federated credential.</summary>
    SingleTenant,

    /// <summary>A user-assigned managed identity: nothing to store and nothing that expires.</summary>
    UserAssignedMSI,

    /// <summary>An app registration of many tenants. New ones are no longer made; old ones go on working.</summary>
    MultiTenant,
}

/// <summary>
/// The bot's registration, by the configuration names of Bot Framework. The defaults are those of the public cloud;
/// US Government and China need the addresses set. See the Bot Connector authentication pages of Azure Bot Service.
/// </summary>
public sealed class BotOptions
{
    /// <summary>The client id of the bot's registration: a GUID. Default: none, and then every request is refused.</summary>
    public string MicrosoftAppId { get; set; } = "";

    /// <summary>The client secret, for SingleTenant and MultiTenant without a federated credential. Default: none.</summary>
    public string MicrosoftAppPassword { get; set; } = "";

    /// <summary>Default: SingleTenant.</summary>
    public BotAppType MicrosoftAppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>
    /// The tenant that issues the bot's own tokens: a GUID or a domain. Required for SingleTenant. Default: none; MultiTenant then uses botframework.com.
    /// </summary>
    public string MicrosoftAppTenantId { get; set; } = "";

    /// <summary>
    /// The client id of a managed identity that vouches for the app registration (federated credential), in place of a secret: a GUID. Default: none.
    /// </summary>
    public string FederatedCredentialClientId { get; set; } = "";

    /// <summary>What the vouching token is for. Default: the public cloud's token exchange.</summary>
    public string FederatedCredentialAudience { get; set; } = "api://AzureADTokenExchange";

    /// <summary>
    /// Tenants whose people may use the bot, and so see one another's records: GUIDs. Default: the bot's own tenant alone. Required where the bot has none.
    /// </summary>
    public IList<string> AllowedTenants { get; set; } = [];

    /// <summary>The tenants that are let in: those that are listed, else the bot's own.</summary>
    public IReadOnlyList<string> ServedTenants =>
        AllowedTenants.Count > 0 ? [.. AllowedTenants] : Guid.TryParseExact(MicrosoftAppTenantId, "D", out _) ? [MicrosoftAppTenantId] : [];

    /// <summary>Where Bot Framework publishes its signing keys: an https address (http on loopback). Default: the public cloud.</summary>
    public string ToBotFromChannelOpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The issuer of inbound tokens, compared exactly. Default: the public cloud.</summary>
    public string ToBotFromChannelTokenIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>The scope of outbound tokens. Default: the public cloud.</summary>
    public string ToChannelFromBotOAuthScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The host that issues outbound tokens, without a tenant: an https address. Default: the public cloud.</summary>
    public string ToChannelFromBotLoginUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>No registration: nothing can be authenticated in either direction.</summary>
    public bool IsAnonymous => string.IsNullOrWhiteSpace(MicrosoftAppId);
}
