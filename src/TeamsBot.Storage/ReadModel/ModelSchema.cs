using TeamsBot.Domain.Questions;

namespace TeamsBot.Storage.ReadModel;

/// <summary>The tables of the read model. Moments are ticks since 1970 in UTC, days are counted from 1970, and texts that figures are grouped by are keys of the table of values.</summary>
internal static class ModelSchema
{
    /// <summary>Raised whenever tables or what is written to them change; a file of another version is built anew.</summary>
    public const long Version = 3;

    public const string LeadColumns =
        "id, created_at, is_mql, mql_at, handed_at, accepted_at, qualified_at, won, won_at, stage_number, reached, score, name, name_folded, title, erased";

    public const string DealColumns =
        "id, lead, own_source, own_campaign, own_segment, own_country, own_opened_at, opened_at, closed_at, state, value, currency";

    public const string HandoffColumns =
        "id, lead, requested_at, accepted_at, contacted_at, state, accepted, accept_minutes, contact_minutes, due_at, requested_by";

    public const string CampaignColumns =
        "id, campaign_id, starts_on, ends_on, budget, spend, audience, offer, owner";

    public const string FeedbackColumns = "of_lead, of_handoff, tenant, campaign, said, what, title, at";

    /// <summary>What can be made before the rows are there.</summary>
    public static string Tables(IReadOnlyList<ModelAttribute> attributes) => $"""
        CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE value (key INTEGER PRIMARY KEY, text TEXT NOT NULL, folded TEXT NOT NULL);
        CREATE TABLE attribute (records TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, labels TEXT NOT NULL, PRIMARY KEY (records, name)) WITHOUT ROWID;
        CREATE TABLE lead (key INTEGER PRIMARY KEY, {LeadColumns}{Dimension(Subject.Leads, attributes)});
        CREATE TABLE joined (id TEXT PRIMARY KEY, into_lead TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE recycling (key INTEGER PRIMARY KEY, of_lead TEXT NOT NULL, recycled_at INTEGER);
        CREATE TABLE deal (key INTEGER PRIMARY KEY, {DealColumns}{Dimension(Subject.Deals, attributes)});
        CREATE TABLE handoff (key INTEGER PRIMARY KEY, {HandoffColumns}{Dimension(Subject.Handoffs, attributes)});
        CREATE TABLE clock (key INTEGER PRIMARY KEY, of_handoff TEXT NOT NULL, clock_due_at INTEGER NOT NULL, met INTEGER NOT NULL);
        CREATE TABLE feedback (key INTEGER PRIMARY KEY, {FeedbackColumns});
        CREATE TABLE campaigns (key INTEGER PRIMARY KEY, {CampaignColumns}{Dimension(Subject.Campaigns, attributes)});
        CREATE TABLE announcement (key INTEGER PRIMARY KEY, posted_at INTEGER, acknowledged INTEGER, members INTEGER{Dimension(Subject.Announcements, attributes)});
        CREATE TABLE target (metric TEXT NOT NULL, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, dimension TEXT, member INTEGER, amount REAL NOT NULL);
        CREATE TABLE seen_note (partition TEXT NOT NULL, row TEXT NOT NULL, at INTEGER NOT NULL, is_open INTEGER NOT NULL, PRIMARY KEY (partition, row)) WITHOUT ROWID;
        """;

    /// <summary>What leads and deals find each other by; made once the rows are there.</summary>
    public const string KeyIndexes = """
        CREATE UNIQUE INDEX value_text ON value (text);
        CREATE INDEX value_folded ON value (folded);
        CREATE UNIQUE INDEX lead_id ON lead (id);
        CREATE UNIQUE INDEX deal_id ON deal (id);
        CREATE INDEX deal_lead ON deal (lead);
        """;

    /// <summary>What makes answers fast. Leads are many: what is asked of them in a period is answered from one index.</summary>
    public static string Indexes(IReadOnlyList<ModelAttribute> attributes) => $"""
        CREATE INDEX lead_name ON lead (name_folded);
        CREATE INDEX lead_created ON lead (created_at, is_mql, won{Dimension(Subject.Leads, attributes)});
        CREATE INDEX lead_mql ON lead (mql_at, is_mql{Dimension(Subject.Leads, attributes)});
        CREATE INDEX joined_into ON joined (into_lead);
        CREATE INDEX recycling_lead ON recycling (of_lead);
        CREATE INDEX deal_opened ON deal (opened_at);
        CREATE INDEX deal_closed ON deal (closed_at);
        CREATE UNIQUE INDEX handoff_id ON handoff (id);
        CREATE INDEX handoff_lead ON handoff (lead);
        CREATE INDEX handoff_requested ON handoff (requested_at);
        CREATE INDEX feedback_lead ON feedback (of_lead);
        CREATE INDEX feedback_at ON feedback (tenant, at);
        CREATE INDEX clock_handoff ON clock (of_handoff);
        CREATE INDEX clock_due ON clock (clock_due_at);
        CREATE UNIQUE INDEX campaigns_id ON campaigns (id);
        {string.Concat(Facts.SelectMany(table => DimensionColumns(table.Subject, attributes).Select(column => IndexOf(table.Name, column))))}
        """;

    /// <summary>
    /// Takes away the texts that no row has any more. Most texts are found at the first look, and where they are is looked for by index,
    /// save for the few that only deals' currencies, campaigns' ids and targets have.
    /// </summary>
    public static string ForgetValues(IReadOnlyList<ModelAttribute> attributes) =>
        "DELETE FROM value WHERE " + string.Join(" AND ", Users(attributes).Select(user => $"NOT EXISTS (SELECT 1 FROM {user.Table} WHERE {user.Column} = value.key)"));

    private static IEnumerable<(string Table, string Column)> Users(IReadOnlyList<ModelAttribute> attributes) =>
    [
        .. Facts.SelectMany(table => DimensionColumns(table.Subject, attributes).Select(column => (table.Name, column))).OrderByDescending(user => user.column == "account"),
        ("campaigns", "campaign_id"), ("target", "member"), ("deal", "currency"),
    ];

    /// <summary>The tables that hold dimensions, and whose.</summary>
    public static IReadOnlyList<(string Name, Subject Subject)> Facts { get; } =
    [
        ("lead", Subject.Leads), ("deal", Subject.Deals), ("handoff", Subject.Handoffs), ("campaigns", Subject.Campaigns), ("announcement", Subject.Announcements),
    ];

    /// <summary>The columns of a subject's dimensions, then those of its attributes.</summary>
    public static IEnumerable<string> DimensionColumns(Subject subject, IReadOnlyList<ModelAttribute> attributes) =>
        [.. Dimensions.Of(subject), .. attributes.Where(attribute => attribute.Subject == subject).Select(attribute => attribute.Column)];

    // With a lead's value stands what leads are counted by most: then a breakdown of all leads reads this index alone, in order.
    private static string IndexOf(string table, string column) =>
        $"CREATE INDEX {table}_of_{column} ON {table} ({column}{(table == "lead" ? ", won, is_mql" : "")});";

    private static string Dimension(Subject subject, IReadOnlyList<ModelAttribute> attributes) =>
        string.Concat(DimensionColumns(subject, attributes).Select(column => ", " + column));
}
