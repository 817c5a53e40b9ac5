namespace TeamsBot.Domain.Questions;

/// <summary>
/// Tells "what share of won deals came from social", a part of them, from "what share of social deals did we win", the rate. Both say share, won and deals.
/// </summary>
internal sealed class ShareOfWon(Draft draft)
{
    private static readonly string[] s_places = ["from", "bring", "in", "for"];
    private readonly int _share = draft.FindWord("share");
    private readonly int _won = draft.FindWord("won");

    /// <summary>Whether a part of the won deals is asked for.</summary>
    public bool IsAsked()
    {
        if (IsOfDealsWeWin())
        {
            return false;
        }

        var value = Values().LastOrDefault(at => !IsPerson(at) || IsPlaced(at), -1);
        return value < 0 ? IsSplit() || Values().Any(IsOwnShare) : IsPart(value) || Values().Any(IsOwnShare);
    }

    private IEnumerable<int> Values() => Enumerable.Range(0, draft.Pieces.Count).Where(at => draft.Pieces[at].Is(Kind.Value) && !draft.Pieces[at].Is(Kind.Word) && !draft.IsUsed(at));

    private bool IsPart(int value) => draft.Language == People.Language.Chinese ? value < _share : value > _share && value > _won;

    // "of the deals in software, the share that we win": the deals, then a verb of its own.
    private bool IsOfDealsWeWin() =>
        draft.FindWord("deal") is var deal and >= 0 && deal < _won && draft.Pieces.Skip(deal + 1).Take(_won - deal).Any(piece => piece.Op("relative"))
        && !Values().Any(at => draft.Before(at) is var before and >= 0 && (draft.Pieces[before].Op("from") || draft.Pieces[before].Op("bring")));

    // "share of won deals by source"
    private bool IsSplit() =>
        Math.Abs(_won - draft.FindWord("deal")) <= 1 && Enumerable.Range(0, draft.Pieces.Count).Any(at => draft.Pieces[at].Is(Kind.Dimension) && DimensionRoles.IsAsked(draft, at));

    // "Anna's share of won deals", "share of GTX in won deals", "نسبة GTX من الصفقات الرابحة"
    private bool IsOwnShare(int at) => draft.Language != People.Language.Chinese && (draft.After(at) == _share || (IsBehindShare(at) && IsOf(at)) || (IsOf(at) && _won > at && _share > _won) || IsBeforeShareOfWon(at));

    // "Anna - what share of won deals": the deals that are won stand right behind "share of".
    private bool IsBeforeShareOfWon(int at) =>
        at < _share && _share < _won && Math.Abs(_won - draft.FindWord("deal")) <= 1 && draft.Pieces[_share + 1].Op("of");

    private bool IsPerson(int at) => draft.Pieces[at].Meanings.Any(meaning => meaning is { Kind: Kind.Value, Id: "rep" or "manager" });

    // "went to Anna", not "Anna's".
    private bool IsPlaced(int at) => draft.Before(at) is var before and >= 0 && s_places.Any(draft.Pieces[before].Op);

    private bool IsOf(int at) => draft.After(at) is var next and >= 0 && (draft.Pieces[next].Op("from") || draft.Pieces[next].Op("in") || draft.Pieces[next].Op("of"));

    private bool IsBehindShare(int at) =>
        at > _share && !Enumerable.Range(_share + 1, at - _share - 1).Any(i => draft.Pieces[i].Is(Kind.Word) || draft.Pieces[i].Is(Kind.Metric));
}
