using System.Globalization;

namespace TeamsBot.Domain.Questions;

/// <summary>What a sentence groups by, and how it ranks the groups.</summary>
internal sealed record Grouping(IReadOnlyList<string> Dimensions, Order? Order, int? Limit, bool IsQuality)
{
    private const int UsualLimit = 5;
    private static readonly string[] s_people = ["account", "rep", "manager", "team"];
    private static readonly string[] s_asks = ["by", "each", "which"];

    /// <summary>Reads it from a draft, and marks the pieces that it took.</summary>
    public static Grouping Read(Draft draft, Func<string, bool> supports)
    {
        var ranking = Ranking.Read(draft);
        var dimensions = new List<string>(TimeGroups(draft, ranking));
        var labels = Labels.All(draft);
        var isOne = IsOne(draft);
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (!draft.IsUsed(i) && (IsMention(draft, i, ranking) || IsReplaced(draft, i)))
            {
                draft.Use(i);
                continue;
            }

            if (!draft.IsUsed(i) && !labels.Contains(i) && draft.Pieces[i].Is(Kind.Dimension) && !IsOwned(draft, i) && !IsBesideUnknown(draft, i) && !IsYes(draft, i) && (IsAsked(draft, i) || !draft.Pieces[i].Is(Kind.Word) || draft.Pieces[i].Is(Kind.Word, "lead")) && Choose(draft.Pieces[i], supports) is { } dimension)
            {
                draft.Use(i);
                Add(dimensions, dimension);
            }
        }

        if (dimensions.Count > 1)
        {
            // What no record has is not what is meant where something else is.
            dimensions.RemoveAll(dimension => !Questions.Dimensions.IsOfTime(dimension) && !draft.Vocabulary.Dimensions.Any(known => known.Id == dimension));
        }

        if (dimensions.Count == 0 && draft.Find("who") is var who and >= 0 && (ranking is not null || draft.Has("more")) && draft.Pieces.Count(piece => piece.Is(Kind.Value)) < 2 && supports("rep"))
        {
            draft.Use(who);
            dimensions.Add("rep");
        }

