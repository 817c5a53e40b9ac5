namespace TeamsBot.Storage.Stores;

/// <summary>
/// What an import speaks for. A record that exists takes over these properties, also when they became empty, and these
/// attributes; everything else that is known of it stays.
/// </summary>
public sealed record Coverage(IReadOnlyCollection<string> Properties, IReadOnlyCollection<string> Attributes);

public enum SaveOutcome
{
    Added,
    Updated,
    Unchanged,

    /// <summary>No table takes it; <see cref="Saved.Why"/> says what is too long or wrong.</summary>
    Refused,
}

/// <summary>What became of one record of a batch.</summary>
public readonly record struct Saved(SaveOutcome Outcome, string? Why = null);
