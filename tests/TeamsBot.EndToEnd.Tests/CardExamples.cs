using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.AssignRoles;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Features.Help;
using TeamsBot.Features.Setup;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>The cards that are not about one handoff: help, set-up, roles, and lists to pick from.</summary>
internal static class CardExamples
{
    private const Roles All = Roles.Marketer | Roles.Rep | Roles.Manager | Roles.Admin;

    private static readonly PersonRef[] People =
    [
        new(new PersonId("1"), "Alex Wilber"), new(new PersonId("2"), "Zofia Wiśniewska"), new(new PersonId("3"), "عمر حداد"), new(new PersonId("4"), "李娜"),
    ];

    private static readonly TeamChannel[] Channels = [new("19:a", "General"), new("19:b", "Sales leads"), new("19:c", "Enterprise accounts, Nordics and Baltics")];

    private static readonly Organisation Organisation = new("tenant")
    {
        TimeZone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"],
        SalesChannels = [new("19:b", "19:a", "Sales leads", "DACH"), new("19:c", "19:a", "Enterprise accounts, Nordics and Baltics", "enterprise")],
        MarketingTeam = "19:a",
        MarketingChannel = "19:a",
        HeadOfMarketing = People[1],
        HeadOfSales = People[3],
        Installer = People[0],
    };

    public static IEnumerable<(string Name, AdaptiveCard Card)> In(Language language)
    {
        var say = Say.In(language);
        var setup = new SetupView(Channels, People, Organisation, say) { Team = "19:a" };
        var views = HandoffExamples.In(language, HandoffExamples.Lead).ToDictionary(example => example.Name, example => example.View);
        var owned = views["accepted-owner"];
        var moments = new Moments(say, owned.Zone, owned.Now);
        Lead[] found = [HandoffExamples.Lead, HandoffExamples.LongNames, HandoffExamples.Hostile];
        return
        [
            ("details", HandoffCard.Details(views["qualified-owner"])),
            ("details-long", HandoffCard.Details(views["rejected"] with { Lead = HandoffExamples.LongNames })),
            ("my-leads", MyLeadsCard.Render(moments, [.. found.Select(lead => new MyLead(owned.Handoff, lead))])),
            ("my-leads-none", MyLeadsCard.Render(moments, [])),
            ("lead-choice", LeadChoiceCard.Render(moments, "brandt", [.. found.Select((lead, i) => new LeadChoice(lead, i == 1 ? owned.Handoff : null))], 12, firstStep: null)),
            ("channel-choice", ChannelChoiceCard.Render(say, HandoffExamples.LongNames, Organisation.SalesChannels, firstStep: null)),
            ("help-first", HelpCard.Render(new HelpView(say, "Alex Wilber", All, Organisation, IsFirstMeeting: true))),
            ("help-reader", HelpCard.Render(new HelpView(say, "Alex Wilber", Roles.Reader, Organisation))),
            ("help-not-set-up", HelpCard.Render(new HelpView(say, "Alex Wilber", All, new Organisation("tenant")))),
            ("setup-form", SetupCard.Form(setup)),
            ("setup-saved", SetupCard.Saved(setup)),
            ("roles", RolesCard.Render(say, [new("Alex Wilber", All, IsAssigned: true), new("عمر حداد", Roles.Rep, IsAssigned: false), new("李娜", Roles.Reader, IsAssigned: false)], mayChange: true)),
        ];
    }
}
