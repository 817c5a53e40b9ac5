using static System.StringComparison;

namespace TeamsBot.Protocol.Authentication;

/// <summary>Finds what a registration lacks before the first request does.</summary>
public static class BotOptionsValidation
{
    /// <summary>One sentence for every fault, naming the setting; empty when all is well. Secrets are never repeated.</summary>
    public static IReadOnlyList<string> Validate(this BotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. Identity(options), .. Secret(options), .. Tenants(options), .. Addresses(options)];
    }

    private static IEnumerable<string> Identity(BotOptions options)
    {
        if (!options.IsAnonymous && !IsGuid(options.MicrosoftAppId))
        {
            yield return "MicrosoftAppId must be a GUID.";
        }

        if (options.FederatedCredentialClientId.Length > 0 && !IsGuid(options.FederatedCredentialClientId))
        {
            yield return "FederatedCredentialClientId must be a GUID.";
        }

        if (!options.IsAnonymous && options.MicrosoftAppType == BotAppType.SingleTenant && Blank(options.MicrosoftAppTenantId))
        {
            yield return "MicrosoftAppTenantId is required for MicrosoftAppType SingleTenant.";
        }
    }

    private static IEnumerable<string> Secret(BotOptions options)
    {
        if (options.IsAnonymous)
        {
            if (!Blank(options.MicrosoftAppPassword))
            {
                yield return "MicrosoftAppPassword is set without MicrosoftAppId.";
            }

            yield break;
        }

        var hasSecret = !Blank(options.MicrosoftAppPassword);
        var isFederated = !Blank(options.FederatedCredentialClientId);
        if (options.MicrosoftAppType == BotAppType.UserAssignedMSI && (hasSecret || isFederated))
        {
            yield return "MicrosoftAppType UserAssignedMSI takes neither MicrosoftAppPassword nor FederatedCredentialClientId.";
        }

        if (options.MicrosoftAppType != BotAppType.UserAssignedMSI && hasSecret == isFederated)
        {
            yield return $"MicrosoftAppType {options.MicrosoftAppType} takes either MicrosoftAppPassword or FederatedCredentialClientId.";
        }
    }

    private static IEnumerable<string> Tenants(BotOptions options)
    {
        foreach (var tenant in options.AllowedTenants.Where(tenant => !IsGuid(tenant)))
        {
            yield return $"AllowedTenants: '{tenant}' is not a GUID.";
        }

        // A single tenant that is missing or a domain name is asked for as a GUID by its own setting or by this one.
        var singleIsMissing = options.MicrosoftAppType == BotAppType.SingleTenant && Blank(options.MicrosoftAppTenantId);
        if (!options.IsAnonymous && !singleIsMissing && options.ServedTenants.Count == 0)
        {
            yield return "AllowedTenants is required: the GUIDs of the tenants whose people may use the bot.";
        }
    }

    private static IEnumerable<string> Addresses(BotOptions options)
    {
        if (!IsAddress(options.ToBotFromChannelOpenIdMetadataUrl, loopbackMayBeHttp: true))
        {
            yield return "ToBotFromChannelOpenIdMetadataUrl must be an https address.";
        }

        if (!IsAddress(options.ToChannelFromBotLoginUrl, loopbackMayBeHttp: false))
        {
            yield return "ToChannelFromBotLoginUrl must be an https address.";
        }

        if (Blank(options.ToBotFromChannelTokenIssuer))
        {
            yield return "ToBotFromChannelTokenIssuer is required.";
        }

        if (!options.ToChannelFromBotOAuthScope.EndsWith("/.default", Ordinal))
        {
            yield return "ToChannelFromBotOAuthScope must end in /.default.";
        }
    }

    private static bool IsAddress(string value, bool loopbackMayBeHttp) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (loopbackMayBeHttp && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool IsGuid(string value) => Guid.TryParseExact(value, "D", out _);

    private static bool Blank(string value) => string.IsNullOrWhiteSpace(value);
}
