using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Scoring;

/// <summary>What the rules of a rubric find out about a lead: its fields by the names of the import, then its attributes.</summary>
public static class LeadFacts
{
    /// <summary>The event that every lead with a last activity has.</summary>
    public const string LastActivity = "lastActivity";

    // Names, email and phone are personal, and are nothing to judge somebody by.
    private static readonly Dictionary<string, Func<Lead, string?>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["company"] = lead => lead.Company,
        ["title"] = lead => lead.Title,
        ["country"] = lead => lead.Country,
        ["speaks"] = lead => lead.Speaks,
        ["employees"] = lead => lead.Employees?.ToString(CultureInfo.InvariantCulture),
        ["source"] = lead => lead.Source,
        ["campaign"] = lead => lead.Campaign,
        ["product"] = lead => lead.Product,
        ["segment"] = lead => lead.Segment,
    };

    private static readonly char[] Between = [',', ';', '|', '\n'];

    /// <summary>Fields that no rule may look at.</summary>
    public static readonly IReadOnlyList<string> Personal = ["name", "email", "phone"];

    /// <summary>Without blanks around it; null where nothing is known.</summary>
    public static string? Value(Lead lead, string of) =>
        (Fields.TryGetValue(of, out var field) ? field(lead) : Attribute(lead, of))?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>When something happened: dates, or moments in ISO 8601, that stand in an attribute of the event's name. What is no date is passed over.</summary>
    public static IEnumerable<Instant> Events(Lead lead, string of) =>
        string.Equals(of, LastActivity, StringComparison.OrdinalIgnoreCase) ? lead.LastActivityAt is { } at ? [at] : []
        : (Attribute(lead, of) ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Moment).OfType<Instant>();

    internal static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Attribute(Lead lead, string name) => lead.Attributes.GetValueOrDefault(name)
        ?? lead.Attributes.Where(other => string.Equals(other.Key, name, StringComparison.OrdinalIgnoreCase)).OrderBy(other => other.Key, StringComparer.Ordinal).FirstOrDefault().Value;

    private static Instant? Moment(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? date.AtMidnight().InUtc().ToInstant()
        : OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var moment) ? moment.ToInstant()
        : LocalDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var local) ? local.InUtc().ToInstant()
        : null;
}
