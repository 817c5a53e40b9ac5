using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Agreement;

/// <summary>
/// Marketing's promise for March 2026 in Warsaw, agreed on the 2nd: Mia heads marketing and Max sales, both in London, where nobody is
/// written to from 20:00 to 07:00.
/// </summary>
public sealed class PromiseTests : AgreementTest
{
    private static readonly Instant Half = Instant.FromUtc(2026, 3, 16, 10, 30);
    private static readonly Instant Late = Instant.FromUtc(2026, 3, 25, 17, 24);
    private static readonly Instant Over = Instant.FromUtc(2026, 3, 31, 22, 10);
    private static readonly Instant HalfOfApril = Instant.FromUtc(2026, 4, 15, 22, 0);
    private static readonly Instant Morning = Instant.FromUtc(2026, 4, 1, 6, 0);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.Services.GetRequiredService<PeopleStore>().ChangeAsync(
            FakeTeam.TenantId, known => known with { HeadOfMarketing = Ref(Cast.Mia), HeadOfSales = Ref(Manager) }, CancellationToken.None);
        await Mia.Says("help");
        await App.ChatOf(Cast.Mia).NextCard();
    }

    [Fact]
    public async Task The_head_of_marketing_is_told_when_it_is_behind()
    {
        await Promises("""{ "leadsPerMonth": 40, "acceptance": "60%" }""");
        await Settled(Half);
        Until(Half - Duration.FromSeconds(2));
        App.ChatOf(Cast.Mia).Cards.Count(IsPromise).ShouldBe(0);

        Until(Half);

        var card = await App.ChatOf(Cast.Mia).NextCard();
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("Behind, 50% of the month is over").ShouldBeTrue();
        card.Says("Marketing’s promise for March 2026").ShouldBeTrue();
        card.Says("0 of 40").ShouldBeTrue();
        (await Mia.Clicks(card, "Agreement")).Card!.Says("40 leads a month, 60% accepted").ShouldBeTrue();
        App.ChatOf(Manager).Cards.Count(IsPromise).ShouldBe(0, "Sales hears at the end.");
    }

    [Fact]
    public async Task Who_is_not_behind_is_left_in_peace_and_both_heads_hear_how_it_ended()
    {
        await Closed();
        await Promises("""{ "leadsPerMonth": 1, "acceptance": "60%" }""");

        await Settled(Half);
        Until(Half);
        await Settled(Late);
        Until(Late);
        await Settled(Over);
        Until(Over);
        await Settled(Morning, HalfOfApril);
        App.ChatOf(Cast.Mia).Cards.Count(IsPromise).ShouldBe(0);
        App.ChatOf(Manager).Cards.Count(IsPromise).ShouldBe(0);
        (await Ledger()).Select(entry => (entry.Kind, entry.Value, entry.Promised, entry.Kept, entry.Agreement)).ShouldBe(
            [(PromiseKind.Leads, 1, 1, true, 1), (PromiseKind.Acceptance, 100, 60, true, 1)]);

        Until(Morning);
        foreach (var head in new[] { Cast.Mia, Manager })
        {
            var card = await Next(head);
            card.Says("Promise kept").ShouldBeTrue();
            card.Json.Text("fallbackText").ShouldBe("March 2026: 1 of 1 leads, 100% accepted, promised 60%");
            App.ChatOf(head).Cards.Count(IsPromise).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_bot_that_was_away_for_weeks_says_only_what_still_makes_sense()
    {
        await Promises("""{ "leadsPerMonth": 40, "acceptance": "60%" }""");
        await Settled(Half);
        Until(Morning + Duration.FromDays(20));
        await Settled(HalfOfApril);
        App.Later(TimeSpan.FromSeconds(1));

        // March is over, April has reached its half.
        var cards = new[] { await Next(Cast.Mia), await Next(Cast.Mia), await Next(Manager) };

        cards.Count(card => card.Says("Promise not kept")).ShouldBe(2);
        cards.Count(card => card.Says("Behind, 50% of the month is over")).ShouldBe(1);
        (await Ledger()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_Teams_did_not_take_is_sent_again_and_one_that_it_may_have_taken_is_not()
    {
        await Promises("""{ "leadsPerMonth": 40, "acceptance": "60%" }""");
        App.Teams.Faults.Add(new Fault(ConnectorOperation.Send, 503) { ConversationId = Cast.Mia.PersonalChatId });
        App.Log.Expect(CapturedLog.WorkFailed);
        await Settled(Half);
        var putOff = App.Log.NextAsync(CapturedLog.WorkPutOff);
        Until(Half);
        await putOff;
        App.Later(TimeSpan.FromSeconds(5));
        await Next(Cast.Mia);
        await Settled(Late);

        App.Teams.Faults.Add(new Fault(ConnectorOperation.Send, 0) { ConversationId = Cast.Mia.PersonalChatId, AfterWork = true, CutsConnection = true });
        putOff = App.Log.NextAsync(CapturedLog.WorkPutOff);
        Until(Late);
        await putOff;
        App.Later(TimeSpan.FromMinutes(10));

        await Next(Cast.Mia);
        await Settled(Over);
        App.ChatOf(Cast.Mia).Cards.Count(IsPromise).ShouldBe(2);
    }

    [Fact]
    public async Task A_promise_that_is_taken_out_of_the_agreement_is_not_spoken_of()
    {
        await Promises("""{ "leadsPerMonth": 40, "acceptance": "60%" }""");
        await Settled(Half);
        await Document("{}");
        Until(Morning);

        await Settled();
        App.ChatOf(Cast.Mia).Cards.Count(IsPromise).ShouldBe(0);
        (await Ledger()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timer_that_comes_too_early_since_the_clock_was_set_back_waits_for_its_time()
    {
        await Promises("""{ "leadsPerMonth": 40, "acceptance": "60%" }""");
        await Settled(Half);
        var clock = App.Services.GetServices<IWorkHandler>().Single(handler => handler.Kind == PromiseMonths.WorkKind);
        var month = new PromiseMonth(FakeTeam.TenantId, new(2026, 3), DateTimeZone.Utc);

        var outcome = await clock.RunAsync(new(PromiseMonths.WorkKind, PromiseMonths.Key(month), Half, Half, Half, 1), CancellationToken.None);

        outcome.At.ShouldBe(Half);
    }

    private static bool IsPromise(ShownCard card) => card.Says("Marketing’s promise");

    private static PersonRef Ref(TeamsBot.Testing.Teams.Person person) => new(new(person.AadObjectId), person.Name);

    private Task Promises(string promise) => Document($$"""{ "promise": {{promise}} }""");

    private async Task Document(string text) =>
        Here(await Max.Clicks(await Form("Whole document…"), "Save", ("document", text))).Says("is in force").ShouldBeTrue();

    private Task Settled(params IReadOnlyList<Instant> again) => Eventually.IsSoAsync(() => PromiseWork.IsSettledAsync(App, again));

    // A lead that was handed over, accepted and contacted: its clocks are done, and each step was shown before the next.
    private async Task Closed()
    {
        var card = await HandedOff();
        await Ben.Clicks(await AcceptedByBen(card), "Contacted");
        await Sales.NextUpdate(card, "Contacted");
    }

    private void Until(Instant at) => App.MuchLater((at - Instant.FromDateTimeOffset(App.Clock.GetUtcNow())).ToTimeSpan());

    private async Task<ShownCard> Next(TeamsBot.Testing.Teams.Person person)
    {
        while (true)
        {
            if (await App.ChatOf(person).NextCard() is var card && IsPromise(card))
            {
                return card;
            }
        }
    }

    private async Task<IReadOnlyList<PromiseEntry>> Ledger() =>
        await App.Services.GetRequiredService<PromiseStore>().LedgerAsync(FakeTeam.TenantId, CancellationToken.None).ToListAsync();
}
