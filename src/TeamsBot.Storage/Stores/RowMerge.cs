using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>How a stored row takes over what an import says.</summary>
internal static class RowMerge
{
    private const string Attributes = "Attributes";

    /// <summary>The stored row with the covered properties and attributes of the new one.</summary>
    public static TableEntity Merge(TableEntity stored, TableEntity incoming, Coverage coverage)
    {
        var row = new TableEntity(stored.PartitionKey, stored.RowKey);
        foreach (var (name, value) in stored)
        {
            row[name] = value;
        }

        foreach (var name in coverage.Properties)
        {
            row[name] = incoming[name];
        }

        if (coverage.Attributes.Count > 0 && stored.GetString(Attributes) != incoming.GetString(Attributes))
        {
            row[Attributes] = MergeAttributes(stored.GetString(Attributes), incoming.GetString(Attributes), coverage.Attributes);
        }

        return row;
    }

    public static bool Same(TableEntity a, TableEntity b) => a.Count == b.Count && a.All(property => property.Value.Equals(b[property.Key]));

    private static string? MergeAttributes(string? stored, string? incoming, IReadOnlyCollection<string> covered)
    {
        var attributes = RowJson.ReadAttributes(stored).Where(attribute => !covered.Contains(attribute.Key))
            .Concat(RowJson.ReadAttributes(incoming))
            .ToDictionary(StringComparer.Ordinal);
        return RowJson.Write(attributes);
    }
}
