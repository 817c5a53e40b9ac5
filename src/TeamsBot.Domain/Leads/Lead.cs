using NodaTime;

namespace TeamsBot.Domain.Leads;

/// <summary>A person or company that may buy. Everything but the id and the stage may be unknown.</summary>
/// <remarks>The words are those of the import: see the field of the same name there.</remarks>
public sealed record Lead(LeadId Id)
{
    public string? Name { get; init; }

    public string? Company { get; init; }

    /// <summary>The person's job, as written at the source.</summary>
    public string? Title { get; init; }

    /// <summary>Personal: shown to the owner alone.</summary>
    public string? Email { get; init; }

    /// <summary>Personal: shown to the owner alone.</summary>
    public string? Phone { get; init; }

    public string? Country { get; init; }

    /// <summary>The languages that the person speaks, in words.</summary>
    public string? Speaks { get; init; }

    /// <summary>People at the company.</summary>
    public int? Employees { get; init; }

    /// <summary>The channel that the lead came from: paid search, event, referral.</summary>
    public string? Source { get; init; }

    public string? Campaign { get; init; }

    public string? Product { get; init; }

    public string? Segment { get; init; }

    /// <summary>The first contact.</summary>
    public Instant? CreatedAt { get; init; }

    public FunnelStage Stage { get; init; } = FunnelStage.Interest;

    public int? Score { get; init; }

    /// <summary>Why the score is what it is, the heaviest line first.</summary>
    public IReadOnlyList<ScoreLine> ScoreLines { get; init; } = [];

    public string? LastActivity { get; init; }

    public Instant? LastActivityAt { get; init; }

    /// <summary>What marketing suggests as the first step of the rep.</summary>
    public string? FirstStep { get; init; }

    /// <summary>The rep who has it, by name, as the source said or the handoff decided.</summary>
    public string? Owner { get; init; }

    /// <summary>Further columns that an import declared, by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>When all that is personal was erased; null for all others. Nothing is taken in under its id any more.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>The lead that stands for this one since the two were found to be the same; null for all others. Figures count it no more.</summary>
    public LeadId? JoinedTo { get; init; }

    /// <summary>What to call the lead where only one name fits: person, else company, else id.</summary>
    public string DisplayName => Name ?? Company ?? Id.Value;
}

/// <summary>One line of a score: the points that it gave (or took) and why.</summary>
public sealed record ScoreLine(int Points, string Reason);
