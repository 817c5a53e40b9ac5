namespace TeamsBot.Domain.Feedback;

/// <summary>What a lead has against buying, as a rep heard it.</summary>
public enum Objection
{
    Price,
    Timing,
    Competitor,
    Need,

    /// <summary>No proof that it works, or no trust in us.</summary>
    Trust,
    Authority,

    /// <summary>It does not fit what they have, or lacks something.</summary>
    Technical,

    /// <summary>There was none, which is worth knowing as well.</summary>
    None,
}
