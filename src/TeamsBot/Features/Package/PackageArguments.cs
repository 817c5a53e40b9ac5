using System.CommandLine;
using System.Text.RegularExpressions;

namespace TeamsBot.Features.Package;

/// <summary>The options of <c>package</c>, each refused with what it should be.</summary>
internal sealed partial class PackageArguments
{
    private readonly Option<string> appId = Text("--app-id", "ID", "The client id of the bot's identity (MicrosoftAppId).", IsGuid,
        "is no app id. It is a GUID such as 11111111-2222-3333-4444-555555555555: the client id of the bot's managed identity or app registration.");

    private readonly Option<string> domain = Text("--domain", "HOST", "The host that the bot answers at, such as baton.contoso.com.", text => Host().IsMatch(text),
        "is no domain. It is a host name with a dot, without https://, port and path, such as baton.contoso.com.");

    private readonly Option<string> name = Short("--name", "The app's name in Teams. Default: Baton.", 30);
    private readonly Option<string> company = Short("--company", "Who offers the app: your organisation. Default: Baton.", 32);

    private readonly Option<string> version = Text("--app-version", "N.N.N", "Higher at every upload. Default: 1.0.0.", text => Number().IsMatch(text),
        "is no version. It is three numbers such as 1.0.1, higher at every upload.");

    private readonly Option<string> website = Page("--website", "A page about the app. Default: https:// and the domain.");
    private readonly Option<string> privacy = Page("--privacy", "Your privacy statement. Default: the website.");
    private readonly Option<string> terms = Page("--terms", "Your terms of use. Default: the website.");

    public PackageArguments() => appId.Required = domain.Required = true;

    public void AddTo(Command command)
    {
        foreach (var option in (Option<string>[])[appId, domain, name, company, version, website, privacy, terms])
        {
            command.Add(option);
        }
    }

    public PackageValues Read(ParseResult parsed)
    {
        var values = new PackageValues(parsed.GetValue(appId)!.ToLowerInvariant(), parsed.GetValue(domain)!.ToLowerInvariant());
        return values with
        {
            Name = parsed.GetValue(name) ?? values.Name,
            Company = parsed.GetValue(company) ?? values.Company,
            Version = parsed.GetValue(version) ?? values.Version,
            Website = parsed.GetValue(website) ?? values.Website,
            Privacy = parsed.GetValue(privacy),
            Terms = parsed.GetValue(terms),
        };
    }

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    private static Option<string> Short(string name, string description, int longest) => Text(name, "TEXT", description,
        text => text.Trim().Length > 0 && text.Length <= longest, $"has to have 1 to {longest} characters.");

    private static Option<string> Page(string name, string description) => Text(name, "ADDRESS", description,
        text => Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && text.Length <= 2048,
        "is no https address, such as https://contoso.com/privacy.");

    private static Option<string> Text(string name, string helpName, string description, Func<string, bool> isGood, string remedy)
    {
        var option = new Option<string>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } text && !isGood(text))
            {
                given.AddError($"{name}: '{text}' {remedy}");
            }
        });
        return option;
    }

    [GeneratedRegex(@"\A(?=.{4,253}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Host();

    // Teams knows no number that begins with zero.
    [GeneratedRegex(@"\A(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}\z", RegexOptions.ExplicitCapture | RegexOptions.ECMAScript, 1000)]
    private static partial Regex Number();
}
