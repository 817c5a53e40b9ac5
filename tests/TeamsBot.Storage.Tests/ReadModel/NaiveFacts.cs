using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Questions;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>Something that a metric counts: its dimensions, its day, its value.</summary>
public sealed record NaiveFact(IReadOnlyDictionary<string, string?> Dimensions, LocalDate? Day)
{
    public double? Value { get; init; }

    public string? Currency { get; init; }

    public string Id { get; init; } = "";
}

/// <summary>What each metric counts, taken word by word from its definition, one record after the other.</summary>
public sealed class NaiveFacts(RandomWorld world, DateTimeZone zone)
{
    public IEnumerable<NaiveFact> Of(string metric) => metric switch
    {
        Metrics.Leads => world.Leads.Select(lead => Fact(lead, lead.CreatedAt)),
        Metrics.Mqls => world.Leads.Where(IsMql).Select(lead => Fact(lead, MqlAt(lead))),
        Metrics.ConversionRate => world.Leads.Select(lead => Fact(lead, lead.CreatedAt) with { Value = IsWon(lead) ? 1 : 0 }),
        Metrics.RecycledLeads => world.Leads.SelectMany(lead => Recycled(lead).Select(at => Fact(lead, at))),
        Metrics.Handoffs => world.Handoffs.Select(handoff => Fact(handoff, handoff.RequestedAt)),
        Metrics.AcceptedHandoffs => Accepted().Select(handoff => Fact(handoff, handoff.RequestedAt)),
        Metrics.RejectedHandoffs => world.Handoffs.Where(handoff => handoff.State == HandoffState.Rejected).Select(handoff => Fact(handoff, handoff.RequestedAt)),
        Metrics.PendingHandoffs => world.Handoffs.Where(handoff => handoff.State == HandoffState.Waiting).Select(handoff => Fact(handoff, handoff.RequestedAt)),
        Metrics.AcceptanceRate => world.Handoffs.Where(handoff => handoff.State != HandoffState.Waiting)
            .Select(handoff => Fact(handoff, handoff.RequestedAt) with { Value = handoff.State == HandoffState.Rejected ? 0 : 1 }),
        Metrics.TimeToAccept => Accepted().Select(handoff => Fact(handoff, handoff.AcceptedAt) with { Value = (handoff.AcceptedAt!.Value - handoff.RequestedAt).TotalMinutes }),
        Metrics.TimeToContact => world.Handoffs.Where(handoff => handoff.ContactedAt is not null)
            .Select(handoff => Fact(handoff, handoff.ContactedAt) with { Value = (handoff.ContactedAt!.Value - handoff.AcceptedAt!.Value).TotalMinutes }),
        Metrics.SlaMetRate => Clocks().Select(clock => Fact(clock.Handoff, clock.Clock.DueAt) with { Value = clock.Clock.End == ClockEnd.Met ? 1 : 0 }),
        Metrics.SlaBreaches => Clocks().Where(clock => clock.Clock.End == ClockEnd.Breached).Select(clock => Fact(clock.Handoff, clock.Clock.DueAt)),
        Metrics.Deals => world.Deals.Select(deal => Fact(deal, OpenedAt(deal))),
        Metrics.OpenDeals => With(DealStatus.Open).Select(deal => Fact(deal, OpenedAt(deal))),
        Metrics.WonDeals => With(DealStatus.Won).Select(deal => Fact(deal, deal.ClosedAt)),
        Metrics.LostDeals => With(DealStatus.Lost).Select(deal => Fact(deal, deal.ClosedAt)),
        Metrics.WinRate => world.Deals.Where(deal => deal.Status != DealStatus.Open).Select(deal => Fact(deal, deal.ClosedAt) with { Value = deal.Status == DealStatus.Won ? 1 : 0 }),
        Metrics.Revenue or Metrics.AverageDealSize => With(DealStatus.Won).Select(deal => Fact(deal, deal.ClosedAt) with { Value = (double?)deal.Value, Currency = deal.Currency }),
        Metrics.PipelineValue => With(DealStatus.Open).Select(deal => Fact(deal, OpenedAt(deal)) with { Value = (double?)deal.Value, Currency = deal.Currency }),
        Metrics.SalesCycle => With(DealStatus.Won).Where(deal => deal.ClosedAt is not null && OpenedAt(deal) is not null)
            .Select(deal => Fact(deal, deal.ClosedAt) with { Value = (deal.ClosedAt!.Value - OpenedAt(deal)!.Value).TotalDays }),
        Metrics.Spend => world.Campaigns.Where(campaign => campaign.Spend is not null).Select(Fact),
        Metrics.Campaigns => world.Campaigns.Select(Fact),
        Metrics.AnnouncementReach => [],
        _ => throw new ArgumentException(metric, nameof(metric)),
    };

    public NaiveFact Fact(Campaign campaign) => new(
        new Dictionary<string, string?>
        {
            ["campaign"] = campaign.Name ?? campaign.Id, ["channel"] = campaign.Channel, ["status"] = campaign.Status.ToString().ToLowerInvariant(),
            ["size"] = campaign.Attributes.GetValueOrDefault("size"),
        },
        campaign.StartsOn) { Value = (double?)campaign.Spend, Id = campaign.Id };

    public bool IsWon(Lead lead) => world.Deals.Any(deal => deal.Lead == lead.Id && deal.Status == DealStatus.Won);

    public FunnelStage StageNow(Lead lead) => lead.Stage != FunnelStage.Retained && IsWon(lead) ? FunnelStage.Won : lead.Stage;

