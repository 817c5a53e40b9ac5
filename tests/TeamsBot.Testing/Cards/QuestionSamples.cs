using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Questions;
using TeamsBot.Text;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Testing.Cards;

/// <summary>A question of each form with figures that records could give.</summary>
public static class QuestionSamples
{
    public static readonly Period March = new(new LocalDate(2018, 3, 1), new LocalDate(2018, 4, 1));
    public static readonly Period February = new(new LocalDate(2018, 2, 1), new LocalDate(2018, 3, 1));
    public static readonly Period FirstQuarter = new(new LocalDate(2018, 1, 1), new LocalDate(2018, 4, 1));

    private static readonly QueryFilter PaidSearch = new("source", ["paid search"]);

    public static Query Leads { get; } = new(Metrics.Leads) { Period = March, Filters = [PaidSearch] };

    public static Query BySource { get; } = new(Metrics.Leads) { Period = March, GroupBy = ["source"] };

    public static Query Funnel { get; } = new(Metrics.Funnel) { Period = March };

    /// <summary>Each with its figures; the names are those of the snapshots and of the matrix of cards.</summary>
    public static IReadOnlyDictionary<string, (Query Query, Figures Figures)> All { get; } = new Dictionary<string, (Query, Figures)>
    {
        ["count"] = (Leads, One(Metrics.Leads, Unit.Count, 262d)),
        ["count-of-one"] = (Leads with { Filters = [] }, One(Metrics.Leads, Unit.Count, 1d)),
        ["ratio"] = (new(Metrics.WinRate) { Period = FirstQuarter }, One(Metrics.WinRate, Unit.Ratio, 0.6315)),
        ["money"] = (new(Metrics.Revenue) { Filters = [new("region", ["East", "West"], Exclude: true)] }, One(Metrics.Revenue, Unit.Currency, 1_840_250d) with { Currency = "USD" }),
        ["small-money"] = (new(Metrics.AverageDealSize) { Period = March, Aggregate = Aggregate.Median }, One(Metrics.AverageDealSize, Unit.Currency, 2360.9) with { Currency = "EUR" }),
        ["days"] = (new(Metrics.SalesCycle) { Period = March, Aggregate = Aggregate.Median }, One(Metrics.SalesCycle, Unit.Days, 47.26)),
        ["minutes"] = (new(Metrics.TimeToAccept) { Period = March }, One(Metrics.TimeToAccept, Unit.Minutes, 205.4)),
        ["breakdown"] = (BySource, Grouped("source", Metrics.Leads, Unit.Count, ("direct traffic", 80), ("display", 16), ("email", 74), (Dimensions.None, 30), ("organic search", 340), ("paid search", 262), ("social", 139))),
        ["breakdown-long"] = (BySource with { GroupBy = ["segment"] }, Grouped("segment", Metrics.Leads, Unit.Count, [.. Enumerable.Range(1, 26).Select(n => ($"segment number {n} of things for house and garden", (double?)(n * 7)))])),
        ["two-groups"] = (
            BySource with { GroupBy = ["month", "source"], Period = FirstQuarter },
            new([new("month", Unit.Text), new("source", Unit.Text), new(Metrics.Leads, Unit.Count)], [["2018-01", "email", 60d], ["2018-01", "social", 101d], ["2018-02", "email", 68d], ["2018-02", "social", 99d]]) { Records = 328 }),
        ["trend"] = (new(Metrics.WinRate) { Period = new(new LocalDate(2018, 1, 1), null), GroupBy = ["month"] }, Grouped("month", Metrics.WinRate, Unit.Ratio, ("2018-01", 0.5), ("2018-02", 0.625), ("2018-03", null), ("2018-04", 0.581))),
        ["trend-weeks"] = (new(Metrics.WonDeals) { Period = March, GroupBy = ["week"] }, Grouped("week", Metrics.WonDeals, Unit.Count, ("2018-W09", 4), ("2018-W10", 39), ("2018-W11", 48), ("2018-W12", 45), ("2018-W13", 22))),
        ["top"] = (new(Metrics.Revenue) { Period = FirstQuarter, GroupBy = ["rep"], Order = Order.Descending, Limit = 3 }, Grouped("rep", Metrics.Revenue, Unit.Currency, ("Darcel Schlecht", 1_153_214), ("Vicki Laflamme", 478_396), (Samples.Hostile, 454_298)) with { Currency = "USD" }),
        ["bottom"] = (BySource with { Order = Order.Ascending, Limit = 3 }, Grouped("source", Metrics.Leads, Unit.Count, ("other publicities", 8), ("display", 16), ("other", 22))),
        ["compared"] = (
            new(Metrics.Leads) { Period = March, CompareTo = new() { Period = February } },
            new([new("2018-03", Unit.Count), new("2018-02", Unit.Count), new("change", Unit.Ratio)], [[1174d, 1028d, 0.142]]) { Records = 2202 }),
        ["compared-values"] = (
            Leads with { CompareTo = new() { Value = new("source", ["organic search"]) } },
            new([new("paid search", Unit.Count), new("organic search", Unit.Count), new("change", Unit.Ratio)], [[262d, 340d, -0.2294]]) { Records = 602 }),
        ["compared-groups"] = (
            BySource with { CompareTo = new() { Period = February } },
            new([new("source", Unit.Text), new("2018-03", Unit.Count), new("2018-02", Unit.Count), new("change", Unit.Ratio)], [["email", 74d, 68d, 0.088], ["social", 139d, 0d, null]]) { Records = 281 }),
        ["share"] = (Leads with { Aggregate = Aggregate.Share, Filters = [PaidSearch with { IsPart = true }] }, new([new(Metrics.Leads, Unit.Count), new("share", Unit.Ratio)], [[262d, 0.22317]]) { Records = 1174 }),
        ["shares"] = (BySource with { Aggregate = Aggregate.Share }, Grouped("source", "share", Unit.Ratio, ("email", 0.0004), ("social", 0.2), ("paid search", 0.7996))),
        ["list"] = (
            new(Metrics.Handoffs) { Form = QueryForm.List, Filters = [new("status", ["waiting"])] },
            new([new("lead", Unit.Text), new("company", Unit.Text), new("tier", Unit.Text), new("requestedAt", Unit.Date), new("due", Unit.Date)],
                [["Nadia Brandt", "Kestrel Cold Chain", "Hot", "2026-11-23T13:00:00Z", "2026-11-23T13:30:00Z"], [Samples.Hostile, null, "Warm", "2026-11-22T09:00:00Z", "2026-11-22T13:00:00Z"]]) { Records = 2 }),
        ["record"] = (
            new(Metrics.Campaigns) { Form = QueryForm.Record, Filters = [new("campaign", ["Dock Delays 2026"])], Field = "endsOn" },
            new([new("name", Unit.Text), new("channel", Unit.Text), new("status", Unit.Text), new("startsOn", Unit.Date), new("endsOn", Unit.Date), new("budget", Unit.Currency)],
                [["Dock Delays 2026", "webinar", "live", "2026-09-01", "2026-12-20", 12_000d]]) { Records = 1, Currency = "EUR" }),
        ["sla"] = (new(Metrics.Handoffs) { Form = QueryForm.Sla }, SlaFigures.Of(SlaAgreement.Initial(Samples.Warsaw))),
        ["funnel"] = (Funnel, FunnelOf(412, 388, 341, 164, 96, 31)),
    };

