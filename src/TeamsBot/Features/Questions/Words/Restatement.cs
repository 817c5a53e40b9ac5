using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>How a question was understood, on one line: "Leads · created March 2018 · source: paid search".</summary>
internal static class Restatement
{
    public static string Of(Query query, Wording wording) => query.Form switch
    {
        QueryForm.Definition => wording.Say.Text("restate.definition", ("terms", Definitions.Names(query, wording.Say))),
        QueryForm.Sla => wording.Say.Text("restate.sla"),
        _ => Anatomy.Dotted(Parts(query, wording)),
    };

    /// <summary>The period in words, with what dates the records: "created March 2018".</summary>
    public static string Dated(Query query, Period? period, Say say) =>
        period is null ? PeriodWords.Name(null, say).Text : MetricWords.Dated(query, PeriodWords.Name(period, say), say);

    private static IEnumerable<string?> Parts(Query query, Wording wording)
    {
        var say = wording.Say;
        var name = MetricWords.Name(query, say);
        yield return query switch
        {
            { Form: QueryForm.List } => say.Text("restate.list", ("metric", name)),
            { Form: QueryForm.Record } => say.Text("restate.record", ("metric", name)),
            { Aggregate: Aggregate.Share } => say.Text("restate.share", ("metric", name)),
            { Metric: Metrics.Funnel, GroupBy: [] } => say.Text("restate.funnel"),
            _ => name.Text,
        };
        if (query.Form != QueryForm.Record || query.Period is not null)
        {
            yield return Dated(query, query.Period, say);
        }

        foreach (var filter in query.Filters)
        {
            yield return FilterWords.Of(filter, wording).Text;
        }

        foreach (var group in query.GroupBy)
        {
            yield return DimensionWords.By(group, wording).Text;
        }

        yield return Compared(query, wording);
        yield return Limited(query, say);
    }

    private static string? Compared(Query query, Wording wording) => query.CompareTo switch
    {
        { Period: { } period } => wording.Say.Text("restate.compared", ("other", PeriodWords.Name(period, wording.Say))),
        { Value: { } value } => wording.Say.Text("restate.compared", ("other", FilterWords.Values(value, wording.Say))),
        _ => null,
    };

    private static string? Limited(Query query, Say say) => (query.Limit, query.Order) switch
    {
        ({ } limit, Order.Ascending) => say.Text("restate.bottom", ("count", limit)),
        ({ } limit, Order.Descending) => say.Text("restate.top", ("count", limit)),
        ({ } limit, _) => say.Text("restate.first", ("count", limit)),
        _ => null,
    };
}
