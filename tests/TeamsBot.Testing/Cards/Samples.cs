using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>One lead and its handoff in every state, as all card tests see them. Monday, 23 November 2026, in Warsaw.</summary>
public static class Samples
{
    public const string Phone = "+49 30 23125 042";
    public const string Email = "nadia.brandt@kestrel.example";
    public const string Hostile = """[click](https://evil.example) **x** <at>everyone</at> =HYPERLINK("x")""";

    public static readonly PersonRef Anna = new(new("u-anna"), "Anna Nowak");
    public static readonly PersonRef Tomasz = new(new("u-tomasz"), "Tomasz Wilk");
    public static readonly PersonRef Lena = new(new("u-lena"), "Lena Hoff");
    public static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    public static readonly Instant Requested = Instant.FromUtc(2026, 11, 23, 13, 0);

    public static readonly Lead Nadia = new(new("L-20461"))
    {
        Name = "Nadia Brandt",
        Company = "Kestrel Cold Chain",
        Title = "Head of Operations",
        Email = Email,
        Phone = Phone,
        Country = "Germany",
        Speaks = "German, English",
        Employees = 420,
        Source = "webinar",
        Campaign = "Dock Delays 2026",
        Product = "Dock planner",
        Segment = "mid-market",
        CreatedAt = Requested - Duration.FromDays(12),
        Score = 86,
        ScoreLines = [new(34, "asked for a demo, today 13:52"), new(27, "cold chain, 200 to 1,000 people"), new(18, "pricing page 3 times this week"), new(12, "head of department"), new(-5, "uses a free mail address")],
        LastActivity = "pricing page",
        LastActivityAt = Requested - Duration.FromMinutes(2),
        FirstStep = "Call about the two new depots; offer the Rostock case.",
        Attributes = new Dictionary<string, string> { ["lead type"] = "online big", ["behaviour profile"] = "cat" },
    };

    public static readonly Lead Unknown = new(new("dac32acd4db4c29c230538b72f8dd87d"));

    public static readonly Lead Longest = Nadia with
    {
        Name = "Anna-Katharina von Hohenstein zu Löwenberg",
        Company = "Süddeutsche Kühl- und Tiefkühllogistik Beteiligungsgesellschaft mbH",
        Title = "Deputy Vice President of Cross-Border Temperature-Controlled Distribution and Procurement",
        Campaign = "Winter Temperature-Controlled Distribution Roadshow 2026",
        Source = "partner referral",
        FirstStep = "Call about the two new depots; offer the Rostock case and ask who signs for the Danish site.",
    };

    public static readonly Lead HostileLead = Nadia with { Name = Hostile, Company = Hostile, Title = Hostile, Source = Hostile, FirstStep = Hostile, LastActivity = Hostile };

    private static readonly HandoffId Id = new(Nadia.Id, 1);

    /// <summary>Nine to five in Warsaw, and the targets that hold before anybody agreed on others.</summary>
    public static Terms Terms { get; } = new(SlaAgreement.Initial(Warsaw));

    public static Handoff Waiting { get; } = HandoffDecisions.Request(Id, "contoso", "19:sales@thread.tacv2", Tier.Hot, Anna, Requested, Terms);

    public static Handoff Asked { get; } = After(Waiting.Ask(Rep(Lena), At(4), "Is she the one who signs, or do we need the plant manager too?", Terms));

    public static Handoff Answered { get; } = After(Asked.Reply(new(Anna, Roles.Marketer), At(9), "She signs up to 50,000 EUR; above that the board does.", Terms));

    public static Handoff Accepted { get; } = After(Waiting.Accept(Rep(Tomasz), At(11), Terms));

    public static Handoff AcceptedLate { get; } = After(Waiting.Accept(Rep(Tomasz), At(42), Terms));

    public static Handoff Contacted { get; } = After(Accepted.Contact(Rep(Tomasz), At(62), Terms));

    /// <summary>The content of the lead's campaign.</summary>
    public static IReadOnlyList<HelpfulContent> Content { get; } =
        [new("0a1b2c", "One-page brief"), new("1a1b2c", "Dock delay calculator for cold chains and warehouses"), new("2a1b2c", "Rostock case"), HelpfulContent.Of(ContentKind.None)];

    public static Handoff Noted { get; } = After(After(After(After(Contacted.Hear(Rep(Tomasz), At(63), Objection.Price, on: true, Terms))
        .Hear(Rep(Tomasz), At(63), Objection.Technical, on: true, Terms)).Help(Rep(Tomasz), At(64), Content[1], on: true, Terms))
        .Quote(Rep(Tomasz), At(65), "“Your price is fine, but who pays for the integration with our old dock system?”", Terms));

    public static Handoff Qualified { get; } = After(Contacted.Qualify(Rep(Tomasz), At(160), Terms));

    public static Handoff Rejected { get; } = After(Waiting.Reject(Rep(Tomasz), At(12), RejectionReason.Budget, "Their budget is closed until April.", Terms));