    public IEnumerable<Handoff> HandoffsOf(Lead lead) => world.Handoffs.Where(handoff => handoff.Id.Lead == lead.Id).OrderBy(handoff => handoff.Id.Number);

    public LocalDate? DayOf(Instant? at) => at?.InZone(zone).Date;

    public Instant? OpenedAt(Deal deal) => deal.OpenedAt ?? LeadOf(deal)?.CreatedAt;

    /// <summary>The furthest stage that a lead is known to have reached.</summary>
    public FunnelStage Reached(Lead lead)
    {
        List<FunnelStage> known = [FunnelStage.Awareness, lead.Stage, world.ImportedStage(lead.Id)];
        foreach (var handoff in HandoffsOf(lead))
        {
            known.Add(FunnelStage.HandedOff);
            known.Add(handoff.AcceptedAt is null ? FunnelStage.HandedOff : FunnelStage.Accepted);
            known.Add(handoff.QualifiedAt is null ? FunnelStage.HandedOff : FunnelStage.Qualified);
        }

        if (IsWon(lead))
        {
            known.Add(FunnelStage.Won);
        }

        return known.Where(stage => stage <= FunnelStage.Retained).Max();
    }

    public Instant? MqlAt(Lead lead)
    {
        var came = world.ImportedStage(lead.Id) is >= FunnelStage.Intent and <= FunnelStage.Retained;
        return came || !HandoffsOf(lead).Any() ? lead.CreatedAt : HandoffsOf(lead).Min(handoff => handoff.RequestedAt);
    }

    private static bool Is(string? value) => !string.IsNullOrWhiteSpace(value);

    private bool IsMql(Lead lead) => Reached(lead) >= FunnelStage.Intent;

    private Lead? LeadOf(Deal deal) => world.Leads.FirstOrDefault(lead => lead.Id == deal.Lead);

    private IEnumerable<Deal> With(DealStatus status) => world.Deals.Where(deal => deal.Status == status);

    private IEnumerable<Handoff> Accepted() => world.Handoffs.Where(handoff => handoff.State is not (HandoffState.Waiting or HandoffState.Rejected));

    private IEnumerable<(Handoff Handoff, SlaClock Clock)> Clocks() =>
        from handoff in world.Handoffs
        from clock in new[] { handoff.AcceptClock, handoff.ContactClock }
        where clock?.End is ClockEnd.Met or ClockEnd.Breached
        select (handoff, clock);

    private IEnumerable<Instant?> Recycled(Lead lead)
    {
        var returned = HandoffsOf(lead).Select(handoff => handoff.State == HandoffState.Recycled ? handoff.Recycling!.At : handoff.Rejection?.Reason == RejectionReason.Budget ? handoff.Rejection.At : (Instant?)null).Where(at => at is not null).ToList();
        return returned.Count > 0 || lead.Stage != FunnelStage.Recycled ? returned : [lead.CreatedAt];
    }

    private NaiveFact Fact(Lead lead, Instant? at) => new(
        new Dictionary<string, string?>
        {
            ["source"] = lead.Source, ["campaign"] = lead.Campaign, ["rep"] = lead.Owner, ["product"] = lead.Product, ["segment"] = lead.Segment, ["country"] = lead.Country,
            ["account"] = lead.Company, ["stage"] = StageNow(lead).ToString(), ["tier"] = HandoffsOf(lead).LastOrDefault()?.Tier.ToString(),
            ["size"] = lead.Attributes.GetValueOrDefault("size"), ["mood"] = lead.Attributes.GetValueOrDefault("mood"),
        },
        DayOf(at)) { Id = lead.Id.Value };

    private NaiveFact Fact(Handoff handoff, Instant? at)
    {
        var lead = world.Leads.First(lead => lead.Id == handoff.Id.Lead);
        return new(
            new Dictionary<string, string?>
            {
                ["source"] = lead.Source, ["campaign"] = lead.Campaign, ["product"] = lead.Product, ["segment"] = lead.Segment, ["country"] = lead.Country, ["account"] = lead.Company,
                ["rep"] = (handoff.Owner ?? handoff.Rejection?.By)?.Name, ["team"] = null, ["status"] = handoff.State.ToString().ToLowerInvariant(),
                ["reason"] = handoff.Rejection?.Reason.ToString(), ["tier"] = handoff.Tier.ToString(), ["channel"] = handoff.Channel,
            },
            DayOf(at)) { Id = handoff.Id.ToString() };
    }

    private NaiveFact Fact(Deal deal, Instant? at)
    {
        var lead = LeadOf(deal);
        return new(
            new Dictionary<string, string?>
            {
                ["source"] = Is(deal.Source) ? deal.Source : lead?.Source, ["campaign"] = Is(deal.Campaign) ? deal.Campaign : lead?.Campaign,
                ["segment"] = Is(deal.Segment) ? deal.Segment : lead?.Segment, ["country"] = Is(deal.Country) ? deal.Country : lead?.Country,
                ["rep"] = deal.Rep, ["manager"] = deal.Manager, ["team"] = deal.Team, ["region"] = deal.Region, ["product"] = deal.Product, ["account"] = deal.Account,
                ["stage"] = deal.Stage, ["status"] = deal.Status.ToString().ToLowerInvariant(), ["mood"] = deal.Attributes.GetValueOrDefault("mood"),
            },
            DayOf(at)) { Id = deal.Id };
    }
}
