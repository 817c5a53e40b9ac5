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
    public const string Table = "Index";

    /// <summary>All rows of a lead; two leads with the same rows need no change of the index.</summary>
    public static IEnumerable<TableEntity> Rows(Lead lead)
    {
        var terms = SearchText.Terms(lead.Name).Concat(SearchText.Terms(lead.Company)).Distinct(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            yield return new(Keys.Join("name", term), LeadRow.PartitionKey(lead.Id))
            {
                { nameof(Lead.Id), lead.Id.Value },
                { nameof(Lead.Name), lead.Name },
                { nameof(Lead.Company), lead.Company },
            };
        }

        if (Email(lead.Email) is { } email)
        {
            yield return new(email, LeadRow.PartitionKey(lead.Id)) { { nameof(Lead.Id), lead.Id.Value } };
        }
    }

    public static TableRange TermsStartingWith(string start) =>
        TableRange.PartitionsStartingWith(Keys.Join("name", SearchText.Cut(start)));

    public static TableRange WithEmail(string email) => TableRange.Partition(Email(email)!);

    /// <summary>What of a lead decides its rows.</summary>
    public static bool SameRows(Lead a, Lead b) => a.Name == b.Name && a.Company == b.Company && a.Email == b.Email;

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

    private static string? Email(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : Keys.Join("email", email.Trim().ToLowerInvariant());
}

internal enum NameMatch
{
    None,
    Words,
    Full,
}
