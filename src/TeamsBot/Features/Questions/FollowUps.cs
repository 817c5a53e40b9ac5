using TeamsBot.Domain.Questions;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Features.Questions;

/// <summary>A question near the one that was asked.</summary>
/// <param name="Id">Of its button.</param>
public sealed record FollowUp(string Id, string Title, Query Query);

/// <summary>What somebody may want to know next: the same by something else, over time, against the time before, of all.</summary>
public static class FollowUps
{
    private const int Most = 3;

    // The likeliest first.
    private static readonly string[] Preferred = ["source", "rep", "region", "segment", "campaign", "product", "team", "channel", "reason", "status", "country"];

    public static IReadOnlyList<FollowUp> Of(Query query, Wording wording) => query.Form switch
    {
        QueryForm.Figure when query.Aggregate == Aggregate.Share && query.Filters.Any(filter => filter.IsPart) => [.. OfPart(query, wording)],
        QueryForm.Figure => [.. All(query, wording).Take(Most)],
        QueryForm.List => [.. OfList(query, wording)],
        _ => [],
    };

    /// <summary>What may help where nothing was found: the same without its filters, and over all time.</summary>
    public static IReadOnlyList<FollowUp> AfterNothing(Query query, Wording wording)
    {
        var whole = query with { CompareTo = null };
        List<FollowUp> all = [];
        if (Unfiltered(whole) is { } unfiltered)
        {
            all.Add(new("unfiltered", wording.Say.Text("button.unfiltered"), unfiltered));
        }

        if (whole.Period is not null && whole.Form != QueryForm.Record)
        {
            all.Add(new("all-time", wording.Say.Text("button.allTime"), whole with { Period = null }));
        }

        return all;
    }

    private static IEnumerable<FollowUp> All(Query query, Wording wording)
    {
        var plain = query with { CompareTo = null, Order = null, Limit = null };
        if (Dimension(query, wording) is { } dimension)
        {
            yield return By(dimension, plain, wording);
        }

        if (query.Metric != Metrics.Funnel && !query.GroupBy.Any(Dimensions.IsOfTime) && query.Aggregate != Aggregate.Share)
        {
            yield return By(TimeOf(query.Period), plain, wording);
        }

        if (query is { CompareTo: null, GroupBy: [] } and not { Aggregate: Aggregate.Share } && Before(query.Period) is { } before)
        {
            yield return new("compare", wording.Say.Text("button.compare"), query with { CompareTo = new() { Period = before } });
        }

        if (query is { GroupBy: [var group], Aggregate: null, CompareTo: null } && !Dimensions.IsOfTime(group) && Metrics.Get(query.Metric).IsTotal)
        {
            yield return new("share", wording.Say.Text("button.share"), plain with { Aggregate = Aggregate.Share });
        }

        if (Unfiltered(query) is { } unfiltered)
        {
            yield return new("unfiltered", wording.Say.Text("button.unfiltered"), unfiltered);
        }
    }

    // Of a share, those of all others, and the number that it is of.
    private static IEnumerable<FollowUp> OfPart(Query query, Wording wording)
    {
        if (query is { GroupBy: [], CompareTo: null } && query.Filters.Where(filter => filter.IsPart).ToArray() is [{ Exclude: false } part])
        {
            yield return By(part.Dimension, query with { Filters = [.. query.Filters.Where(filter => !filter.IsPart)] }, wording);
            yield return new("figure", wording.Say.Text("button.showFigure"), query with { Aggregate = null, Filters = [.. query.Filters.Select(filter => filter with { IsPart = false })] });
        }
    }

    // Of records, how many they are by something, and over time.
    private static IEnumerable<FollowUp> OfList(Query query, Wording wording)
    {
        var counted = query with { Form = QueryForm.Figure, Order = null, Limit = null, Field = null };
        if (Dimension(counted, wording) is { } dimension)
        {
            yield return By(dimension, counted, wording);
        }

        yield return By(TimeOf(query.Period), counted, wording);
    }

    private static FollowUp By(string dimension, Query query, Wording wording)
    {
        var by = DimensionWords.By(dimension, wording).Text;
        return new($"by-{dimension}", char.ToUpperInvariant(by[0]) + by[1..], query with { GroupBy = [dimension] });
    }

    // One that occurs in the data with several values, and that the question neither groups nor filters by.
    private static string? Dimension(Query query, Wording wording)
    {
        var subject = Metrics.Get(query.Metric).Records;
        var known = wording.Vocabulary.Dimensions;
        return query.Aggregate == Aggregate.Share && query.Filters.Any(filter => filter.IsPart) ? null : Preferred.FirstOrDefault(id =>
            Dimensions.Of(subject).Contains(id) && !query.GroupBy.Contains(id) && query.Filters.All(filter => filter.Dimension != id)
            && (known.Count == 0 || known.Any(dimension => dimension.Id == id && dimension.Records.Contains(subject) && dimension.Values.Count > 1)));
    }

    private static string TimeOf(Period? period) => period switch
    {
        { From: { } from, To: { } to } when NodaTime.Period.DaysBetween(from, to) <= 14 => "day",
        { From: { } from, To: { } to } when NodaTime.Period.DaysBetween(from, to) <= 62 => "week",
        _ => "month",
    };

    /// <summary>As many whole months, or as many days, before a period; null where there is no time before.</summary>
    public static Period? Before(Period? period) => period is { From: { } from, To: { } to } && new Domain.Sla.DaySpan(from, to).Before() is { From: { } start } before
        ? new(start, before.To)
        : null;

    private static Query? Unfiltered(Query query) =>
        query.Filters.Any(filter => !filter.IsPart) && query.CompareTo?.Value is null ? query with { Filters = [.. query.Filters.Where(filter => filter.IsPart)] } : null;
}
