using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

public enum NoticeKind
{
    /// <summary>Part of the time is over.</summary>
    Reminder,

    /// <summary>The time is over.</summary>
    RunOut,

    /// <summary>It still is, and nothing was done.</summary>
    Again,

    /// <summary>Tells the head what happened, to decide.</summary>
    Head,

    /// <summary>Offers the lead to somebody else.</summary>
    Offer,

    /// <summary>Asks the one who is left when nobody took it.</summary>
    CatchAll,
}

/// <summary>Something that a clock made Baton say, to whom, and why.</summary>
/// <param name="Number">Counted from 1 within the handoff.</param>
/// <param name="To">Null when it goes to a channel.</param>
/// <param name="Channel">Null when it goes to a person, or into the thread of the handoff's own card.</param>
/// <param name="Percent">Of the target that was over, for a reminder.</param>
public sealed record Notice(int Number, NoticeKind Kind, ClockKind Clock, Instant At, PersonRef? To, string? Channel, int? Percent)
{
    /// <summary>Whether what it is about is still to be done, and by its reader: they may have lost the lead to another, or taken it.</summary>
    public bool IsOpen(Handoff handoff) => handoff.Clock?.Kind == Clock && To switch
    {
        null => true,
        _ when Kind >= NoticeKind.Head => To.Id != handoff.Owner?.Id,
        _ => To.Id == (handoff.Owner ?? handoff.OfferedTo)?.Id,
    };

    /// <summary>Whether it is of use yet: nobody is reminded of what is done. That a time ran out is always said.</summary>
    public bool StillMatters(Handoff handoff) => Kind switch
    {
        NoticeKind.RunOut => true,
        NoticeKind.Reminder => IsOpen(handoff) && handoff.Clock!.End is null && Number == handoff.Notices.Count,
        _ => IsOpen(handoff),
    };
}

/// <summary>The notices of a handoff, oldest first; two lists of equal notices are equal.</summary>
public sealed class Notices : IEquatable<Notices>
{
    private readonly Notice[] all;

    private Notices(Notice[] all) => this.all = all;

    public static Notices None { get; } = new([]);

    public IReadOnlyList<Notice> All => all;

    public int Count => all.Length;

    public static Notices Of(IEnumerable<Notice> notices) => new([.. notices]);

    public Notice? Find(int number) => number >= 1 && number <= all.Length ? all[number - 1] : null;

    /// <summary>Whether somebody was asked to decide about the lead or to take it; nobody is asked twice.</summary>
    public bool HasAsked(PersonId person) => all.Any(notice => notice.Kind >= NoticeKind.Head && notice.To?.Id == person);

    public bool HasAsked(string channel) => all.Any(notice => notice.Channel == channel);

    public Notices With(NoticeKind kind, ClockKind clock, Instant at, PersonRef? to = null, string? channel = null, int? percent = null) =>
        new([.. all, new(all.Length + 1, kind, clock, at, to, channel, percent)]);

    public bool Equals(Notices? other) => other is not null && all.AsSpan().SequenceEqual(other.all);

    public override bool Equals(object? obj) => Equals(obj as Notices);

    public override int GetHashCode() => all.Length == 0 ? 0 : HashCode.Combine(all.Length, all[^1]);
}
