using TeamsBot.Domain.Leads;

namespace TeamsBot.Text;

/// <summary>How cards speak of a lead.</summary>
internal static class LeadWords
{
    private const int LongestName = 28;

    /// <summary>"Nadia Brandt, Kestrel Cold Chain", each cut so that neither pushes the other out.</summary>
    public static Phrase Who(this Lead lead, Say say) => lead.Who(say, name => Cut(name, LongestName));

    /// <summary>The same with the names in full.</summary>
    public static Phrase FullWho(this Lead lead, Say say) => lead.Who(say, name => name);

    /// <summary>Job, size and country; segment and product stand in where these are unknown.</summary>
    public static IEnumerable<string> Traits(this Lead lead, Say say)
    {
        string?[] traits =
        [
            say.Given(lead.Title),
            lead.Employees is { } n ? say.Text("lead.people", ("n", n)) : null,
            say.Given(lead.Country),
            say.Given(lead.Segment),
            say.Given(lead.Product),
        ];
        return traits.OfType<string>().Take(3);
    }

    /// <summary>At most so many characters, cut between words where there is a gap late enough.</summary>
    public static string Cut(string text, int longest)
    {
        text = text.Trim();
        if (text.Length <= longest)
        {
            return text;
        }

        var gap = text.LastIndexOf(' ', longest - 1);
        var end = gap >= longest / 2 ? gap : longest - 1;
        while (end > 1 && !IsStartOfCharacter(text, end))
        {
            end--;
        }

        return text[..end].TrimEnd(' ', ',', '.', ';', '-') + "…";
    }

    private static bool IsStartOfCharacter(string text, int at) =>
        !char.IsLowSurrogate(text[at]) && char.GetUnicodeCategory(text, at) is not (
            System.Globalization.UnicodeCategory.NonSpacingMark or
            System.Globalization.UnicodeCategory.SpacingCombiningMark or
            System.Globalization.UnicodeCategory.EnclosingMark);

    private static Phrase Who(this Lead lead, Say say, Func<string, string> shorten) => (lead.Name, lead.Company) switch
    {
        ({ } person, { } company) => say.Phrase("lead.who", ("person", shorten(person)), ("company", shorten(company))),
        (null, null) => say.Phrase("lead.unnamed", ("id", shorten(lead.Id.Value))),
        var (person, company) => new(say.Value(shorten((person ?? company)!))),
    };
}
