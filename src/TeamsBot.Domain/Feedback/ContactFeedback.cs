using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Feedback;

/// <summary>Something that was noted, and when: a card of a week has each of them once.</summary>
public sealed record Noted<T>(T What, Instant At);

/// <summary>What the owner of a lead noted after contact. Two that say the same are equal.</summary>
/// <param name="By">Who noted something last.</param>
public sealed record ContactFeedback(PersonRef By)
{
    /// <summary>The longest <see cref="Quote"/>, in characters.</summary>
    public const int LongestQuote = 300;

    /// <summary>Each once, in the order of the enum; <see cref="Objection.None"/> stands alone.</summary>
    public IReadOnlyList<Noted<Objection>> Objections { get; init; } = [];

    /// <summary>Each once, oldest first; that nothing helped stands alone.</summary>
    public IReadOnlyList<Noted<HelpfulContent>> Content { get; init; } = [];

    /// <summary>What the lead said, in the rep's words; null where nothing was typed.</summary>
    public Noted<string>? Quote { get; init; }

    /// <summary>The version of the handoff that noted something last.</summary>
    public int Version { get; init; }

    /// <summary>The last version before <see cref="Version"/> that changed more than what is noted here. Who was shown that has nothing new to see.</summary>
    public int SharedVersion { get; init; }

    /// <summary>When something was noted last of all that still stands; null where nothing does.</summary>
    public Instant? LastAt => Objections.Select(noted => (Instant?)noted.At).Concat(Content.Select(noted => (Instant?)noted.At)).Append(Quote?.At).Max();

    public bool Equals(ContactFeedback? other) => other is not null
        && (By, Quote, Version, SharedVersion) == (other.By, other.Quote, other.Version, other.SharedVersion)
        && Objections.SequenceEqual(other.Objections)
        && Content.SequenceEqual(other.Content);

    public override int GetHashCode() => HashCode.Combine(By, Quote, Version, Objections.Count, Content.Count);

    public bool Has(Objection objection) => Objections.Any(noted => noted.What == objection);

    public bool Has(HelpfulContent content) => Content.Any(noted => noted.What.Id == content.Id);

    internal ContactFeedback With(Objection objection, bool on, Instant at)
    {
        var others = Objections.Where(noted => noted.What != objection && !(on && (objection == Objection.None || noted.What == Objection.None)));
        return this with { Objections = on ? [.. others.Append(new(objection, at)).OrderBy(noted => noted.What)] : [.. others] };
    }

    internal ContactFeedback With(HelpfulContent content, bool on, Instant at)
    {
        var others = Content.Where(noted => noted.What.Id != content.Id && !(on && (IsNone(content) || IsNone(noted.What))));
        return this with { Content = on ? [.. others, new(content, at)] : [.. others] };
    }

    private static bool IsNone(HelpfulContent content) => content.Kind == ContentKind.None;
}
