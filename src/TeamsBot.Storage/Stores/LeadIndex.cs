using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// The rows by which a lead is found: one for each term of its name and company, one for its email. Partition:
/// <c>name|term</c> or <c>email|address</c>; row: the lead's id. A row holds nothing further of the person but whether
/// the term is a whole name.
/// </summary>
internal static class LeadIndex
{
    private const string IsWholeName = "Whole";
    private const int MaxEmail = 96;

    /// <summary>The partitions of a lead's rows, given the lead's own row, and whether their term is a whole name.</summary>
    public static IReadOnlyDictionary<string, bool> Entries(TableEntity lead)
    {
        var entries = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string?>)[lead.GetString(nameof(Lead.Name)), lead.GetString(nameof(Lead.Company))])
        {
            foreach (var (term, whole) in SearchText.Terms(name))
            {
                var partition = Keys.Join("name", term);
                entries[partition] = whole || entries.GetValueOrDefault(partition);
            }
        }

        if (lead.GetString(nameof(Lead.Email)) is { } email)
        {
            entries[EmailKey(email)] = false;
        }

        return entries;
    }

    public static TableEntity Row(string partition, string leadKey, bool whole)
    {
        var row = new TableEntity(partition, leadKey);
        if (whole)
        {
            row[IsWholeName] = true;
        }

        return row;
    }

    public static TableRange TermsStartingWith(string start) => TableRange.PartitionsStartingWith(TermKey(start));

    public static TableRange WithEmail(string email) => TableRange.Partition(EmailKey(email));

    public static bool IsEmail(string text) => text.Contains('@', StringComparison.Ordinal);

    public static LeadId LeadOf(TableEntity row) => new(Keys.Split(row.RowKey)[0]);

    /// <summary>Whether the row's term is the whole of a name or company, and just what was asked.</summary>
    public static bool IsWhole(TableEntity row, string asked) => row.GetBoolean(IsWholeName) == true && row.PartitionKey == TermKey(asked);

    private static string TermKey(string term) => Keys.Join("name", SearchText.Cut(term));

    // A key has a limit, and a sign such as '+' takes five characters of it.
    private static string EmailKey(string email)
    {
        var normal = email.Trim().ToLowerInvariant();
        return Keys.Join("email", normal.Length <= MaxEmail ? normal : normal[..MaxEmail]);
    }
}
