using System.Globalization;

namespace TeamsBot.Domain.Matching;

/// <summary>Knows a company by where its people get their mail.</summary>
public static class MailDomain
{
    private const int LongestName = 253;
    private static readonly IdnMapping s_ascii = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The domain under which the company of an address registered, in small ASCII letters: <c>anna@mail.acme.co.uk</c> is of
    /// <c>acme.co.uk</c>. Null for free mail, where everybody is, for a bare suffix and for what is no address.
    /// </summary>
    public static string? Of(string? email)
    {
        var parts = (email ?? "").Trim().Split('@');
        return parts is [{ Length: > 0 }, var host] && !parts[0].Any(char.IsWhiteSpace) && Ascii(host) is { } name && Registered(name.Split('.')) is { } domain && !FreeMail.Is(domain) ? domain : null;
    }

    /// <summary>A host's name in small ASCII letters; null for what is none.</summary>
    internal static string? Ascii(string host)
    {
        try
        {
            var name = s_ascii.GetAscii(host.TrimEnd('.')).ToLowerInvariant();
            return name.Length <= LongestName && name.Contains('.', StringComparison.Ordinal) && !char.IsAsciiDigit(name[^1]) ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Two labels, or three where the last two are a suffix that others share.
    private static string? Registered(string[] labels)
    {
        var count = IsSharedSuffix(labels[^2], labels[^1]) ? 3 : 2;
        return labels.Length >= count ? string.Join('.', labels.TakeLast(count)) : null;
    }

    private static bool IsSharedSuffix(string second, string top) =>
        (top.Length == 2 && s_second.Contains(second)) || s_shared.Contains($"{second}.{top}");

    private static readonly HashSet<string> s_second = new(["co", "com", "net", "org", "edu", "gov", "ac", "or", "ne", "go", "gob", "nom", "biz", "info", "ltd", "plc", "med", "sch", "firm", "ind", "gen", "web"], StringComparer.Ordinal);

    // Regions that register names, and hosts that give each customer one.
    private static readonly HashSet<string> s_shared = new(
    [
        "waw.pl", "warszawa.pl", "krakow.pl", "poznan.pl", "wroclaw.pl", "gdansk.pl", "lodz.pl", "katowice.pl", "szczecin.pl", "msk.ru", "spb.ru", "kiev.ua", "kyiv.ua", "lviv.ua", "bj.cn", "sh.cn", "gd.cn",
        "onmicrosoft.com", "myshopify.com", "wixsite.com", "blogspot.com", "wordpress.com", "github.io", "eu.org", "uk.com", "us.com", "de.com", "eu.com", "cn.com", "ru.com",
    ], StringComparer.Ordinal);
}
