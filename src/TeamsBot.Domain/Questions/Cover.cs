namespace TeamsBot.Domain.Questions;

/// <summary>Divides a sentence into the pieces that together explain the most of it.</summary>
internal sealed class Cover(ValueIndex values, IReadOnlyList<FormIndex> languages, IReadOnlyDictionary<string, IReadOnlyList<Meaning>> aliases, IReadOnlySet<string> dimensions)
{
    private const double OtherLanguage = 0.92;
    private const int MostSlips = 8;
    private const int LongestMended = 6;
    private const double Mended = 0.8;
    private const double Certain = 0.88;
    private const double PieceCost = 0.4;
    private const double FillerWorth = 0.55;
    private const double PhraseWorth = 0.9;

    /// <summary>The pieces in order. Every word is in one; marks between clauses are in none.</summary>
    public IReadOnlyList<Piece> Divide(Sentence sentence, IReadOnlyDictionary<int, (Granule Granule, int End)> dates)
    {
        var tokens = sentence.Tokens;
        var at = Enumerable.Range(0, tokens.Count).Select(from => PiecesFrom(tokens, from)).ToArray();
        AddDates(tokens, at, dates);
        if (Mend(tokens, at) is { } mended)
        {
            AddMended([.. tokens.Select((old, i) => mended.GetValueOrDefault(i) ?? old)], at, mended.Keys);
        }

        return Best(tokens, at);
    }

