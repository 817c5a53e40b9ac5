namespace TeamsBot.Domain.Questions;

/// <summary>Recognises questions for the meaning of a word.</summary>
internal static class Definitions
{
    /// <summary>The query for the definition; null when the sentence asks for something else.</summary>
    public static Query? Read(Draft draft)
    {
        var isAsked = draft.Has("define") || draft.Has("compute") || IsMeaning(draft);
        var isDifference = draft.Has("difference") && draft.Periods.Count == 0;
        if (!isAsked && !isDifference && !IsBareWhat(draft))
        {
            return null;
        }

        var named = Named(draft);
        if (named.Count == 0 || (isDifference && !isAsked && named.Count < 2) || Noise.IsTooMuch(draft))
        {
            return null;
        }

        return Metrics.Find(named[0]) is not null && (named.Count == 1 || !isDifference)
            ? new Query(named[0]) { Form = QueryForm.Definition }
            : new Query("") { Form = QueryForm.Definition, Field = string.Join(',', isDifference ? named.Take(2) : named.Take(1)) };
    }

    // "what does MQL mean?", but not "the mean deal size".
    private static bool IsMeaning(Draft draft) =>
        draft.Find("means") is var means and > 0 && draft.After(means) < 0 && draft.Has("which") && draft.Periods.Count == 0 && !draft.Pieces.Any(piece => piece.Is(Kind.Value) || piece.Is(Kind.Dimension));

    // "what is MQL?", "what's a handoff": nothing but the word; "what is our win rate" asks for the figure.
    private static bool IsBareWhat(Draft draft) =>
        draft.Has("whatis") && !draft.Has("our") && draft.Periods.Count == 0
        && draft.Pieces.Count(piece => piece.Is(Kind.Metric) || piece.Is(Kind.Word) || piece.Is(Kind.Term)) is 1 or 2
        && draft.Pieces.All(piece => piece.Is(Kind.Metric) || piece.Is(Kind.Word) || piece.Is(Kind.Term) || piece.Op("whatis") || piece.Op("article") || piece.Is(Kind.Filler));

    private static List<string> Named(Draft draft)
    {
        var names = new List<string>();
        var words = new List<string>();
        foreach (var piece in draft.Pieces)
        {
            if ((piece.Id(Kind.Metric) ?? piece.Id(Kind.Term)) is { } name && !names.Contains(name))
            {
                names.Add(name);
            }

            if (piece.Id(Kind.Metric) is { } metric)
            {
                words.Add("=" + metric);
            }
            else if (piece.Id(Kind.Word) is { } word)
            {
                words.Add(word);
            }
        }

        var composed = MetricChoice.Best(words);
        if (!draft.Has("difference") && composed.Count > 0 && (names.Count == 0 || !draft.Pieces.Any(piece => piece.Is(Kind.Metric)) && words.Count > 1))
        {
            return [composed[0]];
        }

        return names.Count > 0 ? draft.Has("difference") ? names : [.. names.OrderBy(name => Metrics.Find(name) is null)] : [.. composed.Take(1)];
    }
}
