namespace TeamsBot.Domain.Questions;

/// <summary>What a sentence groups by, and how it ranks the groups.</summary>
internal sealed record Grouping(IReadOnlyList<string> Dimensions, Order? Order, int? Limit, bool IsQuality)
{
    private const int UsualLimit = 5;
    private static readonly string[] s_deeds = ["won", "lost", "sold", "close", "landed", "converted"];

    /// <summary>Reads it from a draft, and marks the pieces that it took.</summary>
    public static Grouping Read(Draft draft, Func<string, bool> supports)
    {
        var ranking = Ranking.Read(draft);
        var isOne = IsOne(draft);
        var dimensions = new List<string>(TimeGroups(draft, ranking));
        dimensions.AddRange(Named(draft, ranking, supports).Where(dimension => !dimensions.Contains(dimension)).Take(2 - dimensions.Count));
        if (dimensions.Count > 1)
        {
            // What no record has is not what is meant where something else is.
            dimensions.RemoveAll(dimension => !Questions.Dimensions.IsOfTime(dimension) && !draft.Vocabulary.Dimensions.Any(known => known.Id == dimension && (known.Values.Count > 0 || dimension == "account")));
        }

        if (dimensions.Count == 0 && draft.Find("who") is var who and >= 0 && (ranking is not null || draft.Has("more") || IsDoer(draft, who)) && draft.Pieces.Count(piece => piece.Is(Kind.Value) && !piece.Is(Kind.Word)) < 2 && supports("rep"))
        {
            draft.Use(who);
            dimensions.Add("rep");
        }

        return ranking is null
            ? new(dimensions, null, null, false)
            : new(dimensions, ranking.Order, ranking.Limit ?? (draft.Has("rank") || draft.Has("ascending") ? null : isOne ? 1 : UsualLimit), ranking.IsQuality);
    }

    private static List<string> Named(Draft draft, Ranking? ranking, Func<string, bool> supports)
    {
        var labels = Labels.All(draft);
        var named = new List<string>();
        var asked = new List<string>();
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (draft.IsUsed(i))
            {
                continue;
            }

            if (DimensionRoles.IsMention(draft, i, ranking) || DimensionRoles.IsReplaced(draft, i))
            {
                draft.Use(i);
            }
            else if (!labels.Contains(i) && IsGroup(draft, i))
            {
                var id = Choose(draft.Pieces[i], supports);
                named.Add(id);
                if (DimensionRoles.IsAsked(draft, i) || (asked.Contains(named.SkipLast(1).LastOrDefault("")) && draft.Pieces[i - 1].Op("and")))
                {
                    asked.Add(id);
                }

                draft.Use(i);
            }
        }

        // "in which segment do most sellers buy": people beside what is asked for are none of the groups.
        named.RemoveAll(id => id == "team" && draft.Has("who") && !asked.Contains(id)); // "who on the team"
        return asked.Count > 0 ? [.. asked.Concat(named.Where(id => !DimensionRoles.IsOfPeople(id))).Distinct(StringComparer.Ordinal).OrderBy(named.IndexOf)] : [.. named.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsGroup(Draft draft, int at) =>
        draft.Pieces[at].Is(Kind.Dimension)
        && (DimensionRoles.IsAsked(draft, at) || !draft.Pieces[at].Is(Kind.Word) || draft.Pieces[at].Is(Kind.Word, "lead"))
        && !DimensionRoles.IsOwned(draft, at) && !DimensionRoles.IsOfAccount(draft, at) && !DimensionRoles.IsExceptFor(draft, at) && !DimensionRoles.IsBesideUnknown(draft, at) && !DimensionRoles.IsYes(draft, at);

    // "Which source", "who", "the best campaign": one. "the top sources": several.
    private static bool IsOne(Draft draft) =>
        draft.Has("which") || draft.Has("who") || draft.Has("best") || draft.Has("worst")
        || !Enumerable.Range(0, draft.Pieces.Count).Any(at => draft.Pieces[at].Is(Kind.Dimension) && DimensionRoles.IsAsked(draft, at) && draft.Text(at).EndsWith('s'));

    private static string Choose(Piece piece, Func<string, bool> supports)
    {
        string[] ids = [.. piece.Meanings.Where(meaning => meaning.Kind == Kind.Dimension).Select(meaning => meaning.Id)];
        return ids.FirstOrDefault(supports) ?? ids[0];
    }

    // "by lead type and month"
    private static bool IsAfterGroup(Draft draft, int and) =>
        draft.Pieces[and].Op("and") && draft.Before(and) is var group and >= 0 && draft.Pieces[group].Is(Kind.Dimension) && DimensionRoles.IsAsked(draft, group);

    // "who won the deals of Codehow", "who sold how much", "ile kto przegrał", but not "leads who became customers" or "could someone tell me"
    private static bool IsDoer(Draft draft, int who)
    {
        var deed = draft.After(who);
        deed = deed >= 0 && IsHowMany(draft.Pieces[deed]) ? draft.After(deed) : deed;
        var isFirst = draft.Before(who) is var before && (before < 0 || draft.Language == People.Language.Chinese || (IsHowMany(draft.Pieces[before]) && draft.Before(before) < 0));
        return isFirst && s_deeds.Any(word => draft.Pieces[who].Is(Kind.Word, word) || (deed >= 0 && draft.Pieces[deed].Is(Kind.Word, word)))
            && !draft.Pieces.Any(piece => piece.Meanings.Any(meaning => meaning is { Kind: Kind.Value, Id: "rep" or "manager" }));
    }

    private static bool IsHowMany(Piece piece) => piece.Is(Kind.Word, "count") || piece.Is(Kind.Word, "amount");

    private static IEnumerable<string> TimeGroups(Draft draft, Ranking? ranking)
    {
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (draft.IsUsed(i))
            {
                continue;
            }

            if (draft.Pieces[i].Timed("each:") is { } each && !(i + 1 < draft.Pieces.Count && !draft.IsParted(i, i + 1) && draft.Pieces[i + 1].Timed("month:") is not null))
            {
                draft.Use(i);
                yield return each;
                yield break;
            }

            var before = draft.Before(i, overNumbers: ranking is not null);
            var isAsked = before >= 0 && (draft.Pieces[before].Op("by") || IsAfterGroup(draft, before) || draft.Pieces[before].Op("each") || (draft.Pieces[before].Op("for") && DimensionRoles.HasLooseBy(draft)) || ((draft.Pieces[before].Op("which") || Ranking.IsSign(draft.Pieces[before])) && ranking is not null));
            if (isAsked && draft.Pieces[i].Timed("unit:") is { } unit && unit != "half")
            {
                draft.Use(i);
                yield return unit;
                yield break;
            }
        }
    }
}
