using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>What the name of a dimension does in a sentence: is grouped by, or only mentioned.</summary>
internal static class DimensionRoles
{
    private static readonly string[] s_people = ["account", "rep", "manager", "team"];
    private static readonly string[] s_asks = ["by", "each", "which"];

    /// <summary>Whether it is of somebody, who may only be mentioned.</summary>
    public static bool IsOfPeople(string dimension) => s_people.Contains(dimension);

    /// <summary>Whether a word that can be a dimension is asked for as one: "by customer", "which customer", "top 5 customers".</summary>
    public static bool IsAsked(Draft draft, int at)
    {
        var before = draft.Before(at, overNumbers: true);
        if (draft.Pieces[at].Is(Kind.Word, "customer") && draft.Pieces.Any(piece => piece.Is(Kind.Word, "prospective")))
        {
            return false;
        }

        // "sellers which have a company"
        if (before >= 0 && draft.Pieces[before].Op("which") && !draft.Pieces[before].Op("by") && IsYesNo(draft.Pieces[at]))
        {
            return false;
        }

        // "5 customers with the highest revenue"
        var isCounted = at > 0 && draft.Pieces[at - 1].Is(Kind.Number) && !draft.IsInPeriod(at - 1) && draft.Pieces.Any(Ranking.IsSign);
        return isCounted || IsWhether(draft, at) || draft.Pieces[at].Op("each") || draft.Pieces[at].Op("by") || before >= 0 && (s_asks.Any(draft.Pieces[before].Op) || Ranking.IsSign(draft.Pieces[before]) || (draft.Pieces[before].Op("for") && HasLooseBy(draft)));
    }

    // "by whether the seller has a company"
    private static bool IsWhether(Draft draft, int at) =>
        draft.Find("whether") is var whether and > 0 && whether < at && at - whether <= 3 && Enumerable.Range(0, whether).Any(i => draft.Pieces[i].Op("by")) && IsYesNo(draft.Pieces[at]);

    /// <summary>"split the wins of April over the reps": the word that divides stands apart from what it divides by.</summary>
    public static bool HasLooseBy(Draft draft) =>
        Enumerable.Range(0, draft.Pieces.Count).Any(at => draft.Pieces[at].Op("by") && draft.After(at) is var next && (next < 0 || !draft.Pieces[next].Is(Kind.Dimension)));

    /// <summary>"by week instead of by source"</summary>
    public static bool IsReplaced(Draft draft, int at) =>
        draft.Pieces[at].Is(Kind.Dimension) && draft.Before(at) is var before and >= 0
        && (draft.Pieces[before].Op("insteadof") || (draft.Pieces[before].Op("by") && draft.Before(before) is var earlier and >= 0 && draft.Pieces[earlier].Op("insteadof")));

    /// <summary>"deals lost to accounts in Japan", "how many sellers did we sign": a word for the other side.</summary>
    public static bool IsMention(Draft draft, int at, Ranking? ranking) =>
        ranking is null && !IsAsked(draft, at) && !IsBesideUnknown(draft, at) && s_people.Any(id => draft.Pieces[at].Is(Kind.Dimension, id)) && !draft.Pieces[at].Is(Kind.Word)
        && (at > 0 && draft.Pieces[at - 1].Op("our") || (draft.Before(at) is var before and >= 0 && (!draft.Pieces[before].Is(Kind.Dimension) || IsYes(draft, before))));

    /// <summary>"the unicorn segment": the name of a value that nobody knows.</summary>
    public static bool IsBesideUnknown(Draft draft, int at) => !IsAsked(draft, at)
        && ((at > 0 && draft.Pieces[at - 1].Is(Kind.Unknown) && !draft.IsParted(at - 1, at)) || (at + 1 < draft.Pieces.Count && draft.Pieces[at + 1].Is(Kind.Unknown) && !draft.IsParted(at, at + 1)));

    /// <summary>An attribute of yes and no that stands for its yes: "with GTIN".</summary>
    public static bool IsYes(Draft draft, int at) => !IsAsked(draft, at) && IsYesNo(draft.Pieces[at]);

    private static bool IsYesNo(Piece piece) => piece.Meanings.Any(meaning => meaning.Kind == Kind.Value && piece.Is(Kind.Dimension, meaning.Id));

    /// <summary>"Cara's team", "Cara's reps": whose, not by what.</summary>
    public static bool IsOwned(Draft draft, int at) =>
        !IsAsked(draft, at) && ((draft.Pieces[at].Is(Kind.Dimension, "team") && at > 0 && draft.Pieces[at - 1].Is(Kind.Dimension)) || IsPerson(draft, draft.Before(at), at) || IsPerson(draft, draft.After(at), at));

    /// <summary>"by customer office location": whose location, not also by customer.</summary>
    public static bool IsOfAccount(Draft draft, int at)
    {
        var isBehind = draft.Language is Language.Polish or Language.Arabic;
        var beside = isBehind ? at - 1 : draft.After(at);
        return draft.Pieces[at].Is(Kind.Dimension, "account") && beside >= 0 && !draft.IsUsed(beside) && !draft.IsParted(Math.Min(at, beside), Math.Max(at, beside))
            && draft.Pieces[beside].Is(Kind.Dimension) && !s_people.Any(id => draft.Pieces[beside].Is(Kind.Dimension, id));
    }

    /// <summary>"all regions except East": names what the value is of.</summary>
    public static bool IsExceptFor(Draft draft, int at)
    {
        var before = draft.Before(at);
        var isAsked = before >= 0 && (draft.Pieces[before].Op("by") || draft.Pieces[before].Op("which") || Ranking.IsSign(draft.Pieces[before]) || (draft.Pieces[before].Op("each") && !draft.Pieces[before].Is(Kind.Filler)));
        var isAll = isAsked && draft.Language == Language.Arabic && draft.Pieces[before].Op("each") && draft.Text(at).StartsWith("ال", StringComparison.Ordinal); // With its article it is all of them, without each.
        return (!isAsked || isAll) && !draft.Pieces.Any(Ranking.IsSign) && draft.After(at) is var next and >= 0 && !draft.IsParted(at, next) && draft.Pieces[next].Op("exclude") && draft.After(next) is var value and >= 0
            && draft.Pieces[value].Meanings.Any(meaning => meaning.Kind == Kind.Value && draft.Pieces[at].Is(Kind.Dimension, meaning.Id));
    }

    private static bool IsPerson(Draft draft, int beside, int at) =>
        beside >= 0 && !draft.IsParted(Math.Min(beside, at), Math.Max(beside, at)) && draft.Pieces[beside].Meanings.Any(meaning => meaning is { Kind: Kind.Value, Id: "rep" or "manager" });
}