    // A mended word may be within a form that begins before it.
    private void AddMended(IReadOnlyList<Token> tokens, List<Piece>[] at, IReadOnlyCollection<int> mended)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            if (mended.Any(slip => slip >= from && slip - from < LongestMended))
            {
                at[from].AddRange(PiecesFrom(tokens, from).Where(piece => mended.Any(slip => slip >= piece.From && slip < piece.To)).Select(piece => piece with { Quality = piece.Quality * Mended }));
            }
        }
    }

    private static void AddDates(IReadOnlyList<Token> tokens, List<Piece>[] at, IReadOnlyDictionary<int, (Granule Granule, int End)> dates)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (dates.TryGetValue(tokens[i].Start, out var date))
            {
                var to = i;
                while (to < tokens.Count && tokens[to].End <= date.End)
                {
                    to++;
                }

                var (granule, _) = date;
                if (granule is { Unit: "year", Year: { } year })
                {
                    at[i].Add(new(i, to, [new(Kind.Number, FormattableString.Invariant($"{year}"))], 1.5));
                    continue;
                }

                var id = FormattableString.Invariant($"date:{granule.Unit}:{granule.Year}:{granule.Number}:{granule.Day}");
                at[i].Add(new(i, to, [new(Kind.Time, id)], 1.5));
            }
        }
    }

    private List<Piece> PiecesFrom(IReadOnlyList<Token> tokens, int from)
    {
        if (tokens[from].Kind == TokenKind.Mark)
        {
            return [];
        }

        var found = new List<(Meaning Meaning, int To, double Quality)>(values.Match(tokens, from));
        for (var i = 0; i < languages.Count; i++)
        {
            var own = i == 0 ? [] : found.Where(match => match.Meaning.Kind != Kind.Value).Select(match => match.To).ToHashSet();
            foreach (var (form, to, quality) in languages[i].Match(tokens, from).Where(match => !own.Contains(match.To)))
            {
                found.AddRange(Meanings(form.Meaning).Select(meaning => (meaning, to, i == 0 ? quality : OtherLanguage * quality)));
            }
        }

        if (tokens[from].Kind == TokenKind.Number)
        {
            found.Add((new(Kind.Number, tokens[from].Text), from + 1, 1));
        }

        return [.. found.GroupBy(match => match.To).Select(group => Join(from, group.Key, [.. group], tokens[from].Kind == TokenKind.Han))];
    }

    private static Piece Join(int from, int to, List<(Meaning Meaning, int To, double Quality)> matches, bool isHan)
    {
        // A part of a value counts only where no word fits.
        if (matches.Exists(match => match.Meaning.Kind != Kind.Value))
        {
            matches.RemoveAll(match => match.Meaning.Kind == Kind.Value && match.Quality < Certain);
        }

        // One word that says nothing gives way to any other; a phrase of several does not.
        var best = matches.Max(match => match.Meaning.Kind == Kind.Filler ? match.Quality * (to - from > (isHan ? 2 : 1) ? PhraseWorth : FillerWorth) : match.Quality);
        var certain = matches.Where(match => match.Quality >= Certain).Select(match => match.Meaning).Distinct().ToList();
        return new(from, to, certain.Count > 0 ? certain : [.. matches.Select(match => match.Meaning).Distinct()], best);
    }

    private IEnumerable<Meaning> Meanings(Meaning meaning) =>
        meaning.Kind == Kind.Dimension && !dimensions.Contains(meaning.Id) ? [] // A word for an attribute that this data does not have.
        : meaning.Kind == Kind.Alias && aliases.TryGetValue(meaning.Text, out var stored) ? stored : [meaning];

    private static IReadOnlyList<Piece> Best(IReadOnlyList<Token> tokens, List<Piece>[] at)
    {
        var worth = new double[tokens.Count + 1];
        var choice = new Piece?[tokens.Count];
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            worth[i] = worth[i + 1];
            foreach (var piece in at[i])
            {
                var total = worth[piece.To] + Worth(tokens, piece);
                if (total > worth[i])
                {
                    (worth[i], choice[i]) = (total, piece);
                }
            }
        }

        return Collect(tokens, choice);
    }

    private static double Worth(IReadOnlyList<Token> tokens, Piece piece) => (piece.Weight(tokens) * piece.Quality) - PieceCost;

    private static List<Piece> Collect(IReadOnlyList<Token> tokens, Piece?[] choice)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < tokens.Count;)
        {
            if (choice[i] is { } piece)
            {
                pieces.Add(piece);
                i = piece.To;
                continue;
            }

            if (tokens[i].Kind != TokenKind.Mark)
            {
                AddUnknown(pieces, tokens, i);
            }

            i++;
        }

        return pieces;
    }

    // Chinese characters that nothing explains are one unknown together.
    private static void AddUnknown(List<Piece> pieces, IReadOnlyList<Token> tokens, int at)
    {
        if (pieces.Count > 0 && pieces[^1] is var last && last.To == at && last.Is(Kind.Unknown) && tokens[at].Kind == TokenKind.Han && tokens[at - 1].Kind == TokenKind.Han)
        {
            pieces[^1] = last with { To = at + 1 };
            return;
        }

        pieces.Add(new(at, at + 1, [new(Kind.Unknown, "")], 0));
    }

    private Dictionary<int, Token>? Mend(IReadOnlyList<Token> tokens, List<Piece>[] at)
    {
        var covered = at.SelectMany(pieces => pieces).SelectMany(piece => Enumerable.Range(piece.From, piece.To - piece.From)).ToHashSet();
        int[] unknown = [.. Enumerable.Range(0, tokens.Count).Where(i => !covered.Contains(i) && tokens[i].Kind == TokenKind.Word)];
        if (unknown.Length is 0 or > MostSlips)
        {
            return null; // Nothing to mend, or not a question with slips in it.
        }

        var mended = new Dictionary<int, Token>();
        foreach (var (i, word) in unknown.Where(i => Token.IsArabic(tokens[i].Text[0])).SelectMany(i => values.Spoken(tokens, i)))
        {
            mended[i] = tokens[i] with { Text = word };
        }

        foreach (var i in unknown.Where(i => !mended.ContainsKey(i)))
        {
            if ((languages[0].Variants(tokens[i].Text).Select(Nearest).FirstOrDefault(near => near is not null) ?? values.Nearest(tokens[i].Text)) is { } right)
            {
                mended[i] = tokens[i] with { Text = right };
            }
        }

        return mended.Count > 0 ? mended : null;
    }

    private string? Nearest(string word) => Typos.Nearest(word, languages.SelectMany(language => language.WordsLike(word)));
}
