using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>The records that a metric counts, or one of them with all that is known of it.</summary>
internal sealed class RecordList(ModelSnapshot model, Query query, DateTimeZone zone)
{
    private const int UsualRows = 200;
    private const int MostNamesakes = 5;
    private static readonly LocalDateTimePattern s_minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    public Figures Run()
    {
        var isOne = query.Form == QueryForm.Record;
        var measure = Measure.Of(query.Metric);
        var columns = RecordColumn.Of(measure.Facts.Subject, model.Attributes, isOne, query.Field);
        var conditions = new FactConditions(model).Where(measure.Where)
            .WhereNamed(measure.Facts.Subject, query.Filters.Where(filter => filter.Dimension == Dimensions.Id))
            .Where(measure.Facts.Subject, query.Filters.Where(filter => filter.Dimension != Dimensions.Id))
            .Within(measure, query.Period, zone);
        using var count = conditions.Prepare($"SELECT count(*) FROM {measure.Facts.Source}{conditions.Sql}");
        count.Step();
        var limit = isOne ? MostNamesakes : query.Limit ?? UsualRows;
        using var rows = conditions.Prepare(string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {string.Join(", ", columns.Select(column => column.Sql))} FROM {measure.Facts.Source}{conditions.Sql} ORDER BY {OrderOf(measure)} LIMIT {limit}"));
        return new([.. columns.Select(column => new FigureColumn(column.Name, column.Unit))], Read(rows, columns)) { Records = count.Int64(0) };
    }

    // By what they are worth where that was asked for, else the newest first.
    private string OrderOf(Measure measure)
    {
        var direction = query.Order == Order.Ascending ? "ASC" : "DESC";
        var by = query.Order is not null && measure.Value is { } value ? value : measure.Date;
        return $"{by} {direction} NULLS LAST, {measure.Facts.Key}";
    }

    private List<IReadOnlyList<object?>> Read(Statement rows, IReadOnlyList<RecordColumn> columns)
    {
        List<IReadOnlyList<object?>> read = [];
        while (rows.Step())
        {
            read.Add([.. columns.Select((column, index) => rows.IsNull(index) ? null : Cell(rows, index, column.Kind))]);
        }

        return read;
    }

    private object Cell(Statement row, int index, ColumnKind kind) => kind switch
    {
        ColumnKind.Value => model.TextOf(row.Int64(index)),
        ColumnKind.Number => row.Double(index),
        ColumnKind.Day => LocalDatePattern.Iso.Format(RowInsert.DayOf(row.Int64(index))),
        ColumnKind.Moment => LocalDatePattern.Iso.Format(zone.DayAt(Instant.FromUnixTimeTicks(row.Int64(index)))),
        ColumnKind.Time => s_minutes.Format(Instant.FromUnixTimeTicks(row.Int64(index)).InZone(zone).LocalDateTime),
        _ => row.Text(index),
    };
}
