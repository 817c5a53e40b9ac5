using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Agreement;
using TeamsBot.Features.Promises;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>The cards of the agreement and of marketing's promise, each as a person may meet it.</summary>
internal static class AgreementSamples
{
    private const string Text = """
        {
          "workingTime": {
            "default": {
              "week": { "mon-thu": "09:00-12:00, 13:00-17:00", "fri": "09:00-15:00" },
              "holidays": ["PL"],
              "closed": ["2026-12-24", "2026-12-27..2026-12-31", "2026-12-23 12:00..2026-12-24 00:00"]
            },
            "UK": { "timeZone": "Europe/London", "week": { "mon-fri": "09:00-17:30" } },
            "Gulf": { "timeZone": "Asia/Riyadh", "week": { "sun-thu": "08:00-16:00" } },
            "support": "always"
          },
          "holidays": { "PL": ["01-01", "05-01", "05-03", "11-11", "2026-04-06"] },
          "channels": {
            "Sales UK": { "workingTime": "UK" },
            "Sales Gulf": { "workingTime": "Gulf" },
            "Support": { "workingTime": "support" },
            "Sales Nordics": { "timeZone": "Europe/Stockholm" }
          },
          "catchAll": "Lena Hoff",
          "promise": { "leadsPerMonth": 40, "acceptance": "60%" },
          "scoring": {
            "mqlFrom": 45,
            "ownScore": "0%",
            "fit": [
              { "of": "country", "is": ["Poland", "Germany"], "points": 10 },
              { "of": "employees", "from": 50, "to": 500, "points": 20 },
              { "of": "title", "contains": ["head of", "director"], "points": 15 }
            ],
            "engagement": [{ "event": "demo", "halfLife": "14d", "times": 2, "points": 25 }],
            "negative": [{ "of": "source", "is": ["purchased list"], "points": -20 }, { "event": "unsubscribed", "points": -30 }],
            "bant": [{ "of": "budget", "is": ["confirmed"], "points": 10 }]
          }
        }
        """;

    private static readonly SalesChannel[] Channels = [.. new[] { "Sales DACH", "Sales UK", "Sales Gulf", "Support", "Sales Nordics" }.Select(name => new SalesChannel($"19:{name}", "team", name, ""))];

    private static readonly AgreementNames Names = new(Samples.Warsaw) { Channels = Channels, People = [Samples.Anna, Samples.Lena] };

    private static readonly SlaAgreement Agreed = ((AgreementReading.Valid)AgreementDocument.Read(Text, Names)).Agreement with
    {
        Version = 3,
        ChangedBy = Samples.Anna,
        ChangedAt = Samples.Requested - Duration.FromDays(6),
    };

    private static readonly TypedTargets Mistyped = new(new("85", "soon", "2h"), new("90", "4h", null), new(null, "8h", "2000h"));

    private const string BadDocument = """
        {
          "tiers": { "hot": { "fromScore": 80, "accept": "half an hour", "contact": "2h" } },
          "remindrs": [50, 80],
          "channels": { "Sales Iberia": { "workingTime": "Madrid" } }
        }
        """;

    private static readonly RubricImpact Impact = new(
        1240,
        [new(Tier.Hot, Tier.Warm, 21), new(Tier.Warm, Tier.Hot, 130), new(Tier.Cold, Tier.Warm, 1)],
        610,
        702,
        [new(Tier.Hot, 200, 150, 190, 30, 60), new(Tier.Warm, 700, 350, 600, 20, 100), new(Tier.Cold, 340, 0, 0, 0, 0)],
        [new(Tier.Hot, 309, 240, 280, 40, 82), new(Tier.Warm, 592, 260, 510, 10, 78), new(Tier.Cold, 339, 0, 0, 0, 0)]);

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>
    {
        ["agreement"] = say => AgreementCard.Render(View(say, Agreed)),
        ["agreement-first"] = say => AgreementCard.Render(View(say, SlaAgreement.Initial(Samples.Warsaw)) with { MayChange = false }),
        ["agreement-saved"] = say => AgreementCard.Render(View(say, Agreed) with { IsSaved = true }),
        ["agreement-details"] = say => AgreementCard.Details(View(say, Agreed)),
        ["agreement-rubric"] = say => RubricCard.Render(View(say, Agreed)),
        ["agreement-rubric-first"] = say => RubricCard.Render(View(say, SlaAgreement.Initial(Samples.Warsaw)) with { MayChange = false }),
        ["agreement-targets"] = say => TargetsForm.Render(new(Agreed, say)),
        ["agreement-targets-faults"] = say => TargetsForm.Render(Faulty(say, AgreementForm.Read(Agreed, Mistyped, Names)), Mistyped),
        ["agreement-whose-hours"] = say => HoursForm.Choose(new(Agreed, say), Channels),
        ["agreement-hours"] = say => HoursForm.Render(new(Agreed, say), Channels[1]),
        ["agreement-hours-faults"] = say => HoursFaults(say, new("Mon-Fri 9:00-17:00, Fryday 9:00-12:00", "Europe/Warschau", "24.12.2026")),
        ["agreement-outdated"] = say => HoursForm.Render(new(Agreed, say) { IsOutdated = true }, channel: null),
        ["agreement-document"] = say => DocumentForm.Render(new(Agreed, say), AgreementDocument.Write(Agreed, Names)),
        ["agreement-document-faults"] = say => DocumentForm.Render(Faulty(say, AgreementDocument.Read(BadDocument, Names)), BadDocument),
        ["agreement-impact"] = say => DocumentForm.Render(new(Agreed, say) { Impact = Impact, Tried = "a1b2" }, AgreementDocument.Write(Agreed, Names)),
        ["agreement-impact-targets"] = say => TargetsForm.Render(new(Agreed, say) { Impact = Impact, Tried = "a1b2" }),
        ["agreement-suggestion"] = say => DocumentForm.Render(new(Agreed, say) { Fit = new(Agreed.Rubric, 412, 133, IsOfWon: true, 0.714, 0.6449) }, AgreementDocument.Write(Agreed, Names)),
        ["promise-reminder"] = say => PromiseCard.Render(Promise(say, 80, new(24, 11, 20))),
        ["promise-kept"] = say => PromiseCard.Render(Promise(say, 100, new(43, 25, 40))),
        ["promise-missed"] = say => PromiseCard.Render(Promise(say, 100, new(38, 20, 33))),
        ["promise-unanswered"] = say => PromiseCard.Render(Promise(say, 100, new(1, 0, 0))),
    };

    private static AgreementView View(Say say, SlaAgreement agreement) => new(agreement, Moments(say), Channels, MayChange: true);

    private static AdaptiveCard HoursFaults(Say say, TypedHours typed) =>
        HoursForm.Render(Faulty(say, AgreementForm.Read(Agreed, HoursForm.InDocument(typed, Channels[0]), Names)), Channels[0], typed);

    private static AgreementFormView Faulty(Say say, AgreementReading reading) => new(Agreed, say) { Faults = ((AgreementReading.Faulty)reading).Faults };

    private static PromiseView Promise(Say say, int percent, PromiseCounts counts) => new(
        PromiseMonth.At(Samples.Requested, "tenant", Samples.Warsaw),
        new(1, percent, Samples.Requested, counts, Agreed.Promise!, Agreed.Version),
        Moments(say));

    private static Moments Moments(Say say) => new(say, Samples.Warsaw, Samples.Requested);
}
