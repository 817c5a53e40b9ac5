using System.Runtime.InteropServices;
using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.ReadModel;

/// <summary>The figures of one side of a query, by group.</summary>
/// <param name="Currency">The key of the one currency of all amounts; null without amounts or where they are in several.</param>
internal sealed record FigureSide(IReadOnlyDictionary<GroupKey, Cell> Groups, Cell Total, long? Currency);

/// <summary>
/// Computes a measure: SQL keeps the rows that count, in one pass over as few columns as needed; groups are added up here. SQLite would sort the
/// rows to group them, which takes longer than reading them.
/// </summary>
internal sealed class FactScan(ModelSnapshot model, Measure measure, DateTimeZone zone)
{
    private const long NoCurrency = 0;
    private const long Mixed = -1;

    private readonly Dictionary<GroupKey, Tally> groups = [];
    private readonly Tally total = new(measure.Fold);
    private long? currency;

    public FigureSide Run(IReadOnlyList<QueryFilter> filters, Period? period, IReadOnlyList<string> groupBy)
    {
        var conditions = new FactConditions(model).Where(measure.Where).Where(measure.Facts.Subject, filters).Within(measure, period, zone);
        if (groupBy.Count == 0 && measure.Fold == Fold.Count)
        {
            using var count = conditions.Prepare($"SELECT count(*) FROM {measure.Facts.Source}{conditions.Sql}");
            count.Step();
            return new(new Dictionary<GroupKey, Cell>(), new(count.Int64(0), count.Int64(0)), null);
        }

        if (filters.Count == 0 && period is null && IsIndexed(groupBy))
        {
            return RunIndexed(Column(groupBy[0]));
        }

        string[] columns = [.. groupBy.Select(Column), .. ((string?[])[measure.Value, measure.Over, measure.HasCurrency ? "currency" : null]).OfType<string>()];
        using var rows = conditions.Prepare($"SELECT {(columns.Length == 0 ? "1" : string.Join(", ", columns))} FROM {measure.Facts.Source}{conditions.Sql}");
        Read(rows, groupBy);
        return new(groups.ToDictionary(group => group.Key, group => group.Value.Cell), total.Cell, currency is NoCurrency or Mixed ? null : currency);
    }

    // All leads by one value: SQLite reads them group after group from that value's index.
    private bool IsIndexed(IReadOnlyList<string> groupBy) =>
        measure.Facts == FactTable.Leads && measure.Fold is Fold.Count or Fold.Average && groupBy is [var dimension] && !Dimensions.IsOfTime(dimension);

    private FigureSide RunIndexed(string column)
    {
        var conditions = new FactConditions(model).Where(measure.Where);
        using var rows = conditions.Prepare($"SELECT coalesce({column}, 0), count(*), sum({measure.Value ?? "0"}) FROM {measure.Facts.Source}{conditions.Sql} GROUP BY {column}");
        var (counted, records, sum) = (new Dictionary<GroupKey, Cell>(), 0L, 0.0);
        while (rows.Step())
        {
            counted[new(rows.Int64(0), 0)] = IndexedCell(rows.Int64(1), rows.Double(2));
            (records, sum) = (records + rows.Int64(1), sum + rows.Double(2));
        }

        return new(counted, IndexedCell(records, sum), Currency: null);
    }

    private Cell IndexedCell(long records, double sum) => new(measure.Fold == Fold.Count ? records : records == 0 ? null : sum / records, records);

    private string Column(string dimension) => Dimensions.IsOfTime(dimension) ? measure.Date : model.Column(measure.Facts.Subject, dimension);

    private void Read(Statement rows, IReadOnlyList<string> groupBy)
    {
        var buckets = groupBy is [var unit, ..] && Dimensions.IsOfTime(unit) ? new TimeBuckets(unit, zone, measure.IsByDay) : null;
        var at = groupBy.Count;
        while (rows.Step())
        {
            var first = at == 0 ? 0 : buckets is null ? rows.Int64(0) : rows.IsNull(0) ? TimeBuckets.None : buckets.Of(rows.Int64(0));
            var group = at == 0 ? null : Group(new(first, at == 2 ? rows.Int64(1) : 0));
            if (measure.Value is null)
            {
                total.Add();
                group?.Add();
                continue;
            }

            double? value = rows.IsNull(at) ? null : rows.Double(at);
            double? over = measure.Over is null ? null : rows.Double(at + 1);
            total.Add(value, over);
            group?.Add(value, over);
            if (measure.HasCurrency && value is not null)
            {
                Note(rows.Int64(at + 1));
            }
        }
    }

    private Tally Group(GroupKey key)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out var exists);
        return exists ? group! : group = new(measure.Fold);
    }

    private void Note(long key) => currency = currency is null || currency == key ? key : Mixed;
}
