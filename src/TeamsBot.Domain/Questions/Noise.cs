namespace TeamsBot.Domain.Questions;

/// <summary>How much of a sentence nothing explains.</summary>
internal static class Noise
{
    private const double Tolerated = 0.34;
    private const int MostWeight = 4;

    /// <summary>Whether so much is left unexplained that an answer would be a guess. Clauses that hold nothing of the question do not count.</summary>
    public static bool IsTooMuch(Draft draft)
    {
        var (said, unknown) = (0, 0);
        var clauseSaid = 0;
        var clauseUnknown = 0;
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
            else if (piece.Meanings.Any(meaning => meaning.Kind is not (Kind.Filler or Kind.Operator or Kind.Number)) || draft.IsUsed(i))
            {
                clauseSaid += draft.Weight(i);
            }
        }

        Close();
        return unknown > MostWeight || unknown > Tolerated * said;

        void Close()
        {
            if (clauseSaid > 0)
            {
                (said, unknown) = (said + clauseSaid, unknown + clauseUnknown);
            }

            (clauseSaid, clauseUnknown) = (0, 0);
        }
    }
}
