using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.AssignRoles;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Features.Help;
using TeamsBot.Features.Privacy;
using TeamsBot.Features.Setup;
using TeamsBot.Features.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>The cards beside the handoff's own, each as a person may meet it.</summary>
public static class OtherSamples
{
    private static readonly TeamChannel[] Channels = [new("19:general", "General"), new("19:sales", "Sales DACH"), new("19:nordics", "Sales Nordics")];

    private static readonly Organisation NotSetUp = new("tenant");

    private static readonly Organisation SetUp = NotSetUp with
    {
        TimeZone = Samples.Warsaw,
        SalesChannels = [new("19:sales", "team-sales", "Sales DACH", "DACH, enterprise"), new("19:uk", "team-uk", "Sales UK", "")],
        MarketingTeam = "team-marketing",
        MarketingChannel = "19:marketing",
        HeadOfMarketing = Samples.Anna,
        HeadOfSales = Samples.Lena,
    };

    private static readonly HeldRecords Held = new(Handoffs: 2, Cards: 5, Deals: 1, Terms: 12);

    private static readonly LeadChoice[] Matches =
    [
        new(Samples.Nadia, null),
        new(Samples.Nadia with { Id = new("L-7"), Company = "Brandt & Söhne", Source = "trade fair" }, Samples.Accepted),
        new(Samples.Nadia with { Id = new("L-8"), Name = "Nadia Brandt-Lewandowska", Company = null, Source = null }, Samples.Rejected),
        new(Samples.Unknown, Samples.Waiting),
    ];

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>(AgreementSamples.All.Concat(QuestionCardSamples.All).Concat(AnnouncementSamples.All).Concat(OperatorSamples.All).Concat(RoutingSamples.All).Concat(FeedbackSamples.All).Concat(DuplicateSamples.All))
    {
        ["lead-choice"] = say => LeadChoiceCard.Render(Moments(say), "Nadia Brandt", Matches, 12, new("Call first")),
        ["lead-choice-hostile"] = say => LeadChoiceCard.Render(Moments(say), Samples.Hostile, [new(Samples.HostileLead, null)], 1, new()),
        ["found-lead"] = say => FoundLeadCard.Render(Moments(say), new(Samples.Nadia, Samples.Accepted)),
        ["found-lead-longest"] = say => FoundLeadCard.Render(Moments(say), new(Samples.Longest, Samples.Rejected)),
        ["found-lead-unknown"] = say => FoundLeadCard.Render(Moments(say), new(Samples.Unknown, null)),
        ["found-lead-hostile"] = say => FoundLeadCard.Render(Moments(say), new(Samples.HostileLead, null)),
        ["channel-choice"] = say => ChannelChoiceCard.Render(say, Samples.Nadia, SetUp.SalesChannels, new()),
        ["channel-choice-many"] = say => ChannelChoiceCard.Render(say, Samples.Nadia, [.. Enumerable.Range(1, 9).Select(n => new SalesChannel($"19:{n}", "t", $"Sales {n}", n % 2 == 0 ? "DACH" : ""))], new("Call first", Tier.Hot)),
        ["my-leads"] = say => MyLeadsCard.Render(Moments(say), [new(Samples.Accepted, Samples.Nadia), new(Samples.Qualified, Samples.Longest), new(Samples.Contacted, Samples.Unknown)]),
        ["my-leads-none"] = say => MyLeadsCard.Render(Moments(say), []),
        ["setup-form"] = say => SetupCard.Form(new(Channels, [Samples.Anna, Samples.Lena, Samples.Tomasz], NotSetUp, say)),
        ["setup-error"] = say => SetupCard.Form(new(Channels, [Samples.Anna], SetUp, say, say.Text("setup.timeZoneMissing"))),
        ["setup-saved"] = say => SetupCard.Saved(new(Channels, [Samples.Anna], SetUp, say)),
        ["setup-partly"] = say => SetupCard.Saved(new(Channels, [], NotSetUp, say)),
        ["help-all"] = say => HelpCard.Render(new(say, "Anna", Roles.Marketer | Roles.Rep | Roles.Manager | Roles.Admin, SetUp)),
        ["help-first"] = say => HelpCard.Render(new(say, "Anna", Roles.Marketer, SetUp, IsFirstMeeting: true)),
        ["help-reader"] = say => HelpCard.Render(new(say, "Anna", Roles.Reader, SetUp)),
        ["help-not-set-up"] = say => HelpCard.Render(new(say, "Anna", Roles.Admin, NotSetUp, IsFirstMeeting: true)),
        ["roles"] = say => RolesCard.Render(say, [new("Anna Nowak", Roles.Marketer | Roles.Manager, true), new("Tomasz Wilk", Roles.Rep, false), new(Samples.Hostile, Roles.Reader, false)], mayChange: true),
        ["sla-status"] = say => SlaStatusCard.Render(SlaSamples.Full(say)),
        ["sla-status-rep"] = say => SlaStatusCard.Render(SlaSamples.ForARep(say)),
        ["sla-status-empty"] = say => SlaStatusCard.Render(SlaSamples.Empty(say)),
        ["sla-status-no-team"] = say => SlaStatusCard.Render(SlaSamples.OfNoTeam(say)),
        ["handoff-erased"] = say => HandoffCard.Render(Samples.View("accepted") with { Handoff = Samples.Accepted.Erased(Samples.Requested), Say = say }),
        ["forget-ask"] = say => ForgetCard.Ask(say, Samples.Longest, Held, Samples.Anna),
        ["forget-ask-hostile"] = say => ForgetCard.Ask(say, Samples.HostileLead with { Id = new("me@example.com") }, Held, new(new("x"), Samples.Hostile)),
        ["forget-begun"] = say => ForgetCard.Begun(say, Samples.Nadia.Id),
        ["forget-done"] = say => ForgetCard.Done(Moments(say), Samples.Unknown.Id, new(PrivacyAction.Erased, "", Samples.Anna, Samples.Requested, Held) { DoneAt = Samples.Requested }),
        ["roles-none"] = say => RolesCard.Render(say, [], mayChange: false),
    };

    private static Moments Moments(Say say) => new(say, Samples.Warsaw, Samples.Requested + Duration.FromMinutes(30));
}
