using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// The rows by which a lead finds those that may be the same. Partition: <c>match|key</c>, where the key is a hash of what they share; row: the lead's id. They
/// are written when the lead is compared, a moment after it was saved, and go with what they were made of.
/// </summary>
internal static class MatchIndex
{
    private static readonly string[] s_compared = [nameof(Lead.Name), nameof(Lead.Company), nameof(Lead.Email), nameof(Lead.Phone), nameof(Lead.Country)];

    // Without one of these nothing tells a lead from others.
    private static readonly string[] s_telling = [nameof(Lead.Name), nameof(Lead.Company), nameof(Lead.Email), nameof(Lead.Phone)];

    public static IEnumerable<string> Partitions(LeadTraits traits) => traits.Keys().Select(key => Keys.Join("match", key));

    public static TableEntity Row(string partition, LeadId lead) => new(partition, Keys.Join(lead.Value));

    /// <summary>Whether a change is one of what leads are compared by.</summary>
    public static bool IsToBeMatched(RowChange change) =>
        s_telling.Any(name => change.After[name] is not null) && (change.Before is null || IsOtherNow(change));

    /// <summary>The partitions in which a lead has no row any more.</summary>
    public static IEnumerable<string> Obsolete(RowChange change) => change.Before is { } before && IsOtherNow(change)
        ? Partitions(LeadTraits.Of(LeadRow.Read(before))).Except(change.After.Count == 0 ? [] : Partitions(LeadTraits.Of(LeadRow.Read(change.After))), StringComparer.Ordinal)
        : [];

    private static bool IsOtherNow(RowChange change) => s_compared.Any(name => change.Before!.GetString(name) != change.After.GetString(name));
}
