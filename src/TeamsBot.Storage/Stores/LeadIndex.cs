using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// The rows by which a lead is found: one for each term of its name and company, one for its email. Partition:
/// <c>name|term</c> or <c>email|address</c>; row: the lead's id. A row of a name carries name and company, by which several
/// words are matched without loading each lead; a row of an email carries nothing.
/// </summary>
internal static class LeadIndex
{
    private const int MaxEmail = 96;

    /// <summary>All rows of a lead, given its own row.</summary>
    public static IEnumerable<TableEntity> Rows(TableEntity lead)
    {
        var (id, name, company) = (lead[nameof(Lead.Id)], lead.GetString(nameof(Lead.Name)), lead.GetString(nameof(Lead.Company)));
        foreach (var term in SearchText.Terms(name).Concat(SearchText.Terms(company)).Distinct(StringComparer.Ordinal))
        {
            yield return new(Keys.Join("name", term), lead.PartitionKey)
            {
                { nameof(Lead.Id), id },
                { nameof(Lead.Name), name },
                { nameof(Lead.Company), company },
            };
        }

        if (lead.GetString(nameof(Lead.Email)) is { } email)
        {
            yield return new(EmailKey(email), lead.PartitionKey) { { nameof(Lead.Id), id } };
        }
    }

    public static TableRange TermsStartingWith(string start) =>
        TableRange.PartitionsStartingWith(Keys.Join("name", SearchText.Cut(start)));

    public static TableRange WithEmail(string email) => TableRange.Partition(EmailKey(email));

    public static LeadId LeadOf(TableEntity row) => new(row.GetString(nameof(Lead.Id))!);

    public static bool IsEmail(string text) => text.Contains('@', StringComparison.Ordinal);

    /// <summary>How well the name and company on a row answer what was asked.</summary>
    public static NameMatch Match(TableEntity row, IReadOnlyList<string> asked)
    {
        var name = SearchText.Words(row.GetString(nameof(Lead.Name)));
        var company = SearchText.Words(row.GetString(nameof(Lead.Company)));
        if (name.SequenceEqual(asked) || company.SequenceEqual(asked))
        {
            return NameMatch.Full;
        }

        return asked.All(part => name.Concat(company).Any(word => SearchText.IsPart(word, part))) ? NameMatch.Words : NameMatch.None;
    }

    // A key has a limit, and a sign such as '+' takes five characters of it.
    private static string EmailKey(string email)
    {
        var normal = email.Trim().ToLowerInvariant();
        return Keys.Join("email", normal.Length <= MaxEmail ? normal : normal[..MaxEmail]);
    }
}

internal enum NameMatch
{
    None,
    Words,
    Full,
}
