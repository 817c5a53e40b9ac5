namespace TeamsBot.Domain.Questions;

/// <summary>What a stretch of a sentence can be.</summary>
internal enum Kind
{
    /// <summary>A metric by its name.</summary>
    Metric,

    /// <summary>A word that metrics are composed of, such as deal and won.</summary>
    Word,

    /// <summary>A word of the funnel that is explained but not counted.</summary>
    Term,
    Dimension,

    /// <summary>A value that records have.</summary>
    Value,

    /// <summary>A value that people name, in words that records may not use.</summary>
    Alias,
    Operator,
    Time,
    Number,

    /// <summary>A sign that the question is not one for Baton.</summary>
    Outside,

    /// <summary>Says nothing about what is asked.</summary>
    Filler,
    Unknown,
}

/// <summary>One reading of a stretch: its kind, and the id there. For values, the id is the dimension and the text the stored value.</summary>
internal readonly record struct Meaning(Kind Kind, string Id, string Text = "");

/// <summary>A stretch of a sentence, from one word to another, which is excluded, with all that it can be.</summary>
internal sealed record Piece(int From, int To, IReadOnlyList<Meaning> Meanings, double Quality)
{
    public bool Is(Kind kind) => Meanings.Any(meaning => meaning.Kind == kind);

    public bool Is(Kind kind, string id) => Meanings.Any(meaning => meaning.Kind == kind && meaning.Id == id);

    /// <summary>The id of the first reading of this kind; null when it has none.</summary>
    public string? Id(Kind kind)
    {
        foreach (var meaning in Meanings)
        {
            if (meaning.Kind == kind)
            {
                return meaning.Id;
            }
        }

        return null;
    }

    /// <summary>What follows a prefix in the first reading of time that has it, such as month in "unit:month"; null when none has.</summary>
    public string? Timed(string prefix)
    {
        foreach (var meaning in Meanings)
        {
            if (meaning.Kind == Kind.Time && meaning.Id.StartsWith(prefix, StringComparison.Ordinal))
            {
                return meaning.Id[prefix.Length..];
            }
        }

        return null;
    }

    /// <summary>How much of a sentence it is.</summary>
    public int Weight(IReadOnlyList<Token> tokens)
    {
        var weight = 0;
        for (var i = From; i < To; i++)
        {
            weight += tokens[i].Weight;
        }

        return weight;
    }

    public bool Op(string id) => Is(Kind.Operator, id);

    public bool Time(string id) => Is(Kind.Time, id);
}
