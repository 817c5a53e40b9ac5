using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Agreement;

/// <summary>Before a change of the scoring is stored, its effect on the last 90 days is shown: the same as somebody finds who counts by hand.</summary>
public sealed class ImpactTests : AgreementTest
{
    private const string Rubric = """
        {
          "tiers": { "hot": { "fromScore": 70, "accept": "30m", "contact": "2h" }, "warm": { "fromScore": 40, "accept": "4h", "contact": "8h" }, "cold": { "accept": "8h", "contact": "24h" } },
          "scoring": {
            "mqlFrom": 45,
            "ownScore": "50%",
            "fit": [{ "of": "employees", "from": 100, "points": 20 }],
            "engagement": [{ "event": "demo", "halfLife": "10d", "points": 30 }],
            "negative": [{ "of": "country", "is": ["Germany"], "points": -15 }],
            "bant": [{ "of": "budget", "is": ["yes"], "points": 25 }]
          }
        }
        """;

    private static readonly PersonRef Marketer = new(new PersonId("mia"), "Mia");

    private Instant Now => Instant.FromDateTimeOffset(App.Clock.GetUtcNow());

    [Fact]
    public async Task It_equals_a_count_by_hand_and_nothing_is_stored_until_it_was_seen()
    {
        var history = Enumerable.Range(0, 80).Select(Make).ToList();
        await StoreAsync(history);
        var form = await Form("Whole document…");

        var shown = Here(await Max.Clicks(form, "Save", ("document", Rubric)));

        (await InForce()).Version.ShouldBe(0);
        var recent = history.Where(one => one.At >= Now - Duration.FromDays(90)).ToList();
        recent.Count.ShouldBeInRange(40, 79);
        var impact = RubricImpact.Of(await App.Services.GetRequiredService<PastLeads>().ReadAsync(FakeTeam.TenantId, Now - RubricImpact.Back, Now, default), await InForce(), Wanted());
        impact.Leads.ShouldBe(recent.Count);
        impact.MqlsBefore.ShouldBe(recent.Count(one => one.Own >= 50));
        impact.MqlsAfter.ShouldBe(recent.Count(one => After(one) >= 45));
        var moves = recent.Select(one => (From: TierBefore(one), To: TierAfter(one))).Where(move => move.From != move.To).ToList();
        impact.Moves.ShouldBe(moves.GroupBy(move => move).Select(move => new TierMove(move.Key.From, move.Key.To, move.Count())).OrderBy(move => move.From).ThenBy(move => move.To));
        impact.Before.ShouldBe(Enum.GetValues<Tier>().Select(tier => Count(tier, recent.Where(one => TierBefore(one) == tier).ToList())));
        impact.After.ShouldBe(Enum.GetValues<Tier>().Select(tier => Count(tier, recent.Where(one => TierAfter(one) == tier).ToList())));
        moves.Count.ShouldBeGreaterThan(5);
        shown.Says($"Tried on {recent.Count} leads").ShouldBeTrue(shown.Json.GetRawText());
        shown.Says(impact.MqlsBefore == impact.MqlsAfter ? $"{impact.MqlsBefore}" : $"{impact.MqlsBefore} → {impact.MqlsAfter}").ShouldBeTrue(shown.Json.GetRawText());

        Here(await Max.Clicks(shown, "Save", ("document", Rubric.Replace("\"mqlFrom\": 45", "\"mqlFrom\": 46")))).Says("Not saved yet").ShouldBeTrue();
        Here(await Max.Clicks(shown, "Save", ("document", Rubric))).Says("Version 1 is in force").ShouldBeTrue();
        (await InForce()).Rubric.MqlFrom.ShouldBe(45);
    }

    [Fact]
    public async Task What_leaves_scores_and_tiers_as_they_are_is_stored_at_once()
    {
        await StoreAsync([.. Enumerable.Range(0, 5).Select(Make)]);
        var form = await Form("Whole document…");

        Here(await Max.Clicks(form, "Save", ("document", """{ "quietHours": "none" }"""))).Says("Version 1 is in force").ShouldBeTrue();
    }