        return ranking is null
            ? new(dimensions, null, null, false)
            : new(dimensions, ranking.Order, ranking.Limit ?? (draft.Has("rank") ? null : isOne ? 1 : UsualLimit), ranking.IsQuality);
    }

    // "split the wins of April over the reps": the word that divides stands apart from what it divides by.
    private static bool HasLooseBy(Draft draft) =>
        Enumerable.Range(0, draft.Pieces.Count).Any(at => draft.Pieces[at].Op("by") && draft.After(at) is var next && (next < 0 || !draft.Pieces[next].Is(Kind.Dimension)));

    // "by week instead of by source"
    private static bool IsReplaced(Draft draft, int at) =>
        draft.Pieces[at].Is(Kind.Dimension) && draft.Before(at) is var before and >= 0
        && (draft.Pieces[before].Op("insteadof") || (draft.Pieces[before].Op("by") && draft.Before(before) is var earlier and >= 0 && draft.Pieces[earlier].Op("insteadof")));

    // "deals lost to accounts in Japan", "how many sellers did we sign": a word for the other side.
    private static bool IsMention(Draft draft, int at, Ranking? ranking) =>
        ranking is null && !IsAsked(draft, at) && !IsBesideUnknown(draft, at) && s_people.Any(id => draft.Pieces[at].Is(Kind.Dimension, id)) && !draft.Pieces[at].Is(Kind.Word)
        && (at > 0 && draft.Pieces[at - 1].Op("our") || (draft.Before(at) is var before and >= 0 && !draft.Pieces[before].Is(Kind.Dimension)));

    // "the unicorn segment": the name of a value that nobody knows.
    private static bool IsBesideUnknown(Draft draft, int at) => !IsAsked(draft, at)
        && ((at > 0 && draft.Pieces[at - 1].Is(Kind.Unknown) && !draft.IsParted(at - 1, at)) || (at + 1 < draft.Pieces.Count && draft.Pieces[at + 1].Is(Kind.Unknown) && !draft.IsParted(at, at + 1)));

    private static bool IsYes(Draft draft, int at) =>
        !IsAsked(draft, at) && draft.Pieces[at].Meanings.Any(meaning => meaning.Kind == Kind.Value && draft.Pieces[at].Is(Kind.Dimension, meaning.Id));

    // "Cara's team", "Cara's reps": whose, not by what.
    private static bool IsOwned(Draft draft, int at) =>
        !IsAsked(draft, at) && ((draft.Pieces[at].Is(Kind.Dimension, "team") && at > 0 && draft.Pieces[at - 1].Is(Kind.Dimension)) || IsPerson(draft, draft.Before(at), at) || IsPerson(draft, draft.After(at), at));

    private static bool IsPerson(Draft draft, int beside, int at) =>
        beside >= 0 && !draft.IsParted(Math.Min(beside, at), Math.Max(beside, at)) && draft.Pieces[beside].Meanings.Any(meaning => meaning is { Kind: Kind.Value, Id: "rep" or "manager" });

    private static void Add(List<string> dimensions, string dimension)
    {
        if (!dimensions.Contains(dimension) && dimensions.Count < 2)
        {
            dimensions.Add(dimension);
        }
    }

    // "Which source", "who", "the best campaign": one. "the top sources": several.
    private static bool IsOne(Draft draft) =>
        draft.Has("which") || draft.Has("who") || draft.Has("best") || draft.Has("worst")
        || !Enumerable.Range(0, draft.Pieces.Count).Any(at => draft.Pieces[at].Is(Kind.Dimension) && IsAsked(draft, at) && draft.Text(at).EndsWith('s'));

    /// <summary>Whether a word that can be a dimension is asked for as one: "by customer", "which customer", "top 5 customers".</summary>
    public static bool IsAsked(Draft draft, int at)
    {
        var before = draft.Before(at, overNumbers: true);
        if (draft.Pieces[at].Is(Kind.Word, "customer") && draft.Pieces.Any(piece => piece.Is(Kind.Word, "prospective")))
        {
            return false;
        }

        // "5 customers with the highest revenue"
        var isCounted = at > 0 && draft.Pieces[at - 1].Is(Kind.Number) && !draft.IsInPeriod(at - 1) && draft.Pieces.Any(Ranking.IsSign);
        return isCounted || draft.Pieces[at].Op("each") || before >= 0 && (s_asks.Any(draft.Pieces[before].Op) || Ranking.IsSign(draft.Pieces[before]) || (draft.Pieces[before].Op("for") && HasLooseBy(draft)));
    }

    private static string? Choose(Piece piece, Func<string, bool> supports)
    {
        string[] ids = [.. piece.Meanings.Where(meaning => meaning.Kind == Kind.Dimension).Select(meaning => meaning.Id)];
        return ids.FirstOrDefault(supports) ?? ids[0];
    }

    private static IEnumerable<string> TimeGroups(Draft draft, Ranking? ranking)
    {
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (draft.IsUsed(i))
            {
                continue;
            }

            if (Tagged(draft.Pieces[i], "each:") is { } each && !(i + 1 < draft.Pieces.Count && !draft.IsParted(i, i + 1) && Tagged(draft.Pieces[i + 1], "month:") is not null))
            {
                draft.Use(i);
                yield return each;
                yield break;
            }

            var before = draft.Before(i);
            var isAsked = before >= 0 && (draft.Pieces[before].Op("by") || draft.Pieces[before].Op("each") || (draft.Pieces[before].Op("for") && HasLooseBy(draft)) || ((draft.Pieces[before].Op("which") || draft.Pieces[before].Op("top")) && ranking is not null));
            if (isAsked && Tagged(draft.Pieces[i], "unit:") is { } unit && unit != "half")
            {
                draft.Use(i);
                yield return unit;
                yield break;
            }
        }
    }

    private static string? Tagged(Piece piece, string prefix) =>
        piece.Meanings.Where(meaning => meaning.Kind == Kind.Time && meaning.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(meaning => meaning.Id[prefix.Length..]).FirstOrDefault();
}

/// <summary>A superlative: which end, how many, and whether it only says good or bad.</summary>
internal sealed record Ranking(Order Order, int? Limit, bool IsQuality)
{
    private static readonly string[] s_signs = ["top", "bottom", "best", "worst"];

    public static bool IsSign(Piece piece) => s_signs.Any(piece.Op) || piece.Op("rank");

    public static Ranking? Read(Draft draft)
    {
        var at = s_signs.Select(draft.Find).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
        {
            return draft.Has("rank") ? new(Order.Descending, Number(draft), false) : null;
        }

        var isLow = draft.Find("bottom") >= 0 || draft.Find("worst") >= 0;
        var isQuality = draft.Find("top") < 0 && draft.Find("bottom") < 0;
        return new(isLow ? Order.Ascending : Order.Descending, Number(draft), isQuality);
    }

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
