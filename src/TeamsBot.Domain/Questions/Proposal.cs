namespace TeamsBot.Domain.Questions;

/// <summary>
/// Reads what a proposer wrote. It goes through the same reading and the same rules as any query from outside; besides, its values have to
/// occur in the data, and it asks for figures or a list: what is asked of one record, and what words mean, the grammar alone reads.
/// </summary>
public static class Proposal
{
    private const int LongestJson = 4_000;

    /// <summary>The query, with values as they are stored; null for what is no query, or has no answer, or says that it is out of scope.</summary>
    public static Query? Read(string json, Vocabulary vocabulary)
    {
        if (json.Length > LongestJson || QueryReader.Read(json, vocabulary).Query is not { } query || !IsTaken(query))
        {
            return null;
        }

        return QueryRules.WhyNot(query, vocabulary) is null ? Stored(query, vocabulary) : null;
    }

    private static bool IsTaken(Query query) => query is
        { Form: QueryForm.Figure, Field: null } or
        { Form: QueryForm.List, Field: null, Aggregate: null, GroupBy: [], CompareTo: null };

    private static Query? Stored(Query query, Vocabulary vocabulary)
    {
        QueryFilter[] filters = [.. query.Filters.Select(filter => Stored(filter, vocabulary)).OfType<QueryFilter>()];
        var other = query.CompareTo?.Value is { } value ? Stored(value, vocabulary) : null;
        return filters.Length == query.Filters.Count && (other is not null || query.CompareTo?.Value is null)
            ? query with { Filters = filters, CompareTo = other is null ? query.CompareTo : query.CompareTo! with { Value = other } }
            : null;
    }

    private static QueryFilter? Stored(QueryFilter filter, Vocabulary vocabulary)
    {
        var known = vocabulary.Dimensions.FirstOrDefault(dimension => dimension.Id == filter.Dimension)?.Values ?? [];
        string[] values =
        [
            .. filter.Values.Select(value => value == Dimensions.None ? value : known.FirstOrDefault(stored => string.Equals(stored, value, StringComparison.OrdinalIgnoreCase)))
                .OfType<string>(),
        ];
        return values.Length == filter.Values.Count ? filter with { Values = values } : null;
    }
}
