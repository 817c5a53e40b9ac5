using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Adds rows to one table; the values are put in the order of the columns.</summary>
internal sealed class RowInsert : IDisposable
{
    private static readonly LocalDate s_epoch = new(1970, 1, 1);

    private readonly Statement statement;
    private readonly int columns;
    private int next;

    public RowInsert(SqliteConnection connection, string table, string columns)
    {
        this.columns = columns.Count(letter => letter == ',') + 1;
        statement = new(connection, $"INSERT INTO {table} ({columns}) VALUES ({string.Join(',', Enumerable.Repeat('?', this.columns))})");
    }

    /// <summary>The number of a day.</summary>
    public static long DayNumber(LocalDate day) => Period.DaysBetween(s_epoch, day);

    public static LocalDate DayOf(long number) => s_epoch.PlusDays((int)number);

    public RowInsert Put(string? text)
    {
        statement.BindText(++next, text);
        return this;
    }

    public RowInsert Put(long? number)
    {
        statement.Bind(++next, number);
        return this;
    }

    public RowInsert Put(bool truth) => Put(truth ? 1L : 0L);

    public RowInsert Put(decimal? amount)
    {
        statement.Bind(++next, (double?)amount);
        return this;
    }

    public RowInsert Put(double? number)
    {
        statement.Bind(++next, number);
        return this;
    }

    public RowInsert Put(Instant? at) => Put(at?.ToUnixTimeTicks());

    public RowInsert Put(LocalDate? day) => Put(day is { } known ? DayNumber(known) : null);

    public void Run()
    {
        if (next != columns)
        {
            throw new InvalidOperationException($"A row of {columns} columns got {next} values.");
        }

        next = 0;
        statement.Run();
    }

    public void Dispose() => statement.Dispose();
}
