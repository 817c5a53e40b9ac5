using TeamsBot.Domain.Questions;

namespace TeamsBot.Features.Questions;

/// <summary>What the columns of tables are called: facts of records, dimensions, metrics.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["id"] = "field.id",
        ["name"] = "field.name",
        ["lead"] = "field.lead",
        ["company"] = "field.company",
        ["title"] = "field.title",
        ["email"] = "label.email",
        ["phone"] = "label.phone",
        ["owner"] = "field.owner",
        ["score"] = "label.score",
        ["createdAt"] = "field.createdAt",
        ["openedAt"] = "field.openedAt",
        ["closedAt"] = "field.closedAt",
        ["value"] = "field.value",
        ["currency"] = "field.currency",
        ["startsOn"] = "field.startsOn",
        ["endsOn"] = "field.endsOn",
        ["budget"] = "field.budget",
        ["spend"] = "metric.spend",
        ["audience"] = "field.audience",
        ["offer"] = "field.offer",
        ["state"] = "dim.status",
        ["requestedAt"] = "field.requestedAt",
        ["requestedBy"] = "field.requestedBy",
        ["acceptedAt"] = "field.acceptedAt",
        ["acceptedBy"] = "field.acceptedBy",
        ["rejectedAt"] = "field.rejectedAt",
        ["contactedAt"] = "field.contactedAt",
        ["due"] = "field.due",
        ["dueAt"] = "field.due",
        ["share"] = "field.share",
        ["change"] = "field.change",
        ["reached"] = "field.reached",
        ["now"] = "field.now",
        ["here"] = "field.now",
        ["wentOn"] = "funnel.rate",
        ["went_on"] = "funnel.rate",
        ["days"] = "field.days",
        ["median_days"] = "field.days",
        ["accept"] = "field.accept",
        ["contact"] = "field.contact",
    };

    /// <summary>The header of a column, with a capital where the language has them.</summary>
    public static string Header(FigureColumn column, Query query, Wording wording) =>
        query.Aggregate == Aggregate.Share && column.Unit == Unit.Ratio ? Capital(wording.Say.Text("field.share")) :
        Dimensions.IsOfTime(column.Name) || query.GroupBy.Contains(column.Name) ? Capital(DimensionWords.Name(column.Name, wording).Text) : Capital(Of(column.Name, wording));

    public static string Of(string name, Wording wording) => Keys.TryGetValue(name, out var key) ? wording.Say.Text(key)
        : Metrics.Find(name) is not null ? MetricWords.Name(name, wording.Say)
        : DimensionWords.Name(name, wording).Text;

    /// <summary>A cell of a list or record: dimensions in words, the rest by its unit.</summary>
    public static string Cell(Figures figures, IReadOnlyList<object?> row, int at, Wording wording)
    {
        var column = figures.Columns[at];
        return row[at] is string text && column.Unit == Unit.Text
            ? ValueWords.Value(column.Name == "state" ? "status" : column.Name, text, wording.Say)
            : ValueWords.Of(row[at], column.Unit, figures.Currency, wording);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
