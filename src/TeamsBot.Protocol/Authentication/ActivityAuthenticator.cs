using Microsoft.IdentityModel.Protocols;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Protocol.Authentication;

/// <summary>
/// Decides whether an activity came from Teams through Azure Bot Service, as "Authenticate requests from the Bot Connector service to your bot" demands:
/// signature, issuer, audience, lifetime, service URL, endorsement; then whether its tenant may use this bot. Safe for concurrent use.
/// </summary>
public sealed class ActivityAuthenticator
{
    private const string Scheme = "Bearer ";

    private readonly BotOptions _options;
    private readonly HashSet<string> _servedTenants;
    private readonly TokenValidation? _tokens;
    private readonly bool _localOnly;

    /// <param name="options">The bot's registration.</param>
    /// <param name="documents">Reads Bot Framework's metadata and signing keys; asked again when a token names an unknown key.</param>
    /// <param name="time">The clock that lifetimes are compared with.</param>
    public ActivityAuthenticator(BotOptions options, IDocumentRetriever documents, TimeProvider time)
    {
        _options = options;
        _servedTenants = new(options.ServedTenants, StringComparer.OrdinalIgnoreCase);
        _tokens = new TokenValidation(options, new SigningKeys(options.ToBotFromChannelOpenIdMetadataUrl, documents, time), time);
    }

    private ActivityAuthenticator(BotOptions options)
    {
        _options = options;
        _servedTenants = new(options.ServedTenants, StringComparer.OrdinalIgnoreCase);
        _localOnly = true;
    }

    /// <summary>An authenticator that reads the signing keys over HTTP; without encryption from loopback alone.</summary>
    public static ActivityAuthenticator Create(BotOptions options, HttpClient http, TimeProvider time)
    {
        var isLoopback = new Uri(options.ToBotFromChannelOpenIdMetadataUrl).IsLoopback;
        return new ActivityAuthenticator(options, new HttpDocumentRetriever(http) { RequireHttps = !isLoopback }, time);
    }

    /// <summary>
    /// INSECURE: an authenticator that asks for no token at all, for a bot without an app id on a developer's own machine.
    /// The caller must make sure that the process is in development and listens on loopback alone, and must log it as insecure.
    /// Only activities that want their answers sent to loopback pass, so that nothing leaves the machine.
    /// </summary>
    /// <exception cref="InvalidOperationException">The bot has an app id, and so must ask for tokens.</exception>
    public static ActivityAuthenticator CreateInsecureLocalOnly(BotOptions options) => options.IsAnonymous
        ? new ActivityAuthenticator(options)
        : throw new InvalidOperationException("A bot with an app id must authenticate what it receives.");

    /// <summary>Checks the Authorization header against the activity that came with it. A bad token is a result and never an exception.</summary>
    public async ValueTask<AuthenticationResult> AuthenticateAsync(
        string? authorization, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (_tokens is null || _localOnly)
        {
            return Result(CheckLocal(activity));
        }

        if (_options.IsAnonymous)
        {
            return new Rejection(RejectionReason.BotHasNoAppId);
        }

        if (BearerToken(authorization) is not { } token)
        {
            return new Rejection(RejectionReason.MissingToken);
        }

        var (validated, reason) = await _tokens.ValidateAsync(token, cancellationToken);
        return Result(validated is null ? reason : Check(validated, activity));
    }

    /// <summary>Does beforehand what the first activity would wait for. Never fails: where the keys are not there yet, the first activity asks for them.</summary>
    public Task WarmUpAsync(CancellationToken cancellationToken = default) => _tokens?.WarmUpAsync(cancellationToken) ?? Task.CompletedTask;

    private static AuthenticationResult Result(RejectionReason? reason) =>
        reason is { } why ? new Rejection(why) : Authenticated.Instance;

    private static string? BearerToken(string? authorization) =>
        authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && authorization.Length > Scheme.Length
            ? authorization[Scheme.Length..].Trim()
            : null;

    private RejectionReason? Check(ValidatedToken token, Activity activity)
    {
        if (token.ServiceUrl is null || !SameAddress(token.ServiceUrl, activity.ServiceUrl))
        {
            return RejectionReason.WrongServiceUrl;
        }

        if (activity.ChannelId is null || !token.Endorsements.Contains(activity.ChannelId))
        {
            return RejectionReason.MissingEndorsement;
        }

        return CheckTenant(activity);
    }

    private RejectionReason? CheckLocal(Activity activity) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var uri) && uri.IsLoopback
            ? CheckTenant(activity)
            : RejectionReason.ServiceUrlNotLocal;

    /// <summary>Every tenant that the activity names must be one that is served, and it must name one. Only a bot without any (one in local mode) serves all.</summary>
    private RejectionReason? CheckTenant(Activity activity)
    {
        if (_servedTenants.Count == 0)
        {
            return null;
        }

        string?[] named = [activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id];
        var tenants = named.Where(tenant => !string.IsNullOrWhiteSpace(tenant)).ToArray();
        var allowed = tenants.Length > 0 && tenants.All(tenant => _servedTenants.Contains(tenant!));
        return allowed ? null : RejectionReason.WrongTenant;
    }

    private static bool SameAddress(string claim, string? serviceUrl) =>
        serviceUrl is not null && string.Equals(claim.TrimEnd('/'), serviceUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