    [Fact]
    public async Task Points_that_the_past_suggests_open_as_a_draft_and_change_nothing_by_themselves()
    {
        await Max.Clicks(await Form("Whole document…"), "Save", ("document", Rubric));
        (await Max.Clicks(await Scored(), "Suggest points…")).Sentence!.ShouldStartWith("The past says too little");
        await StoreAsync([.. Enumerable.Range(0, 120).Select(Make)]);

        var draft = Here(await Max.Clicks(await Scored(), "Suggest points…"));

        var fit = RubricFit.Of(await App.Services.GetRequiredService<PastLeads>().ReadAsync(FakeTeam.TenantId, Now - RubricFit.Back, Now, default), await InForce())!;
        draft.Says("A proposal: nothing is changed yet").ShouldBeTrue(draft.Json.GetRawText());
        draft.Says($"From {fit.Leads} leads").ShouldBeTrue();
        draft.Says(fit.FittedAuc.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeTrue();
        draft.Says(fit.PresentAuc.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeTrue();
        var proposed = ((AgreementReading.Valid)AgreementDocument.Read(draft.Filled("document")!, new(DateTimeZoneProviders.Tzdb["Europe/Warsaw"]))).Agreement;
        proposed.Rubric.Rules.Select(rule => $"{rule.Of} {rule.Points}").ShouldBe(fit.Proposal.Rules.Select(rule => $"{rule.Of} {rule.Points}"));
        (await InForce()).ShouldSatisfyAllConditions(agreement => agreement.Version.ShouldBe(1), agreement => agreement.Rubric.Rules.Count.ShouldBe(4));
    }

    [Fact]
    public async Task Only_those_who_may_change_the_agreement_get_a_proposal() =>
        (await Ben.Sends(FakeTeam.Rep.PersonalChatId, "agreement.suggest", "{}")).Sentence!.ShouldStartWith("Only managers and admins");

    private async Task<ShownCard> Scored() => Here(await Max.Clicks(await ShownTo(Max), "How leads are scored"));

    private SlaAgreement Wanted() => ((AgreementReading.Valid)AgreementDocument.Read(Rubric, new(DateTimeZoneProviders.Tzdb["Europe/Warsaw"]))).Agreement;

    private static TierRecord Count(Tier tier, IReadOnlyList<Past> leads) => new(
        tier,
        leads.Count,
        leads.Count(one => one.Accepted == true),
        leads.Count(one => one.Accepted is not null),
        leads.Sum(one => one.Won),
        leads.Sum(one => one.Won + one.Lost));

    private static Tier TierBefore(Past one) => one.Own is null ? Tier.Warm : one.Own >= 80 ? Tier.Hot : one.Own >= 50 ? Tier.Warm : Tier.Cold;

    private static Tier TierAfter(Past one) => After(one) >= 70 ? Tier.Hot : After(one) >= 40 ? Tier.Warm : Tier.Cold;

    private static int After(Past one)
    {
        var points = Round((one.Own ?? 0) * 0.5) + (one.Employees >= 100 ? 20 : 0) + (one.Country == "Germany" ? -15 : 0) + (one.HasBudget ? 25 : 0);
        points += one.DemoDaysBefore is { } days ? Round(30 * Math.Pow(0.5, days / 10.0)) : 0;
        return Math.Max(0, Math.Min(100, points));
    }

    private static int Round(double points) => (int)Math.Floor(points + 0.5);

    private Past Make(int i) => new(
        $"P-{i}",
        Now - Duration.FromDays((i * 7) % 110) - Duration.FromHours(1),
        i % 4 == 0 ? null : (i * 29) % 101,
        (i * 53) % 400,
        new[] { "Poland", "Germany", null }[i % 3],
        i % 5 == 0,
        i % 2 == 0 ? (i * 11) % 60 : null,
        new bool?[] { true, false, null }[(i / 2) % 3],
        Won: i % 4 == 1 ? 1 : 0,
        Lost: i % 4 == 2 || i % 8 == 1 ? 1 : 0);

    private async Task StoreAsync(IReadOnlyList<Past> history)
    {
        var handoffs = App.Services.GetRequiredService<HandoffStore>();
        var journal = App.Services.GetRequiredService<JournalStore>();
        foreach (var one in history)
        {
            var lead = new Lead(new LeadId(one.Id)) { Score = one.Own, Employees = one.Employees, Country = one.Country, Attributes = Attributes(one) };
            await App.Records.Save(lead);
            var stored = (await handoffs.LeadAsync(lead.Id, default))!;
            var asked = HandoffDecisions.Request(new(lead.Id, 1), FakeTeam.TenantId, FakeTeam.SalesChannelId, Tier.Warm, Marketer, one.At, new(await InForce()));
            var handoff = one.Accepted switch
            {
                true => asked with { State = HandoffState.Accepted, Owner = Marketer, AcceptedAt = one.At },
                false => asked with { State = HandoffState.Rejected, Rejection = new(Marketer, one.At, RejectionReason.Need, null) },
                null => asked,
            };
            (await handoffs.AddAsync(handoff, stored.Value, stored.ETag, "test", default)).ShouldBeTrue();
            await journal.FollowAsync(handoff, default);
        }

        var deals = history.SelectMany(one => Enumerable.Repeat(DealStatus.Won, one.Won).Concat(Enumerable.Repeat(DealStatus.Lost, one.Lost))
            .Select((status, number) => new Deal($"{one.Id}-{number}") { Lead = new LeadId(one.Id), Status = status, ClosedAt = one.At }));
        await new DealStore(App.Services.GetRequiredService<ITables>(), App.Clock).SaveAsync([.. deals], new Coverage([], []), default);
    }

    private static Dictionary<string, string> Attributes(Past one)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["budget"] = one.HasBudget ? "Yes" : "no" };
        if (one.DemoDaysBefore is { } days)
        {
            attributes["demo"] = InstantPattern.ExtendedIso.Format(one.At - Duration.FromDays(days));
        }

        return attributes;
    }

    private sealed record Past(string Id, Instant At, int? Own, int Employees, string? Country, bool HasBudget, int? DemoDaysBefore, bool? Accepted, int Won, int Lost);
}
