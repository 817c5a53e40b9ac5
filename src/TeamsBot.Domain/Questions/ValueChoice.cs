namespace TeamsBot.Domain.Questions;

/// <summary>A value that a sentence names: where, and in which dimension.</summary>
/// <param name="Exists">Whether records have it.</param>
internal sealed record NamedValue(int At, string Dimension, string Value, bool Exists = true, bool IsExcluded = false);

/// <summary>What the value pieces of a sentence say.</summary>
/// <param name="Open">The readings of a piece that has several.</param>
internal sealed record ValueChoice(IReadOnlyList<NamedValue> Values, IReadOnlyList<NamedValue> Open)
{
    /// <summary>Reads them from a draft, and marks the pieces that it took.</summary>
    public static ValueChoice Read(Draft draft, Func<string, bool> supports)
    {
        var values = new List<NamedValue>();
        List<NamedValue> open = [];
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (draft.IsUsed(i) || !IsValue(draft, i))
            {
                continue;
            }

            var candidates = Candidates(draft, i, supports);
            draft.Use(i);
            if (IsPartOfUnknown(draft, i))
            {
                // "garden robots" is not the segment that has a garden in its name.
                draft.Use(i + 1);
                values.Add(candidates[0] with { Value = draft.Sentence.Text(draft.Pieces[i].From, draft.Pieces[i + 1].To), Exists = false });
                continue;
            }

            if (candidates.Count > 1 && LikeNeighbour(candidates, values) is { } like)
            {
                candidates = [like];
            }

            if (candidates.Count > 1)
            {
                open = [.. candidates.Take(5)];
            }

            values.Add(candidates[0]);
        }

        return new(values, open);
    }

    private static bool IsPartOfUnknown(Draft draft, int at) =>
        draft.Pieces[at].Quality < 0.9 && at + 1 < draft.Pieces.Count && draft.Pieces[at + 1].Is(Kind.Unknown) && !draft.IsUsed(at + 1) && !draft.IsParted(at, at + 1);

    // "unknown and other": the neighbour says which dimension is meant.
    private static NamedValue? LikeNeighbour(List<NamedValue> candidates, List<NamedValue> values) =>
        values.Count > 0 && candidates.Where(candidate => candidate.Dimension == values[^1].Dimension).ToList() is [var only] ? only : null;

    private static List<NamedValue> Candidates(Draft draft, int at, Func<string, bool> supports)
    {
        var piece = draft.Pieces[at];
        var exists = piece.Is(Kind.Value);
        var all = piece.Meanings.Where(meaning => meaning.Kind == (exists ? Kind.Value : Kind.Alias)).ToList();
        var fitting = all.Where(meaning => supports(meaning.Id)).ToList();
        fitting = fitting.Count > 0 ? fitting : all;
        if (Labels.Of(draft, at) is { } label)
        {
            var labelled = fitting.Where(meaning => draft.Pieces[label].Is(Kind.Dimension, meaning.Id)).ToList();
            if (labelled.Count > 0)
            {
                fitting = labelled;
                draft.Use(label);
            }
        }

        if (fitting.Count > 1 && fitting.TrueForAll(meaning => meaning.Id is "status" or "stage"))
        {
            fitting.RemoveAll(meaning => meaning.Id == "stage");
        }

        return [.. fitting.Select(meaning => new NamedValue(at, meaning.Id, exists ? meaning.Text : draft.Text(at), exists))];
    }

    // A word that means something else too is a value only beside the name of its dimension.
    private static bool IsValue(Draft draft, int at)
    {
        var piece = draft.Pieces[at];
        // "the other reps" where no record has the value "other".
        if (!piece.Is(Kind.Value) && (!piece.Is(Kind.Alias) || (piece.Meanings.Any(meaning => meaning.Text == "other") && at + 1 < draft.Pieces.Count && draft.Pieces[at + 1].Is(Kind.Dimension))))
        {
            return false;
        }

        // An attribute of yes and no: "with GTIN", unless it is "by GTIN".
        if (piece.Meanings.Any(meaning => meaning.Kind == Kind.Value && piece.Is(Kind.Dimension, meaning.Id)))
        {
            return !DimensionRoles.IsAsked(draft, at);
        }

        var isOther = piece.Meanings.Any(meaning => meaning.Kind is Kind.Metric or Kind.Word or Kind.Term or Kind.Operator or Kind.Time or Kind.Number or Kind.Dimension);
        return !isOther || (Labels.Of(draft, at) is { } label && piece.Meanings.Any(meaning => meaning.Kind == Kind.Value && draft.Pieces[label].Is(Kind.Dimension, meaning.Id)));
    }
}

