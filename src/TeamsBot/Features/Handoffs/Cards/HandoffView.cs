using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>One handoff as one audience is to see it at one moment.</summary>
public sealed record HandoffView(Handoff Handoff, Lead Lead, Audience Audience, Say Say, DateTimeZone Zone, Instant Now)
{
    public string ChannelName { get; init; } = "";

    /// <summary>The campaign's name; null shows the lead's own word for it.</summary>
    public string? CampaignName { get; init; }

    /// <summary>Those whom the owner can give the lead to.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; init; } = [];

    /// <summary>Teams' ids of those who have a view of their own; the card keeps the first sixty.</summary>
    public IReadOnlyList<string> RefreshFor { get; init; } = [];

    /// <summary>Whether times name their zone, for a channel in several.</summary>
    public bool ShowZone { get; init; }

    internal Moments Moments => new(Say, Zone, Now, ShowZone);

    internal bool IsOverdue => Handoff.State == HandoffState.Waiting && Now > Handoff.AcceptBy;

    internal bool IsContactOverdue => Handoff.State == HandoffState.Accepted && Now > Handoff.ContactBy;

    internal bool IsOwners => Audience == Audience.Owner && Handoff.IsOwned;

    /// <summary>A copy for marketing, which waits for sales and answers its questions.</summary>
    internal bool IsMarketings => Audience is Audience.Requester or Audience.Marketing;

    internal bool HasOpenQuestion => Handoff is { Question: not null, Answer: null };

    internal bool CanAnswer => IsMarketings && HasOpenQuestion && !Handoff.IsClosed;

    internal string? Campaign => CampaignName ?? Lead.Campaign;

    internal string? FirstStep => Handoff.FirstStep ?? Lead.FirstStep;
}

public sealed record Colleague(PersonId Id, string Name, int OpenLeads);
