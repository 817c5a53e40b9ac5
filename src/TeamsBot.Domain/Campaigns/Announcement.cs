using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Campaigns;

public enum AnnouncementStatus
{
    /// <summary>Nobody but those who write it has seen it.</summary>
    Draft,
    Announced,
    Withdrawn,
}

/// <summary>Where a campaign is in its time, in one zone.</summary>
public enum CampaignPhase
{
    Coming,
    Live,
    Over,
    Withdrawn,
}

/// <summary>What marketing tells the sales channels of a campaign, once, and keeps true from then on. It bears the campaign's id.</summary>
public sealed record Announcement(string Id, string Tenant, PersonRef Author)
{
    /// <summary>Counts what the channels are to show: every card of an older version follows.</summary>
    public int Version { get; init; }

    public AnnouncementStatus Status { get; init; }

    /// <summary>What is being typed and is not posted; null where nothing differs from what is.</summary>
    public AnnouncementForm? Draft { get; init; }

    /// <summary>What the channels see; null before it was announced.</summary>
    public AnnouncementForm? Published { get; init; }

    /// <summary>The name of its owner on the day that they were chosen.</summary>
    public string? OwnerName { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant? AnnouncedAt { get; init; }

    public PersonRef? WithdrawnBy { get; init; }

    /// <summary>The last day, where it was ended before the planned one.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>When those who had not acknowledged it were reminded.</summary>
    public Instant? RemindedAt { get; init; }

    /// <summary>What is shown: what the channels see, or before that what was typed.</summary>
    public AnnouncementContent Content => AnnouncementContent.Of(Published ?? Draft ?? AnnouncementForm.Empty);

    /// <summary>The one whom questions go to.</summary>
    public PersonRef Owner => Content.Owner is { } id && id != Author.Id ? new(id, OwnerName ?? "") : Author;

    /// <summary>The last day, itself included; null while none was given.</summary>
    public LocalDate? LastDay => EndedOn is { } ended && !(ended > Content.EndsOn) ? ended : Content.EndsOn;

    public bool IsAnnounced => Status == AnnouncementStatus.Announced;

    /// <summary>A draft in which nothing was typed yet.</summary>
    public bool IsUntouched => Status == AnnouncementStatus.Draft && Published is null && Draft == AnnouncementForm.Empty;

    /// <summary>Whose it is to change: its author's, its owner's, and managers' and admins'.</summary>
    public bool MayChange(Actor actor) =>
        actor.Person.Id == Author.Id || actor.Person.Id == Owner.Id || actor.Is(Roles.Manager) || actor.Is(Roles.Admin);

    public CampaignPhase PhaseAt(Instant now, DateTimeZone zone) => zone.DayOf(now) switch
    {
        _ when Status == AnnouncementStatus.Withdrawn => CampaignPhase.Withdrawn,
        var today when today > LastDay => CampaignPhase.Over,
        var today when today < Content.StartsOn => CampaignPhase.Coming,
        _ => CampaignPhase.Live,
    };
}

/// <summary>Somebody has read an announcement.</summary>
/// <param name="Channel">The sales channel in which they said so.</param>
public sealed record Acknowledgement(PersonRef Person, string Channel, Instant At);

/// <summary>What sales asked the owner of a campaign, and the answer, which everybody sees.</summary>
/// <param name="Number">Counted from 1 in an announcement.</param>
/// <param name="Channel">The sales channel in which it was asked.</param>
public sealed record AnnouncementQuestion(int Number, PersonRef By, string Channel, string Text, Instant At)
{
    public const int LongestText = 500;

    public string? Answer { get; init; }

    public PersonRef? AnsweredBy { get; init; }
}

/// <summary>What somebody thinks of a content link.</summary>
/// <param name="Link">Its <see cref="ContentLink.Key"/>.</param>
public sealed record ContentVote(PersonId Person, string Link, bool IsHelpful);
