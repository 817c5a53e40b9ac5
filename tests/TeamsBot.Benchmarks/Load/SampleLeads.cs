using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Text;

namespace TeamsBot.Benchmarks.Load;

/// <summary>Leads with as much on them as a good one has.</summary>
internal static class SampleLeads
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 13, 0);

    public static Lead Lead(string id) => new(new(id))
    {
        Name = "Nadia Brandt " + id,
        Company = "Kestrel Cold Chain",
        Title = "Head of Operations",
        Email = id + "@kestrel.example",
        Phone = "+49 30 23125 042",
        Country = "Germany",
        Speaks = "German, English",
        Employees = 420,
        Source = "webinar",
        Campaign = "Dock Delays 2026",
        Product = "Dock planner",
        CreatedAt = Now - Duration.FromDays(12),
        Stage = FunnelStage.Intent,
        Score = 86,
        ScoreLines = [new(34, "asked for a demo, today 13:52"), new(27, "cold chain, 200 to 1,000 people"), new(18, "pricing page 3 times this week")],
        LastActivity = "pricing page",
        LastActivityAt = Now - Duration.FromMinutes(2),
        FirstStep = "Call about the two new depots; offer the Rostock case.",
    };

    public static Handoff Waiting(Lead lead, string tenant, string channel, Instant at) =>
        HandoffDecisions.Request(new(lead.Id, 1), tenant, channel, Tier.Hot, PersonRef.Intake, at, new(SlaAgreement.Initial(DateTimeZone.Utc)));

    public static HandoffView View(Audience audience)
    {
        var lead = Lead("L-20461");
        return new(Waiting(lead, "contoso", "19:sales@thread.tacv2", Now), lead, audience, Say.In(Language.English), DateTimeZone.Utc, Now + Duration.FromMinutes(5))
        {
            ChannelName = "Sales DACH",
            RefreshFor = ["29:1TomaszWilk", "29:1LenaHoff"],
        };
    }
}
