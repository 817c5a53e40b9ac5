using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Campaigns;

/// <summary>Where a campaign runs.</summary>
public enum CampaignKind
{
    Paid,
    Social,
    Email,
    Event,
    Web,
    Partner,
    Other,
}

/// <summary>Something that sales can send or read.</summary>
public sealed record ContentLink(string Title, Uri Address)
{
    /// <summary>The same as long as the address is.</summary>
    public string Key => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Address.AbsoluteUri)).AsSpan(0, 6));
}

/// <summary>An amount of money.</summary>
/// <param name="Currency">ISO 4217 code; null where none was given.</param>
public sealed record Money(decimal Amount, string? Currency);

/// <summary>The words of an announcement that may be given in several languages.</summary>
public sealed record AnnouncementText(string? Audience, string? Offer, IReadOnlyList<string> TalkingPoints);

/// <summary>What an announcement says. Where a field could not be read it is left out; <see cref="AnnouncementCheck"/> says which and why.</summary>
public sealed record AnnouncementContent
{
    public required AnnouncementForm Form { get; init; }

    public string Name => Form[AnnouncementForm.Name];

    /// <summary>The first day.</summary>
    public LocalDate? StartsOn { get; private init; }

    /// <summary>The last day, itself included.</summary>
    public LocalDate? EndsOn { get; private init; }

    public IReadOnlyList<CampaignKind> Kinds { get; private init; } = [];

    public string? Goal => Given(Form[AnnouncementForm.Goal]);

    /// <summary>For managers only.</summary>
    public Money? Budget { get; private init; }

    public PersonId? Owner { get; private init; }

    public IReadOnlyList<ContentLink> Links { get; private init; } = [];

    /// <summary>Ids of the sales channels that get it, each once, in the order given.</summary>
    public IReadOnlyList<string> SalesChannels { get; private init; } = [];

    /// <summary>On the clock of each channel; null is at once.</summary>
    public LocalDateTime? PostAt { get; private init; }

    public static AnnouncementContent Of(AnnouncementForm form) => new()
    {
        Form = form,
        StartsOn = Day(form[AnnouncementForm.StartsOn]),
        EndsOn = Day(form[AnnouncementForm.EndsOn]),
        Kinds = [.. Split(form[AnnouncementForm.Kinds]).Select(Kind).OfType<CampaignKind>().Distinct()],
        Budget = Amount(form[AnnouncementForm.Budget]),
        Owner = Given(form[AnnouncementForm.Owner]) is { } owner ? new PersonId(owner) : null,
        Links = [.. Lines(form[AnnouncementForm.Links]).Select(Link).OfType<ContentLink>().DistinctBy(link => link.Key)],
        SalesChannels = [.. Split(form[AnnouncementForm.SalesChannels]).Distinct(StringComparer.Ordinal)],
        PostAt = Day(form[AnnouncementForm.PostDate]) is { } day && Time(form[AnnouncementForm.PostTime]) is { } time ? day + time : null,
    };

    /// <summary>The words for a reader: what was given in their language, and the organisation's own words for the rest.</summary>
    public AnnouncementText TextIn(Language language)
    {
        string Of(string field) => Given(Form[AnnouncementForm.In(field, language)]) ?? Form[field];
        return new(Given(Of(AnnouncementForm.Audience)), Given(Of(AnnouncementForm.Offer)), Lines(Of(AnnouncementForm.TalkingPoints)));
    }

    /// <summary>The lines of a field that has something on them.</summary>
    internal static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.TrimStart('-', '•', '*', '–', ' ')).Where(line => line.Length > 0)];

    internal static LocalDate? Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;

    internal static LocalTime? Time(string text) =>
        LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(text) is { Success: true, Value: var time } ? time : null;

    /// <summary>"One-page brief | https://content.example.com/brief", with or without the bar; without a title the address is one.</summary>
    internal static ContentLink? Link(string line)
    {
        var at = line.LastIndexOf("https://", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !Uri.TryCreate(line[at..].Trim(), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
        {
            return null;
        }

        var title = line[..at].Trim().TrimEnd('|', ':', '-', '–', '：').Trim();
        return new(title.Length > 0 ? title : address.Host, address);
    }

    /// <summary>"12,500 EUR", "EUR 12 500", "12.500,00": groups and decimals in either style.</summary>
    internal static Money? Amount(string text)
    {
        var code = new string([.. text.Where(char.IsAsciiLetter)]).ToUpperInvariant();
        var digits = new string([.. text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',')]);
        if (code.Length is not (0 or 3) || digits.Length == 0 || text.Contains('-', StringComparison.Ordinal))
        {
            return null;
        }

        // The last mark is a decimal one where one or two digits follow it.
        var mark = digits.LastIndexOfAny(['.', ',']);
        var cents = mark >= 0 && digits.Length - mark - 1 is 1 or 2 ? digits[(mark + 1)..] : "";
        var whole = new string([.. (cents.Length > 0 ? digits[..mark] : digits).Where(char.IsAsciiDigit)]);
        return decimal.TryParse($"{whole}.{cents}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new(amount / 1.000000000000000000m, code.Length == 3 ? code : null)
            : null;
    }

    private static CampaignKind? Kind(string name) => !char.IsAsciiDigit(name[0]) && Enum.TryParse<CampaignKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
