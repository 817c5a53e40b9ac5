using TeamsBot.Domain.Questions;

namespace TeamsBot.Storage.ReadModel;

/// <summary>How a column of a record is read.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>A text kept under a key.</summary>
    Value,
    Number,

    /// <summary>A moment, told by its day.</summary>
    Moment,

    /// <summary>A moment, told to the minute.</summary>
    Time,
    Day,
}

/// <summary>A column of a list of records, named as the record's field.</summary>
/// <param name="Sql">Where it is read from.</param>
/// <param name="IsDetail">Shown of a single record only.</param>
internal sealed record RecordColumn(string Name, Unit Unit, ColumnKind Kind, string Sql, bool IsDetail = false)
{
    private static readonly Dictionary<Subject, RecordColumn[]> s_bySubject = new()
    {
        [Subject.Leads] =
        [
            Text("id", "lead.id"), Text("name"), Value("account"), Value("source"), Value("campaign"), Value("stage"), Value("tier"),
            Value("owner", "rep"), Number("score", Unit.Count), Date("createdAt", "created_at"),
            Text("title") with { IsDetail = true }, Detail("product"), Detail("segment"), Detail("country"),
        ],
        [Subject.Deals] =
        [
            Text("id", "deal.id"), Value("account"), Value("product"), Value("rep"), Value("status"), Value("stage"), Number("value", Unit.Currency),
            Value("currency"), Date("openedAt", "opened_at"), Date("closedAt", "closed_at"),
            Text("lead") with { IsDetail = true }, Detail("manager"), Detail("team"), Detail("region"), Detail("source"), Detail("campaign"), Detail("segment"), Detail("country"),
        ],
        [Subject.Handoffs] =
        [
            Text("lead", "coalesce((SELECT name FROM lead WHERE lead.id = coalesce((SELECT into_lead FROM joined WHERE id = handoff.lead), handoff.lead)), handoff.lead)"), Value("account"), Value("rep"), Value("status"),
            Value("tier"), Value("channel"), Time("requestedAt", "requested_at"), Time("dueAt", "due_at"),
            Text("id", "handoff.id") with { IsDetail = true }, Text("requestedBy", "requested_by") with { IsDetail = true }, Detail("reason"),
            Time("acceptedAt", "accepted_at") with { IsDetail = true }, Time("contactedAt", "contacted_at") with { IsDetail = true },
            Detail("source"), Detail("campaign"), Detail("product"), Detail("segment"), Detail("country"),
        ],
        [Subject.Campaigns] =
        [
            Value("campaign"), Value("channel"), Value("status"), new("startsOn", Unit.Date, ColumnKind.Day, "starts_on"), new("endsOn", Unit.Date, ColumnKind.Day, "ends_on"),
            Number("budget", Unit.Currency), Number("spend", Unit.Currency), Text("owner"),
            Text("id", "campaigns.id") with { IsDetail = true }, Text("audience") with { IsDetail = true }, Text("offer") with { IsDetail = true },
        ],
    };

    /// <summary>The columns of these records; those of their attributes last.</summary>
    /// <param name="field">The only one that is asked for, beside what the record is called; null for all.</param>
    public static IReadOnlyList<RecordColumn> Of(Subject subject, IReadOnlyList<ModelAttribute> attributes, bool withDetails, string? field)
    {
        RecordColumn[] all =
        [
            .. s_bySubject[subject],
            .. attributes.Where(attribute => attribute.Subject == subject).Select(attribute => Detail(attribute.Name, attribute.Column)),
        ];
        if (all.FirstOrDefault(column => string.Equals(column.Name, field, StringComparison.OrdinalIgnoreCase)) is not { } asked)
        {
            return [.. all.Where(column => withDetails || !column.IsDetail)];
        }

        var name = subject == Subject.Leads ? all[1] : all[0];
        return asked == name ? [name] : [name, asked];
    }

    private static RecordColumn Text(string name, string? sql = null) => new(name, Unit.Text, ColumnKind.Text, sql ?? name);

    private static RecordColumn Value(string name, string? sql = null) => new(name, Unit.Text, ColumnKind.Value, sql ?? name);

    private static RecordColumn Detail(string name, string? sql = null) => Value(name, sql) with { IsDetail = true };

    private static RecordColumn Number(string name, Unit unit) => new(name, unit, ColumnKind.Number, name);

    private static RecordColumn Date(string name, string sql) => new(name, Unit.Date, ColumnKind.Moment, sql);

    private static RecordColumn Time(string name, string sql) => new(name, Unit.Date, ColumnKind.Time, sql);
}
