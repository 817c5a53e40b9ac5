using System.Globalization;
using System.Text.Json;
using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables.Sqlite;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.ReadModel;

/// <summary>The condition of a query as SQL, with its values as parameters. Names of columns come from the catalogue alone.</summary>
internal sealed class FactConditions(ModelSnapshot model)
{
    // So many rows are looked up one by one in less time than all are read.
    private const int Few = 5_000;

    private readonly List<string> conditions = [];
    private readonly List<object> parameters = [];

    public string Sql => conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);

    public FactConditions Where(string? condition)
    {
        if (condition is not null)
        {
            conditions.Add(condition);
        }

        return this;
    }

    public FactConditions Where(Subject records, IEnumerable<QueryFilter> filters)
    {
        foreach (var filter in filters)
        {
            var (keys, orNone) = (model.KeysOf(filter.Values.Where(value => value != Dimensions.None)), filter.Values.Contains(Dimensions.None));
            if (!filter.Exclude && !orNone && AreFew(records, filter.Dimension, keys))
            {
                conditions.Add($"{model.Column(records, filter.Dimension)} IN ({Each(keys)})");
                continue;
            }

            var isAny = string.Join(" OR ", Columns(records, filter.Dimension).Select(column => IsAny(column, keys, orNone)));
            conditions.Add(filter.Exclude ? $"NOT ({isAny})" : $"({isAny})");
        }

        return this;
    }

    /// <summary>Keeps the records that go by this id or name.</summary>
    public FactConditions WhereNamed(Subject records, IEnumerable<QueryFilter> filters)
    {
        foreach (var filter in filters)
        {
            var texts = Add(JsonSerializer.Serialize([.. filter.Values], NoteIdsJson.Default.StringArray));
            var folded = Add(JsonSerializer.Serialize([.. filter.Values.Select(value => ValueKeys.Fold(value.Trim()))], NoteIdsJson.Default.StringArray));
            conditions.Add(records switch
            {
                Subject.Leads => $"(lead.id IN ({Each(texts)}) OR name_folded IN ({Each(folded)}) OR account IN (SELECT key FROM value WHERE folded IN ({Each(folded)})))",
                Subject.Handoffs => $"(handoff.id IN ({Each(texts)}) OR handoff.lead IN ({Each(texts)}))",
                Subject.Campaigns => $"(campaigns.id IN ({Each(texts)}) OR campaign IN (SELECT key FROM value WHERE folded IN ({Each(folded)})))",
                _ => $"deal.id IN ({Each(texts)})",
            });
        }

        return this;
    }

    /// <summary>From the first day's beginning to the beginning of the day that is excluded.</summary>
    public FactConditions Within(Measure measure, Period? period, DateTimeZone zone)
    {
        if (period?.From is { } from)
        {
            conditions.Add($"{measure.Date} >= {Add(Bound(measure, from, zone))}");
        }

        if (period?.To is { } to)
        {
            conditions.Add($"{measure.Date} < {Add(Bound(measure, to, zone))}");
        }

        return this;
    }

    public Statement Prepare(string sql)
    {
        var statement = new Statement(model.Connection, sql);
        for (var i = 0; i < parameters.Count; i++)
        {
            _ = parameters[i] is long number ? statement.Bind(i + 1, number) : statement.BindText(i + 1, (string)parameters[i]);
        }

        return statement;
    }

    private static long Bound(Measure measure, LocalDate day, DateTimeZone zone) =>
        measure.IsByDay ? RowInsert.DayNumber(day) : zone.StartOfDay(day).ToUnixTimeTicks();

    // A campaign is meant by its name and by its id.
    private IEnumerable<string> Columns(Subject records, string dimension) =>
        records == Subject.Campaigns && dimension == "campaign" ? ["campaign", "campaign_id"] : [model.Column(records, dimension)];

    private bool AreFew(Subject records, string dimension, IReadOnlyList<long> keys)
    {
        if (records == Subject.Campaigns || keys.Count == 0)
        {
            return false;
        }

        var table = ModelSchema.Facts.First(facts => facts.Subject == records).Name;
        using var count = new Statement(model.Connection, string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {model.Column(records, dimension)} IN (SELECT value FROM json_each(?1)) LIMIT {Few + 1})"));
        count.BindText(1, "[" + string.Join(',', keys) + "]").Step();
        return count.Int64(0) <= Few;
    }

    // The plus keeps SQLite from looking rows up one by one by a value that many have; it never yields NULL, so that NOT is its opposite.
    private string IsAny(string column, IReadOnlyList<long> keys, bool orNone)
    {
        var isOne = keys.Count == 0 ? "0" : $"coalesce(+{column} IN ({Each(keys)}), 0)";
        return orNone ? $"{isOne} OR {column} IS NULL" : isOne;
    }

    private string Each(IReadOnlyList<long> keys) => string.Join(", ", keys.Select(key => Add(key)));

    private static string Each(string parameter) => $"SELECT value FROM json_each({parameter})";

    private string Add(object parameter)
    {
        parameters.Add(parameter);
        return "?" + parameters.Count.ToString(CultureInfo.InvariantCulture);
    }
}