/// <summary>Finds the name of a dimension that stands beside a value: "segment pet, toys and baby", "the West region".</summary>
internal static class Labels
{
    private static readonly string[] s_asks = ["by", "each", "which", "top", "bottom", "best", "worst"];

    /// <summary>The piece that names the dimension of the value at a piece; null when none does.</summary>
    public static int? Of(Draft draft, int at) => Search(draft, at, -1) ?? Search(draft, at, 1);

    private static int? Search(Draft draft, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < draft.Pieces.Count; i += step)
        {
            var piece = draft.Pieces[i];
            if (piece.Is(Kind.Dimension))
            {
                return (draft.IsUsed(i) && !IsNear(draft, i, at)) || IsAsked(draft, i) || !Shares(piece, draft.Pieces[at]) ? null : i;
            }

            var isLink = piece.Op("and") || piece.Op("or") || piece.Is(Kind.Value) || piece.Is(Kind.Alias) || IsPlain(piece) || piece.Op("of") || piece.Op("our") || piece.Op("article") || piece.Op("both") || (step < 0 && (piece.Op("in") || piece.Op("for") || piece.Op("exclude"))) || (step > 0 && piece.Is(Kind.Number));
            if (!isLink || (step > 0 && draft.IsParted(i - 1, i) && !piece.Is(Kind.Value)))
            {
                return null;
            }
        }

        return null;
    }

    private static bool Shares(Piece label, Piece value) =>
        value.Meanings.Any(meaning => meaning.Kind is Kind.Value or Kind.Alias && label.Is(Kind.Dimension, meaning.Id));

    private static bool IsPlain(Piece piece) => piece.Is(Kind.Filler) && !piece.Op("in") && !piece.Op("from") && !piece.Op("for") && !piece.Op("by") && !piece.Op("which") && !piece.Op("bring");

    /// <summary>All pieces that only name the dimension of a value beside them.</summary>
    public static IReadOnlySet<int> All(Draft draft) => Enumerable.Range(0, draft.Pieces.Count)
        .Where(at => !draft.IsUsed(at) && draft.Pieces[at].Is(Kind.Value))
        .Select(at => (At: at, Label: Of(draft, at)))
        .Where(pair => pair.Label is { } label && draft.Pieces[pair.At].Meanings.Any(meaning => meaning.Kind == Kind.Value && draft.Pieces[label].Is(Kind.Dimension, meaning.Id)))
        .Select(pair => pair.Label!.Value)
        .ToHashSet();

    // A label that one value took serves its neighbours too.
    private static bool IsNear(Draft draft, int label, int at)
    {
        var (from, to) = label < at ? (label, at) : (at, label);
        return draft.Pieces.Skip(from + 1).Take(to - from - 1).All(piece => piece.Is(Kind.Value) || piece.Is(Kind.Alias) || piece.Op("and") || piece.Op("or") || piece.Is(Kind.Filler));
    }

    private static bool IsAsked(Draft draft, int at)
    {
        var before = draft.Before(at, overNumbers: true);
        return before >= 0 && s_asks.Any(draft.Pieces[before].Op);
    }
}
