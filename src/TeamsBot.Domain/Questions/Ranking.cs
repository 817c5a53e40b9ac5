using System.Globalization;

namespace TeamsBot.Domain.Questions;

/// <summary>A superlative: which end, how many, and whether it only says good or bad.</summary>
internal sealed record Ranking(Order Order, int? Limit, bool IsQuality)
{
    private static readonly string[] s_signs = ["top", "bottom", "best", "worst"];

    /// <summary>Whether a piece announces what is ranked: "top", "least", "ranking of".</summary>
    public static bool IsSign(Piece piece) => s_signs.Any(piece.Op) || piece.Op("rank") || piece.Op("ascending");

    /// <summary>The ranking that a sentence asks for; null for none.</summary>
    public static Ranking? Read(Draft draft)
    {
        if (draft.Has("ascending"))
        {
            return new(Order.Ascending, Number(draft), false);
        }

        var at = s_signs.Select(draft.Find).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
        {
            return draft.Has("rank") || IsFirstOf(draft) ? new(Order.Descending, Number(draft), false) : null;
        }

        var isLow = draft.Find("bottom") >= 0 || draft.Find("worst") >= 0;
        var isQuality = draft.Find("top") < 0 && draft.Find("bottom") < 0;
        return new(isLow ? Order.Ascending : Order.Descending, Number(draft), isQuality);
    }

    // "the first 4 reps by won deals"
    private static bool IsFirstOf(Draft draft) => Enumerable.Range(0, Math.Max(0, draft.Pieces.Count - 1)).Any(at =>
        !draft.IsUsed(at) && !draft.IsUsed(at + 1) && (IsFirst(draft.Pieces[at]) || IsFirst(draft.Pieces[at + 1])) && (draft.Pieces[at].Is(Kind.Number) || draft.Pieces[at + 1].Is(Kind.Number)) && draft.Pieces.Any(piece => piece.Is(Kind.Dimension)));

    private static bool IsFirst(Piece piece) => piece.Time("ordinal:1") || piece.Time("firstn");

    /// <summary>The first number that is of no period; null when there is none.</summary>
    public static int? Number(Draft draft)
    {
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (!draft.IsUsed(i) && draft.Pieces[i].Id(Kind.Number) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000)
            {
                if (!draft.Pieces[i].Is(Kind.Dimension))
                {
                    draft.Use(i);
                }

                return number;
            }
        }

        return null;
    }
}
