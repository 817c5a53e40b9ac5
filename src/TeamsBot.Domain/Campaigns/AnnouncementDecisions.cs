using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Campaigns;

/// <summary>Why something cannot be done to an announcement.</summary>
public enum AnnouncementRefusal
{
    NotAMarketer,
    NotYours,

    /// <summary>It was withdrawn: what is to run again is a copy.</summary>
    Withdrawn,

    /// <summary>Its last day is over: what is to run again is a copy.</summary>
    Over,
    NotAnnounced,

    /// <summary>It has not begun: it is withdrawn, not ended.</summary>
    NotBegun,
    AlreadyReminded,
}

/// <summary>What became of somebody's wish.</summary>
public abstract record AnnouncementDecision
{
    public sealed record Applied(Announcement After) : AnnouncementDecision;

    /// <summary>It is so already: the second of two clicks.</summary>
    public sealed record Repeated(Announcement Current) : AnnouncementDecision;

    public sealed record Refused(AnnouncementRefusal Why, Announcement? Current) : AnnouncementDecision;

    /// <summary>It cannot be posted as it was typed.</summary>
    public sealed record Faulty(IReadOnlyList<AnnouncementFault> Faults) : AnnouncementDecision;
}

/// <summary>What people do with announcements. Pure: who may, what follows, and what is refused.</summary>
public static class AnnouncementDecisions
{
    /// <summary>Whether somebody may write announcements at all.</summary>
    public static bool MayAnnounce(this Actor actor) => actor.Is(Roles.Marketer) || actor.Is(Roles.Manager) || actor.Is(Roles.Admin);

    /// <summary>A new draft.</summary>
    /// <param name="form">What it begins with: nothing, or what an earlier one said.</param>
    public static AnnouncementDecision Begin(string id, string tenant, Actor actor, AnnouncementForm form, Instant now) => actor.MayAnnounce()
        ? new AnnouncementDecision.Applied(new(id, tenant, actor.Person) { Draft = form, CreatedAt = now })
        : new AnnouncementDecision.Refused(AnnouncementRefusal.NotAMarketer, null);

    /// <summary>Keeps what was typed, good or not; the channels see nothing of it.</summary>
    public static AnnouncementDecision Type(this Announcement current, Actor actor, AnnouncementForm form, Instant now, DateTimeZone zone) =>
        WhyNoChange(current, actor, now, zone) is { } why ? new AnnouncementDecision.Refused(why, current)
        : (current.Draft ?? current.Published) == form ? new AnnouncementDecision.Repeated(current)
        : new AnnouncementDecision.Applied(current with { Draft = current.Published == form ? null : form });

    /// <summary>Gives what was typed to the channels: for the first time, or in the place of what they see.</summary>
    /// <param name="ownerName">The name of the owner whom the draft names.</param>
    public static AnnouncementDecision Announce(this Announcement current, Actor actor, AnnouncementContext context, string? ownerName)
    {
        if (WhyNoChange(current, actor, context.Now, context.Organisation.TimeZone) is { } why)
        {
            return new AnnouncementDecision.Refused(why, current);
        }

        if (current.Draft is not { } draft)
        {
            return new AnnouncementDecision.Repeated(current);
        }

        var faults = AnnouncementCheck.Faults(draft, context, current.Published);
        return faults.Count > 0
            ? new AnnouncementDecision.Faulty(faults)
            : new AnnouncementDecision.Applied(current with
            {
                Version = current.Version + 1,
                Status = AnnouncementStatus.Announced,
                Draft = null,
                Published = draft,
                OwnerName = ownerName,
                AnnouncedAt = current.AnnouncedAt ?? context.Now,
                EndedOn = null,
            });
    }

    /// <summary>Takes it back: what stands in the channels says so from then on.</summary>
    public static AnnouncementDecision Withdraw(this Announcement current, Actor actor) => current switch
    {
        _ when !current.MayChange(actor) => new AnnouncementDecision.Refused(AnnouncementRefusal.NotYours, current),
        { Status: AnnouncementStatus.Withdrawn } => new AnnouncementDecision.Repeated(current),
        _ => new AnnouncementDecision.Applied(current with { Version = current.Version + 1, Status = AnnouncementStatus.Withdrawn, Draft = null, WithdrawnBy = actor.Person }),
    };

    /// <summary>Ends the campaign today, before its planned last day.</summary>
    public static AnnouncementDecision EndEarly(this Announcement current, Actor actor, Instant now, DateTimeZone zone)
    {
        var today = zone.DayOf(now);
        return current switch
        {
            _ when !current.MayChange(actor) => new AnnouncementDecision.Refused(AnnouncementRefusal.NotYours, current),
            { Status: AnnouncementStatus.Draft } => new AnnouncementDecision.Refused(AnnouncementRefusal.NotAnnounced, current),
            { Status: AnnouncementStatus.Withdrawn } => new AnnouncementDecision.Refused(AnnouncementRefusal.Withdrawn, current),
            _ when current.LastDay <= today => new AnnouncementDecision.Repeated(current),
            _ when current.Content.StartsOn > today => new AnnouncementDecision.Refused(AnnouncementRefusal.NotBegun, current),
            _ => new AnnouncementDecision.Applied(current with { Version = current.Version + 1, EndedOn = today }),
        };
    }

    /// <summary>Reminds those who have not acknowledged it, once.</summary>
    public static AnnouncementDecision Remind(this Announcement current, Actor actor, Instant now, DateTimeZone zone) => current switch
    {
        _ when !current.MayChange(actor) => new AnnouncementDecision.Refused(AnnouncementRefusal.NotYours, current),
        { IsAnnounced: false } => new AnnouncementDecision.Refused(current.Status == AnnouncementStatus.Draft ? AnnouncementRefusal.NotAnnounced : AnnouncementRefusal.Withdrawn, current),
        { RemindedAt: not null } => new AnnouncementDecision.Refused(AnnouncementRefusal.AlreadyReminded, current),
        _ when current.PhaseAt(now, zone) == CampaignPhase.Over => new AnnouncementDecision.Refused(AnnouncementRefusal.Over, current),
        _ => new AnnouncementDecision.Applied(current with { RemindedAt = now }),
    };

    // What is over or withdrawn stays as it was: its results are those of what was said.
    private static AnnouncementRefusal? WhyNoChange(Announcement current, Actor actor, Instant now, DateTimeZone zone) => current switch
    {
        _ when !current.MayChange(actor) => AnnouncementRefusal.NotYours,
        { Status: AnnouncementStatus.Withdrawn } => AnnouncementRefusal.Withdrawn,
        { IsAnnounced: true } when current.PhaseAt(now, zone) == CampaignPhase.Over => AnnouncementRefusal.Over,
        _ => null,
    };
}
