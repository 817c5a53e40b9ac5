using System.Text;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>A key range in the service's query language (OData: eq, ge, lt, and).</summary>
internal static class TableFilter
{
    /// <summary>The filter, or null for the whole table.</summary>
    public static string? Of(TableRange range)
    {
        var filter = new StringBuilder();
        if (range.SinglePartition is { } partition)
        {
            And(filter, "PartitionKey eq", partition);
        }
        else
        {
            Between(filter, "PartitionKey", range.PartitionFrom, range.PartitionTo);
        }

        Between(filter, "RowKey", range.RowFrom, range.RowTo);
        return filter.Length == 0 ? null : filter.ToString();
    }

    /// <summary>A key as a literal: a quote is written twice.</summary>
    public static string Literal(string key) => $"'{key.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Between(StringBuilder filter, string key, string from, string? to)
    {
        if (from.Length > 0)
        {
            And(filter, key + " ge", from);
        }

        if (to is not null)
        {
            And(filter, key + " lt", to);
        }
    }

    private static void And(StringBuilder filter, string comparison, string key) =>
        filter.Append(filter.Length > 0 ? " and " : "").Append(comparison).Append(' ').Append(Literal(key));
}
