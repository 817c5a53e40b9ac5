namespace TeamsBot.Domain.Questions;

/// <summary>How much of a sentence nothing explains.</summary>
internal static class Noise
{
    private const double Tolerated = 0.34;
    private const int MostWeight = 4;
    private const int MostChatter = 20;

    /// <summary>How much of a sentence no piece explains.</summary>
    public static int UnknownWeight(Sentence sentence, IReadOnlyList<Piece> pieces) =>
        pieces.Where(piece => piece.Is(Kind.Unknown)).Sum(piece => piece.Weight(sentence.Tokens));

    /// <summary>Whether so much is left unexplained that an answer would be a guess. Clauses that hold nothing of the question do not count.</summary>
    public static bool IsTooMuch(Draft draft)
    {
        var (said, unknown, chatter) = (0, 0, 0);
        var clauseSaid = 0;
        var clauseUnknown = 0;
        var hasCore = false;
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (i > 0 && draft.IsParted(i - 1, i))
            {
                Close();
            }

            var piece = draft.Pieces[i];
            if (piece.Is(Kind.Unknown) && !draft.IsUsed(i))
            {
                clauseUnknown += draft.Weight(i);
            }
            else if (!piece.Meanings.All(meaning => meaning.Kind is Kind.Filler or Kind.Number))
            {
                clauseSaid += draft.Weight(i);
                hasCore |= draft.IsUsed(i) || piece.Meanings.Any(meaning => meaning.Kind is Kind.Metric or Kind.Word or Kind.Term or Kind.Dimension or Kind.Value or Kind.Alias);
            }
        }

        Close();
        return unknown > MostWeight || unknown > Tolerated * said || chatter > MostChatter;

        void Close()
        {
            chatter += clauseUnknown;
            if (hasCore)
            {
                (said, unknown) = (said + clauseSaid, unknown + clauseUnknown);
            }

            (clauseSaid, clauseUnknown, hasCore) = (0, 0, false);
        }
    }
}
