namespace TeamsBot.Domain.Questions;

/// <summary>Words that nothing explains, but which stand where a value would: "from Tumblr", "segment unicorns", "Maria Lopez".</summary>
internal static class UnknownNames
{
    private static readonly string[] s_deeds = ["won", "lost", "sold", "close"];
    private static readonly string[] s_places = ["from", "in", "for", "exclude", "only", "or", "and"];
    private static readonly string[] s_named = ["rep", "manager", "account", "campaign"];
    private static readonly string[] s_slots = ["from", "bring", "exclude", "only"];

    /// <summary>Finds them, and marks the pieces that they are.</summary>
    public static IReadOnlyList<NamedValue> Read(Draft draft, Func<string, bool> supports)
    {
        var found = new List<NamedValue>();
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (draft.IsUsed(i) || !draft.Pieces[i].Is(Kind.Unknown))
            {
                continue;
            }

            var end = End(draft, i);
            while (i < end && !IsName(draft, i) && IsName(draft, end))
            {
                i++; // Words before a name are not of it.
            }

            if (Dimension(draft, i, end, supports) is { } dimension)
            {
                found.Add(new(i, dimension, draft.Sentence.Text(draft.Pieces[i].From, draft.Pieces[end].To), Exists: false));
                for (var at = i; at <= end; at++)
                {
                    draft.Use(at);
                }
            }

            i = end;
        }

        return found;
    }

    private static int End(Draft draft, int from)
    {
        var end = from;
        while (end + 1 < draft.Pieces.Count && draft.Pieces[end + 1].Is(Kind.Unknown) && !draft.IsUsed(end + 1) && !draft.IsParted(end, end + 1))
        {
            end++;
        }

        return end;
    }

    private static string? Dimension(Draft draft, int from, int to, Func<string, bool> supports)
    {
        var (before, after) = (from - 1, to + 1 < draft.Pieces.Count ? to + 1 : -1);
        foreach (var beside in (int[])[before, after])
        {
            if (beside >= 0 && (beside == after || IsName(draft, from) || IsPlaced(draft, before) || IsNamed(draft, before)) && !draft.IsUsed(beside) && !DimensionRoles.IsAsked(draft, beside) && !draft.IsParted(Math.Min(from, beside), Math.Max(from, beside)) && draft.Pieces[beside].Is(Kind.Dimension) && draft.Pieces[beside].Id(Kind.Dimension) is { } label && supports(label))
            {
                draft.Use(beside);
                return label;
            }
        }

        // "from opening to closing": an event.
        if (after >= 0 && !IsName(draft, from) && (draft.Pieces[after].Time("to") || draft.Pieces[after].Time("until")))
        {
            return null;
        }

        var slot = draft.Before(from);
        var isInSlot = slot >= 0 && s_slots.Any(draft.Pieces[slot].Op);
        var isHan = draft.Sentence.Tokens[draft.Pieces[from].From].Kind == TokenKind.Han;
        if (isHan ? isInSlot || (after >= 0 && (draft.Pieces[after].Op("bring") || draft.Pieces[after].Op("from"))) : isInSlot)
        {
            return supports("source") ? "source" : "rep";
        }

        if (isHan && draft.Weight(from) <= 6 && draft.Before(from) < 0)
        {
            return supports("rep") ? "rep" : "source";
        }

        // Arabic has no capitals; whoever did it stands right behind the deed.
        if (to - from < 3 && supports("rep") && before >= 0 && Token.IsArabic(draft.Sentence.Tokens[draft.Pieces[from].From].Text[0]) && s_deeds.Any(deed => draft.Pieces[before].Is(Kind.Word, deed)))
        {
            return "rep";
        }

        return IsName(draft, from) ? to > from || !supports("source") ? "rep" : "source" : null;
    }

    // "in segment unicorns", not "product mix"
    private static bool IsPlaced(Draft draft, int label) =>
        Token.KindOf(draft.Sentence.Raw[draft.Sentence.Tokens[draft.Pieces[label].From].Start]) == TokenKind.Han || (draft.Before(label) is var before and >= 0 && s_places.Any(draft.Pieces[before].Op));

    // "المندوب خالد", "منطقة بافاريا": Arabic has no capitals, but what a label without its article stands before is a name.
    private static bool IsNamed(Draft draft, int label) =>
        draft.Text(label) is var text && Token.IsArabic(text[0]) && (!text.StartsWith("ال", StringComparison.Ordinal) || s_named.Any(id => draft.Pieces[label].Is(Kind.Dimension, id)));

    private static bool IsName(Draft draft, int at) => draft.Pieces[at].From > 0 && draft.Sentence.Tokens[draft.Pieces[at].From].IsCapital;
}

/// <summary>Which of the values a sentence leaves out.</summary>
internal static class Exclusion
{
    /// <summary>The same values, those marked that an excluding word reaches.</summary>
    public static List<NamedValue> Mark(Draft draft, IReadOnlyList<NamedValue> values)
    {
        var excluded = new HashSet<int>();
        var isExcluding = false;
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            // "nor" goes on with an exclusion; alone it is "or", and twice it is "neither".
            if (!draft.IsUsed(i) && draft.Pieces[i].Op("exclude") && (isExcluding || !draft.Pieces[i].Op("or") || draft.Pieces.Skip(i + 1).Any(piece => piece.Op("exclude") && piece.Op("or"))))
            {
                isExcluding = true;
                var reached = Reach(draft, values, i, 1);
                excluded.UnionWith(reached.Count > 0 ? reached : Reach(draft, values, i, -1));
            }
        }

        return [.. values.Select(value => excluded.Contains(value.At) ? value with { IsExcluded = true } : value)];
    }

    private static List<int> Reach(Draft draft, IReadOnlyList<NamedValue> values, int from, int step)
    {
        var reached = new List<int>();
        for (var i = from + step; i >= 0 && i < draft.Pieces.Count; i += step)
        {
            var piece = draft.Pieces[i];
            if (values.Any(value => value.At == i))
            {
                reached.Add(i);
            }
            else if ((step < 0 && reached.Count > 0 && draft.IsParted(i, i + 1)) || piece.Op("only"))
            {
                break;
            }
            else if (!IsLink(piece, reached.Count == 0) || (reached.Count > 0 && piece.Op("from") && step > 0 && !draft.Pieces[i - 1].Op("and")))
            {
                break;
            }
        }

        return reached;
    }

    private static bool IsLink(Piece piece, bool isFirst) =>
        piece.Is(Kind.Filler) || piece.Op("and") || piece.Op("or") || piece.Op("our") || piece.Op("of") || piece.Op("same") || piece.Op("exclude") || piece.Is(Kind.Dimension) || piece.Op("from") || (isFirst && (piece.Op("in") || piece.Op("for") || piece.Op("by") || piece.Op("bring") || piece.Is(Kind.Word)));
}
