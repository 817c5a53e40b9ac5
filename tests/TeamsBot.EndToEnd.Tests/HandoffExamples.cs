using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Text;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>A handoff in each of its states, as each audience sees it.</summary>
internal static class HandoffExamples
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Asked = Instant.FromUtc(2026, 11, 23, 13, 0);
    private static readonly PersonRef Marketer = new(new PersonId("m"), "Priya Raman");
    private static readonly PersonRef Rep = new(new PersonId("r"), "Tomasz Wilk");

    public static Lead Lead { get; } = new(new LeadId("L-1042"))
    {
        Name = "Nadia Brandt",
        Company = "Kestrel Cold Chain",
        Title = "Head of Operations",
        Email = "nadia.brandt@kestrel.example",
        Phone = "+49 30 23125 042",
        Country = "Germany",
        Speaks = "German, English",
        Employees = 420,
        Source = "webinar",
        Campaign = "Dock Delays 2026",
        Score = 86,
        ScoreLines = [new(34, "asked for a demo"), new(27, "cold chain, 200 to 1,000 people"), new(18, "pricing page 3 times this week"), new(7, "replied to an email")],
        LastActivity = "pricing page",
        LastActivityAt = Instant.FromUtc(2026, 11, 23, 12, 58),
        FirstStep = "Call about the two new depots; offer the Rostock case.",
    };

    /// <summary>The longest names that a person could meet.</summary>
    public static Lead LongNames { get; } = Lead with
    {
        Name = "Anna-Katharina von Hohenstein-Wittelsbach",
        Company = "Süddeutsche Kühlketten- und Tiefkühllogistik Beteiligungsgesellschaft mbH",
        Title = "Deputy Vice President of Cross-Border Temperature-Controlled Distribution",
        Email = "anna-katharina.von-hohenstein-wittelsbach@sueddeutsche-kuehlketten.example",
    };

    /// <summary>A name that tries to be a link, bold, a mention and a formula.</summary>
    public static Lead Hostile { get; } = Lead with { Name = "[click](https://evil.example) **x** <at>everyone</at> =HYPERLINK(\"x\")", Company = null };

    /// <summary>Every state by name.</summary>
    public static IEnumerable<(string Name, HandoffView View)> In(Language language, Lead lead)
    {
        var waiting = HandoffDecisions.Request(new HandoffId(lead.Id, 1), "channel", Tier.Hot, Marketer, Asked);
        var accepted = Decided(waiting.Accept(new(Rep, Roles.Rep), Asked + Duration.FromMinutes(11)));
        var contacted = Decided(accepted.Contact(new(Rep, Roles.Rep), Asked + Duration.FromMinutes(50)));
        var asked = Decided(waiting.Ask(new(Rep, Roles.Rep), Asked + Duration.FromMinutes(3), "Which depot opens first, and who signs for it?"));
        (string Name, Handoff Handoff, Audience Audience, int Minutes)[] all =
        [
            ("waiting", waiting, Audience.Channel, 5),
            ("waiting-requester", waiting, Audience.Requester, 5),
            ("overdue", waiting, Audience.Channel, 75),
            ("asked", asked, Audience.Channel, 5),
            ("asked-marketing", asked, Audience.Marketing, 5),
            ("accepted", accepted, Audience.Channel, 12),
            ("accepted-owner", accepted, Audience.Owner, 12),
            ("contact-overdue-owner", accepted, Audience.Owner, 200),
            ("contacted-owner", contacted, Audience.Owner, 51),
            ("qualified-owner", Decided(contacted.Qualify(new(Rep, Roles.Rep), Asked + Duration.FromHours(2))), Audience.Owner, 121),
            ("recycled", Decided(accepted.Recycle(new(Rep, Roles.Rep), Asked + Duration.FromHours(1), RecycleReason.Timing, new(2027, 2, 1), new(2026, 11, 23))), Audience.Channel, 61),
            ("rejected", Decided(waiting.Reject(new(Rep, Roles.Rep), Asked + Duration.FromMinutes(9), RejectionReason.Other, "Already talks to our partner in Rostock.")), Audience.Channel, 10),
        ];
        return all.Select(one => (one.Name, new HandoffView(one.Handoff, lead, one.Audience, Say.In(language), Zone, Asked + Duration.FromMinutes(one.Minutes))
        {
            ChannelName = "Sales leads",
            Colleagues = [new(new PersonId("a"), "Lena Hoff", 3), new(new PersonId("b"), "عمر حداد", 5), new(new PersonId("c"), "李娜", 0)],
        }));
    }

    private static Handoff Decided(Decision decision) => ((Decision.Applied)decision).After;
}
