using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>A sentence on its way to a query: its pieces, and which of them have found their place.</summary>
internal sealed class Draft(Sentence sentence, IReadOnlyList<Piece> pieces, IReadOnlyList<NamedPeriod> periods, Vocabulary vocabulary, Language language)
{
    private readonly bool[] _used = Used(pieces.Count, periods);

    public Sentence Sentence { get; } = sentence;

    public IReadOnlyList<Piece> Pieces { get; } = pieces;

    public IReadOnlyList<NamedPeriod> Periods { get; } = periods;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public Language Language { get; } = language;

    public bool IsUsed(int at) => _used[at];

    public void Use(int at) => _used[at] = true;

    /// <summary>Whether any piece that is not part of a period is this operator.</summary>
    public bool Has(string op) => Find(op) >= 0;

    /// <summary>The first such piece; -1 when there is none.</summary>
    public int Find(string op)
    {
        for (var i = 0; i < Pieces.Count; i++)
        {
            if (!_used[i] && Pieces[i].Op(op))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first piece that is this word of a metric, of a period or not; -1 when there is none.</summary>
    public int FindWord(string word)
    {
        for (var i = 0; i < Pieces.Count; i++)
        {
            if (Pieces[i].Is(Kind.Word, word))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The piece before, without what says nothing; -1 at the beginning.</summary>
    public int Before(int at, bool overNumbers = false)
    {
        for (at--; at >= 0 && (IsPlain(at) || (overNumbers && Pieces[at].Is(Kind.Number) && !IsInPeriod(at))); at--)
        {
        }

        return at;
    }

    /// <summary>The piece after, without what says nothing; -1 at the end.</summary>
    public int After(int at)
    {
        for (at++; at < Pieces.Count && IsPlain(at); at++)
        {
        }

        return at < Pieces.Count ? at : -1;
    }

    /// <summary>Whether a comma, question mark or the like stands between two pieces.</summary>
    public bool IsParted(int first, int second)
    {
        for (var token = Pieces[first].To; token < Pieces[second].From; token++)
        {
            if (Marks.EndsClause(Sentence.Tokens[token]))
            {
                return true;
            }
        }

        return false;
    }

    public string Text(int at) => Sentence.Text(Pieces[at].From, Pieces[at].To);

    public int Weight(int at) => Pieces[at].Weight(Sentence.Tokens);

    private bool IsPlain(int at) => Pieces[at].Meanings.All(meaning =>
        meaning.Kind == Kind.Filler || (meaning.Kind == Kind.Time && meaning.Id == "glue") || (meaning.Kind == Kind.Operator && meaning.Id is "of" or "our" or "article"));

    /// <summary>Whether a piece is of a period.</summary>
    public bool IsInPeriod(int at) => Periods.Any(period => period.From <= at && at < period.To);

    private static bool[] Used(int count, IReadOnlyList<NamedPeriod> periods)
    {
        var used = new bool[count];
        foreach (var period in periods)
        {
            Array.Fill(used, true, period.From, period.To - period.From);
        }

        return used;
    }
}
