using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Funnel;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using static TeamsBot.Features.Import.CellParsers;

namespace TeamsBot.Features.Import;

/// <summary>The fields of leads, deals, campaigns and targets.</summary>
internal static class RecordKinds
{
    private const int LongestKey = Limits.KeyLength;

    // Period, dimension and member of a target share one key.
    private const int LongestPart = 200;

    private static readonly RecordKind Leads = new RecordKind<Lead>("leads", new Lead(new LeadId("-")),
    [
        new("id", Key(LongestKey), (lead, value) => lead with { Id = new LeadId((string)value) }, FieldRole.Id),
        new("name", AnyText, (lead, value) => lead with { Name = (string)value }),
        new("company", AnyText, (lead, value) => lead with { Company = (string)value }),
        new("title", AnyText, (lead, value) => lead with { Title = (string)value }),
        new("email", AnyText, (lead, value) => lead with { Email = (string)value }),
        new("phone", AnyText, (lead, value) => lead with { Phone = (string)value }),
        new("country", AnyText, (lead, value) => lead with { Country = (string)value }),
        new("speaks", AnyText, (lead, value) => lead with { Speaks = (string)value }),
        new("employees", Whole, (lead, value) => lead with { Employees = (int)value }),
        new("source", AnyText, (lead, value) => lead with { Source = (string)value }),
        new("campaign", AnyText, (lead, value) => lead with { Campaign = (string)value }),
        new("product", AnyText, (lead, value) => lead with { Product = (string)value }),
        new("segment", AnyText, (lead, value) => lead with { Segment = (string)value }),
        new("createdAt", Moment, (lead, value) => lead with { CreatedAt = (Instant)value }),
        new("stage", Stage, (lead, value) => lead with { Stage = (FunnelStage)value }),
        new("score", Whole, (lead, value) => lead with { Score = (int)value }),
        new("scoreLines", ScoreLines, (lead, value) => lead with { ScoreLines = (IReadOnlyList<ScoreLine>)value }),
        new("lastActivity", AnyText, (lead, value) => lead with { LastActivity = (string)value }),
        new("lastActivityAt", Moment, (lead, value) => lead with { LastActivityAt = (Instant)value }),
        new("firstStep", AnyText, (lead, value) => lead with { FirstStep = (string)value }),
        new("owner", AnyText, (lead, value) => lead with { Owner = (string)value }),
    ])
    {
        SetAttributes = (lead, attributes) => lead with { Attributes = attributes },
        Save = (tables, clock, leads, coverage, cancel) => new LeadStore(tables, clock).SaveAsync(leads, coverage, cancel),
    };

    private static readonly RecordKind Deals = new RecordKind<Deal>("deals", new Deal("-"),
    [
        new("id", Key(LongestKey), (deal, value) => deal with { Id = (string)value }, FieldRole.Id),
        new("lead", AnyText, (deal, value) => deal with { Lead = new LeadId((string)value) }),
        new("account", AnyText, (deal, value) => deal with { Account = (string)value }),
        new("product", AnyText, (deal, value) => deal with { Product = (string)value }),
        new("rep", AnyText, (deal, value) => deal with { Rep = (string)value }),
        new("manager", AnyText, (deal, value) => deal with { Manager = (string)value }),
        new("region", AnyText, (deal, value) => deal with { Region = (string)value }),
        new("team", AnyText, (deal, value) => deal with { Team = (string)value }),
        new("source", AnyText, (deal, value) => deal with { Source = (string)value }),
        new("campaign", AnyText, (deal, value) => deal with { Campaign = (string)value }),
        new("segment", AnyText, (deal, value) => deal with { Segment = (string)value }),
        new("country", AnyText, (deal, value) => deal with { Country = (string)value }),
        new("openedAt", Moment, (deal, value) => deal with { OpenedAt = (Instant)value }),
        new("closedAt", Moment, (deal, value) => deal with { ClosedAt = (Instant)value }),
        new("status", OneOf<DealStatus>(), (deal, value) => deal with { Status = (DealStatus)value }),
        new("stage", AnyText, (deal, value) => deal with { Stage = (string)value }),
        new("value", Amount, (deal, value) => deal with { Value = (decimal)value }),
        new("currency", AnyText, (deal, value) => deal with { Currency = (string)value }),
    ])
    {
        SetAttributes = (deal, attributes) => deal with { Attributes = attributes },
        Save = (tables, clock, deals, coverage, cancel) => new DealStore(tables, clock).SaveAsync(deals, coverage, cancel),
    };

    private static readonly RecordKind Campaigns = new RecordKind<Campaign>("campaigns", new Campaign("-"),
    [
        new("id", Key(LongestKey), (campaign, value) => campaign with { Id = (string)value }, FieldRole.Id),
        new("name", AnyText, (campaign, value) => campaign with { Name = (string)value }),
        new("channel", AnyText, (campaign, value) => campaign with { Channel = (string)value }),
        new("startsOn", Day, (campaign, value) => campaign with { StartsOn = (LocalDate)value }),
        new("endsOn", Day, (campaign, value) => campaign with { EndsOn = (LocalDate)value }),
        new("status", OneOf<CampaignStatus>(), (campaign, value) => campaign with { Status = (CampaignStatus)value }),
        new("budget", Amount, (campaign, value) => campaign with { Budget = (decimal)value }),
        new("spend", Amount, (campaign, value) => campaign with { Spend = (decimal)value }),
        new("audience", AnyText, (campaign, value) => campaign with { Audience = (string)value }),
        new("offer", AnyText, (campaign, value) => campaign with { Offer = (string)value }),
        new("owner", AnyText, (campaign, value) => campaign with { Owner = (string)value }),
    ])
    {
        SetAttributes = (campaign, attributes) => campaign with { Attributes = attributes },
        Save = (tables, clock, campaigns, coverage, cancel) => new CampaignStore(tables, clock).SaveAsync(campaigns, coverage, cancel),
    };

    private static readonly RecordKind Targets = new RecordKind<Target>("targets", new Target("-", "-", 0),
    [
        new("metric", Key(LongestPart), (target, value) => target with { Metric = (string)value }, FieldRole.Id),
        new("period", Period, (target, value) => target with { Period = (string)value }, FieldRole.Id),
        new("value", Amount, (target, value) => target with { Value = (decimal)value }, FieldRole.Required),
        new("dimension", Key(LongestPart), (target, value) => target with { Dimension = (string)value }, FieldRole.Key),
        new("member", Key(LongestPart), (target, value) => target with { Member = (string)value }, FieldRole.Key),
    ])
    {
        Save = (tables, clock, targets, _, cancel) => new TargetStore(tables, clock).SaveAsync(targets, cancel),
    };

    public static IReadOnlyList<RecordKind> All { get; } = [Leads, Deals, Campaigns, Targets];

    private static CellParser Stage => OneOf(("MQL", FunnelStage.Intent), ("SAL", FunnelStage.Accepted), ("SQL", FunnelStage.Qualified));
}
