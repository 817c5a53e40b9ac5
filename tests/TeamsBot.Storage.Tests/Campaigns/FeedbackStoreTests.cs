using NodaTime;
using Shouldly;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using Xunit;

namespace TeamsBot.Storage.Tests.Campaigns;

/// <summary>What is remembered of the weekly feedback, and the chain of its Mondays. The clock stands on Monday, 2 March 2026, at nine in UTC.</summary>
public abstract class FeedbackStoreContract(Func<Engine> open) : StoresContract(open)
{
    private static readonly LocalDate Monday = new(2026, 3, 9);
    private static readonly WeekCardId Card = new("contoso", Monday, "19:a|b/c@thread");
    private static readonly Organisation Contoso = new("contoso") { TimeZone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"] };

    private FeedbackStore Store => new(Tables);

    private FeedbackPlan Plan => new(Store, Queue, Clock);

    [Fact]
    public async Task Of_many_who_claim_a_card_at_once_one_does_and_again_once_it_was_given_back()
    {
        (await AtOnceAsync(10, _ => Store.ClaimAsync(Card, None))).Count(mine => mine).ShouldBe(1);
        (await Store.MessageAsync(Card, None)).ShouldBeNull();

        await Store.ReleaseAsync(Card);
        (await Store.ClaimAsync(Card, None)).ShouldBeTrue();
        await Store.ToldAsync(Card, "a:mia", "7");

        (await Store.ClaimAsync(Card, None)).ShouldBeFalse();
        (await Store.MessageAsync(Card, None)).ShouldBe(("a:mia", "7"));
        (await Store.ClaimAsync(Card with { Monday = Monday.PlusWeeks(1) }, None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Trends_come_back_as_they_were_and_of_two_who_look_at_a_week_one_is_first()
    {
        var memory = new TrendMemory(Monday, [new(new(TrendKind.Reason, "Budget", 7, 2.25, 5), Monday), new(new(TrendKind.Acceptance, "", 0.2, 0.35, 0.2), Monday.PlusWeeks(-1))]);
        var before = await Store.TrendsAsync("contoso", "dock/2026", None);
        before.Value.ShouldBe(TrendMemory.Empty);

        (await AtOnceAsync(10, _ => Store.SaveAsync("contoso", "dock/2026", before, memory, None))).Count(saved => saved).ShouldBe(1);

        var after = await Store.TrendsAsync("contoso", "dock/2026", None);
        after.Value.Week.ShouldBe(Monday);
        after.Value.Trends.ShouldBe(memory.Trends);
        (await Store.SaveAsync("contoso", "dock/2026", after, TrendMemory.Empty, None)).ShouldBeTrue();
        (await Store.TrendsAsync("fabrikam", "dock/2026", None)).Value.Week.ShouldBeNull();
    }

    [Fact]
    public async Task A_lead_knows_the_cards_that_quote_it_once_each()
    {
        await AddLeadAsync();
        await Store.QuoteAsync(Card, [new("lead-7"), new("lead-7")], None);
        await Store.QuoteAsync(Card, [new("lead-7")], None);

        var rows = (await RowsAsync(TableNames.Leads)).Where(row => row.RowKey.StartsWith("quoted|", StringComparison.Ordinal));
        WeekCardId.Read(rows.ShouldHaveSingleItem().GetString("Card")!).ShouldBe(Card);
    }

    [Fact]
    public async Task Many_who_begin_a_chain_plan_one_Monday()
    {
        await AtOnceAsync(10, async _ =>
        {
            await Plan.BeginAsync(Contoso, None);
            return true;
        });

        (await Plan.NextAsync("contoso", None)).ShouldBe(Monday);
        var planned = (await RowsAsync(TableNames.Work)).Where(row => row.GetString("Kind") == FeedbackPlan.WorkKind).ShouldHaveSingleItem();
        FeedbackPlan.Read(planned.GetString("Key")!).ShouldBe(("contoso", Monday));
        planned.GetDateTimeOffset("Due").ShouldBe(new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_chain_goes_on_a_week_at_a_time_and_after_long_at_the_last_Monday_that_came()
    {
        await Plan.BeginAsync(Contoso, None);
        Clock.Advance(TimeSpan.FromDays(7));
        await Plan.GoOnAsync(Contoso, Monday, None);
        await Plan.GoOnAsync(Contoso, Monday, None);
        (await Plan.NextAsync("contoso", None)).ShouldBe(Monday.PlusWeeks(1));

        Clock.Advance(TimeSpan.FromDays(30));
        await Plan.BeginAsync(Contoso, None); // An admin may have dropped its work.
        await Plan.GoOnAsync(Contoso, Monday.PlusWeeks(1), None);

        (await Plan.NextAsync("contoso", None)).ShouldBe(new LocalDate(2026, 4, 6));
    }
}

public sealed class FeedbackStoreOnSqliteTests() : FeedbackStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class FeedbackStoreOnAzuriteTests(AzuriteFixture azurite) : FeedbackStoreContract(() => Engine.Azurite(azurite));
