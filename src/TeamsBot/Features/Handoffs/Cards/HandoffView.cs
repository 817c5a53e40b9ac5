using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>One handoff as one audience is to see it at one moment.</summary>
public sealed record HandoffView(Handoff Handoff, Lead Lead, Audience Audience, Say Say, DateTimeZone Zone, Instant Now)
{
    public string ChannelName { get; init; } = "";

    /// <summary>The working time that the clocks of the handoff count; null counts every moment.</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>The agreement that the lead was handed over under; null where it is not known.</summary>
    public SlaAgreement? Agreement { get; init; }

    /// <summary>The handoffs of the lead before this one, oldest first.</summary>
    public IReadOnlyList<Handoff> Earlier { get; init; } = [];

    /// <summary>All sales channels.</summary>
    public IReadOnlyList<SalesChannel> Channels { get; init; } = [];

    /// <summary>What follows each reason of a rejection.</summary>
    public IReadOnlyDictionary<RejectionReason, RejectionTerms> Rejections { get; init; } = RejectionTerms.AtFirst;

    /// <summary>The notice that the card is, for <see cref="Audience.Notice"/>.</summary>
    public Notice? Notice { get; init; }

    /// <summary>What the clock brings about next after a breach, and when; null when there is nothing to tell.</summary>
    public NextStep? Next { get; init; }

    /// <summary>The campaign's name; null shows the lead's own word for it.</summary>
    public string? CampaignName { get; init; }

    /// <summary>What sales is to say while the lead's campaign is live.</summary>
    public IReadOnlyList<string> TalkingPoints { get; init; } = [];

    /// <summary>What the owner may say helped.</summary>
    public IReadOnlyList<HelpfulContent> Content { get; init; } = [];

    /// <summary>Those whom the owner can give the lead to.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; init; } = [];

    /// <summary>Teams' ids of those who have a view of their own; the card keeps the first sixty.</summary>
    public IReadOnlyList<string> RefreshFor { get; init; } = [];

    /// <summary>Whether times name their zone, for a channel in several.</summary>
    public bool ShowZone { get; init; }

    /// <summary>What the lead was worth when it was handed over.</summary>
    internal Score Score => Handoff.Score ?? Score.Of(Lead, Rubric.Initial, Handoff.RequestedAt);

    internal Moments Moments => new(Say, Zone, Now, ShowZone);

    internal bool IsOverdue => Handoff.State == HandoffState.Waiting && IsLate(Handoff.AcceptClock);

    internal bool IsContactOverdue => Handoff.State == HandoffState.Accepted && IsLate(Handoff.ContactClock!);

    internal bool IsOwners => Audience == Audience.Owner && Handoff.IsOwned;

    /// <summary>A copy for marketing, which waits for sales and answers its questions.</summary>
    internal bool IsMarketings => Audience is Audience.Requester or Audience.Marketing;

    /// <summary>A head is to decide whether the rejection stands.</summary>
    internal bool CanRule => Audience == Audience.Head && Handoff.Dispute is { Ruling: null };

    /// <summary>Where the lead could go instead.</summary>
    internal IReadOnlyList<SalesChannel> OtherChannels => [.. Channels.Where(channel => channel.Id != Handoff.Channel)];

    internal bool HasOpenQuestion => Handoff is { Question: not null, Answer: null };

    internal bool CanAnswer => IsMarketings && HasOpenQuestion && !Handoff.IsClosed;

    /// <summary>What was to be done by now has not been done.</summary>
    internal bool IsLate(SlaClock clock) => clock.End == ClockEnd.Breached || clock.HasRunOut(Now);

    /// <summary>Working time up to now, beyond the target where it is missed.</summary>
    internal Duration Elapsed(SlaClock clock) => clock.Elapsed(Now, Calendar ?? WorkingCalendar.Always(Zone));

    /// <summary>A stretch of the time that the clocks count: "25 working minutes", or plain minutes where every moment counts.</summary>
    internal Phrase Length(Duration duration) => Calendar is null or { IsAlways: true } ? Moments.Length(duration) : Moments.Working(duration);

    internal string? Campaign => CampaignName ?? Lead.Campaign;

    internal string? FirstStep => Handoff.FirstStep ?? Lead.FirstStep;
}

/// <param name="OpenLeads">Leads that they have and have not closed.</param>
public sealed record Colleague(PersonId Id, string Name, int OpenLeads);

/// <param name="Person">The one who is told or asked then, where that is known.</param>
/// <param name="Offers">Whether the lead is offered to them, not only told of.</param>
public sealed record NextStep(Instant At, PersonRef? Person, bool Offers);
