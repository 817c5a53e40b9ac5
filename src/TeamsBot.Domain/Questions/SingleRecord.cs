namespace TeamsBot.Domain.Questions;

/// <summary>Recognises questions about one record by its name: "who owns lead X?", "when does campaign Y end?"</summary>
internal static class SingleRecord
{
    private static readonly string[] s_elsewhere = ["top", "bottom", "best", "worst", "by", "each", "compare", "trend"];

    /// <summary>The query for it; null when the sentence asks for something else or names nobody.</summary>
    public static Query? Read(Draft draft)
    {
        if (draft.Periods.Count > 0 || s_elsewhere.Any(draft.Has) || Field(draft) is not { } field || Name(draft) is not { } name)
        {
            return null;
        }

        var metric = draft.Pieces.Any(piece => piece.Is(Kind.Dimension, "campaign")) ? Metrics.Campaigns
            : draft.Pieces.Any(piece => piece.Is(Kind.Word, "deal")) ? Metrics.Deals
            : Metrics.Leads;
        if (metric != Metrics.Campaigns && field != "owner")
        {
            return null;
        }

        return new Query(metric)
        {
            Form = QueryForm.Record,
            Field = metric == Metrics.Deals ? "rep" : field,
            Filters = [new(Dimensions.Id, [name])],
        };
    }

    private static string? Field(Draft draft) =>
        draft.Has("owner") ? "owner"
        : !draft.Has("when") ? null
        : draft.Has("end") ? "endsOn"
        : draft.Has("start") ? "startsOn"
        : null;

    // From the first to the last word that can only be of a name.
    private static string? Name(Draft draft)
    {
        int[] parts = [.. Enumerable.Range(0, draft.Pieces.Count).Where(at => IsName(draft, at))];
        return parts.Length > 0 && parts[^1] - parts[0] < 6 ? draft.Sentence.Text(draft.Pieces[parts[0]].From, draft.Pieces[parts[^1]].To) : null;
    }

    private static bool IsName(Draft draft, int at)
    {
        var piece = draft.Pieces[at];
        return piece.Is(Kind.Unknown) || piece.Is(Kind.Value)
            || (at > 0 && draft.Sentence.Tokens[piece.From].IsCapital && !piece.Is(Kind.Word) && !piece.Is(Kind.Dimension));
    }
}