    public static Handoff Recycled { get; } = After(Contacted.Recycle(Rep(Tomasz), At(180), RecycleReason.Contract, new(2027, 2, 1), new(2026, 11, 23), Terms));

    /// <summary>Back after its budget was closed, for the second time.</summary>
    public static Handoff Returned { get; } = HandoffDecisions.Request(new(Nadia.Id, 3), "contoso", "19:sales@thread.tacv2", Tier.Hot, Anna, Requested, Terms) with { Cause = HandoffCause.Returned };

    /// <summary>Earlier handoffs of the same lead; the last one was rejected to come back.</summary>
    public static IReadOnlyList<Handoff> Earlier { get; } =
    [
        .. new[] { 200, 91 }.Select((days, index) => (Handoff: HandoffDecisions.Request(new(Nadia.Id, index + 1), "contoso", "19:sales@thread.tacv2", Tier.Hot, Anna, Requested - Duration.FromDays(days), Terms), At: Requested - Duration.FromDays(days) + Duration.FromMinutes(20)))
            .Select(earlier => After(earlier.Handoff.Reject(Rep(Tomasz), earlier.At, RejectionReason.Timing, "Budget in Q4, they say.", Terms))),
    ];

    /// <summary>Routed to Tomasz, who has it alone for twenty minutes.</summary>
    public static Handoff Offered { get; } = Waiting.Offered(new("Big in DACH", "Enterprise DACH", RouteBasis.Turn, Tomasz) { By = "Germany · Enterprise", Until = At(20) });

    public static Handoff Passed { get; } = After(Offered.Tick(At(21), Terms, reach: null));

    public static Handoff Routed { get; } = After(Waiting.Offered(new("Same company, same rep", "Enterprise DACH", RouteBasis.SameCompany, Tomasz) { Until = At(20) }).Accept(Rep(Tomasz), At(11), Terms));

    public static Handoff ToMend { get; } = After(Waiting.Reject(Rep(Tomasz), At(12), RejectionReason.WrongData, "The number belongs to a bakery.", Terms));

    public static Handoff Disputed { get; } = After(Rejected.Contest(
        new(Anna, Roles.Marketer), At(20), "They told our partner on Friday that the budget is approved from January.", new("contoso") { HeadOfMarketing = new(new("u-zofia"), "Zofia Malik"), HeadOfSales = new(new("u-omar"), "Omar Haddad") }, Terms));

    public static Handoff Ruled { get; } = After(Disputed.Rule(
        new(new(new("u-omar"), "Omar Haddad"), Roles.Manager), At(35), stands: false, new("contoso") { HeadOfSales = new(new("u-omar"), "Omar Haddad") }, Terms));

    /// <summary>Every state with the minute, after the request, at which it is looked at.</summary>
    public static IReadOnlyDictionary<string, (Handoff Handoff, int Minute)> States { get; } = new Dictionary<string, (Handoff, int)>
    {
        ["waiting"] = (Waiting, 5),
        ["overdue"] = (Waiting, 42),
        ["asked"] = (Asked, 5),
        ["answered"] = (Answered, 10),
        ["accepted"] = (Accepted, 11),
        ["accepted-late"] = (AcceptedLate, 50),
        ["contact-overdue"] = (Accepted, 160),
        ["contacted"] = (Contacted, 62),
        ["noted"] = (Noted, 66),
        ["qualified"] = (Qualified, 170),
        ["rejected"] = (Rejected, 13),
        ["returned"] = (Returned, 5),
        ["to-mend"] = (ToMend, 13),
        ["offered"] = (Offered, 5),
        ["passed"] = (Passed, 22),
        ["routed"] = (Routed, 12),
        ["disputed"] = (Disputed, 21),
        ["ruled"] = (Ruled, 36),
        ["recycled"] = (Recycled, 181),
    };

    public static HandoffView View(Handoff handoff, int minute, Audience audience = Audience.Channel, Language language = Language.English) =>
        new(handoff, Nadia, audience, Say.In(language), Warsaw, At(minute))
        {
            ChannelName = "Sales DACH",
            Content = handoff.Feedback is null ? HelpfulContent.Offered(null) : Content,
            Earlier = handoff.Id.Number > 1 ? Earlier : [],
            Channels = [new("19:sales@thread.tacv2", "19:team", "Sales DACH", ""), new("19:nordics", "19:team", "Sales Nordics", ""), new("19:gulf", "19:team", "Sales Gulf", "")],
            Calendar = Terms.InForce.CalendarOf(handoff.Channel),
            Colleagues = [new(Lena.Id, Lena.Name, 3), new(new("u-omar"), "Omar Haddad", 5)],
            RefreshFor = ["29:1TomaszWilk", "29:1LenaHoff"],
        };

    public static HandoffView View(string state, Audience audience = Audience.Channel, Language language = Language.English) =>
        View(States[state].Handoff, States[state].Minute, audience, language);

    internal static Instant At(int minute) => Requested + Duration.FromMinutes(minute);

    private static Actor Rep(PersonRef person) => new(person, Roles.Rep);

    private static Handoff After(Decision decision) => ((Decision.Applied)decision).After;
}