    public static Wording Wording(Say say) => new(new Moments(say, Samples.Warsaw, Samples.Requested));

    /// <summary>The figures of a funnel with these leads from Intent to Won.</summary>
    public static Figures FunnelOf(params IReadOnlyList<long> reached)
    {
        string[] stages = ["Intent", "HandedOff", "Accepted", "Qualified", "Proposal", "Won"];
        return new(
            [new("stage", Unit.Text), new("reached", Unit.Count), new("now", Unit.Count), new("wentOn", Unit.Ratio), new("days", Unit.Days)],
            [.. stages.Select((stage, at) => (IReadOnlyList<object?>)[stage, (double)reached[at], 1d, at + 1 < reached.Count && reached[at] > 0 ? (double)reached[at + 1] / reached[at] : null, 2.5])])
        {
            Records = reached[0],
        };
    }

    private static Figures One(string metric, Unit unit, double value) => new([new(metric, unit)], [[value]]) { Records = 100 };

    private static Figures Grouped(string dimension, string metric, Unit unit, params ReadOnlySpan<(string Name, double? Value)> rows)
    {
        List<IReadOnlyList<object?>> cells = [];
        foreach (var (name, value) in rows)
        {
            cells.Add([name, value]);
        }

        return new([new(dimension, Unit.Text), new(metric, unit)], cells) { Records = 100 };
    }
}
