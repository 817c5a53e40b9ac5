using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Agreement;

/// <summary>March 2026 in Warsaw, where clocks go forward on the 29th: 31 days less an hour.</summary>
public sealed class PromiseMonthTests
{
    private static readonly PromiseMonth March = PromiseMonth.At(Instant.FromUtc(2026, 3, 2, 9, 0), "contoso", AgreementCast.Warsaw);

    private static readonly SlaAgreement Agreed = SlaAgreement.Initial(AgreementCast.Warsaw) with
    {
        Version = 4,
        ChangedAt = Instant.FromUtc(2026, 2, 1, 9, 0),
        Promise = new(40, 60),
    };

    private static readonly Instant Half = Instant.FromUtc(2026, 3, 16, 10, 30);

    // 80 % of the month, and ten minutes after it.
    private static readonly Instant Late = Instant.FromUtc(2026, 3, 25, 17, 24);
    private static readonly Instant Over = Instant.FromUtc(2026, 3, 31, 22, 10);

    private static readonly PromiseCounts Behind = new(19, 0, 0);

    [Fact]
    public void A_month_is_one_of_the_organisations_time_zone()
    {
        March.Start.ShouldBe(Instant.FromUtc(2026, 2, 28, 23, 0));
        March.End.ShouldBe(Instant.FromUtc(2026, 3, 31, 22, 0));
        PromiseMonth.At(March.End, "contoso", AgreementCast.Warsaw).ShouldBe(March.Next);
        PromiseMonth.At(March.End.PlusTicks(-1), "contoso", AgreementCast.Warsaw).Month.ShouldBe(March.Month);
    }

    [Fact]
    public void It_goes_from_reminder_to_reminder_to_its_end()
    {
        March.NextStep(Agreed).ShouldBe(Half);
        var half = March.Tick(Half, Agreed, Behind, PromiseChain.Empty)!.After;
        half.NextStep(Agreed).ShouldBe(Late);
        var late = half.Tick(Late, Agreed, Behind, PromiseChain.Empty)!.After;
        late.NextStep(Agreed).ShouldBe(Over);
        var ended = late.Tick(Over, Agreed, Behind, PromiseChain.Empty)!.After;
        ended.NextStep(Agreed).ShouldBeNull();
        ended.Notices.Select(notice => notice.Percent).ShouldBe([50, 80, 100]);
        ended.Tick(Over, Agreed, Behind, PromiseChain.Empty).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_done_before_its_time() => March.Tick(Half.PlusTicks(-1), Agreed, Behind, PromiseChain.Empty).ShouldBeNull();

    [Theory]
    [InlineData(20, 0, 0, false)]
    [InlineData(19, 0, 0, true)]
    [InlineData(20, 3, 5, false)]
    [InlineData(20, 59, 100, true)]
    [InlineData(90, 0, 1, true)]
    public void Marketing_is_reminded_only_when_it_is_behind(int leads, int accepted, int answered, bool isReminded)
    {
        var after = March.Tick(Half, Agreed, new(leads, accepted, answered), PromiseChain.Empty)!.After;
        (after.Done, after.Notices.Count).ShouldBe((50, isReminded ? 1 : 0));
    }

    [Fact]
    public void Of_late_reminders_the_last_one_is_left()
    {
        var notice = March.Tick(Late, Agreed, Behind, PromiseChain.Empty)!.After.Notices.ShouldHaveSingleItem();
        (notice.Percent, notice.At, notice.Promise, notice.Agreement).ShouldBe((80, Late, Agreed.Promise!, 4));
        March.Tick(Over, Agreed, Behind, PromiseChain.Empty)!.After.Notices.ShouldHaveSingleItem().IsResult.ShouldBeTrue();
    }

    [Fact]
    public void Between_the_end_and_the_result_nobody_is_reminded()
    {
        var after = March.Tick(March.End, Agreed, Behind, PromiseChain.Empty)!.After;
        (after.Done, after.Notices.Count).ShouldBe((80, 0));
        after.NextStep(Agreed).ShouldBe(Over);
    }

    [Fact]
    public void An_agreement_does_not_remind_of_the_time_before_it()
    {
        March.NextStep(Agreed with { ChangedAt = Half }).ShouldBe(Late);
        March.NextStep(Agreed with { ChangedAt = Late }).ShouldBe(Over);
    }

    [Fact]
    public void Without_a_promise_nothing_happens()
    {
        var without = Agreed with { Promise = null };
        March.NextStep(without).ShouldBeNull();
        March.Tick(Over, without, Behind, PromiseChain.Empty).ShouldBeNull();
    }

    [Fact]
    public void Its_end_makes_a_row_of_each_promise()
    {
        var entries = March.Tick(Over + Duration.FromDays(90), Agreed, new(38, 20, 33), new(6, "abc"))!.Entries;

        entries.Select(entry => (entry.Number, entry.Kind, entry.Value, entry.Promised, entry.Kept, entry.Agreement)).ShouldBe([
            (7, PromiseKind.Leads, 38, 40, false, 4), (8, PromiseKind.Acceptance, 60, 60, true, 4)]);
        entries.ShouldAllBe(entry => entry.At == March.End && entry.Month == March.Month && entry.Tenant == "contoso");
        (entries[0].Before, entries[1].Before).ShouldBe(("abc", entries[0].Hash));
    }

    [Fact]
    public void What_nobody_answered_is_neither_kept_nor_broken()
    {
        var decision = March.Tick(Over, Agreed, new(40, 0, 0), PromiseChain.Empty)!;
        decision.Entries[1].ShouldSatisfyAllConditions(entry => entry.Value.ShouldBeNull(), entry => entry.Kept.ShouldBeNull());
        decision.After.Notices[^1].IsKept.ShouldBeTrue();
    }

    [Fact]
    public void Every_part_of_a_row_is_in_its_hash()
    {
        var row = March.Tick(Over, Agreed, new(38, 20, 33), PromiseChain.Empty)!.Entries[0];
        PromiseEntry[] others =
        [
            row with { Tenant = "fabrikam" }, row with { Number = 2 }, row with { Month = March.Next.Month }, row with { Kind = PromiseKind.Acceptance },
            row with { At = row.At.PlusTicks(1) }, row with { Value = 39 }, row with { Value = null }, row with { Promised = 39 }, row with { Agreement = 3 }, row with { Before = "0" },
        ];
        others.Append(row).Select(other => other.Hash).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Fact]
    public void A_reminder_matters_until_the_next_one_and_a_result_always()
    {
        var half = March.Tick(Half, Agreed, Behind, PromiseChain.Empty)!.After;
        half.StillMatters(half.Notices[0], Late).ShouldBeTrue();
        half.StillMatters(half.Notices[0], March.End).ShouldBeFalse();
        var late = half.Tick(Late, Agreed, Behind, PromiseChain.Empty)!.After;
        late.StillMatters(late.Notices[0], Late).ShouldBeFalse();
        var ended = late.Tick(Over, Agreed, Behind, PromiseChain.Empty)!.After;
        ended.StillMatters(ended.Notices[^1], Over + Duration.FromDays(400)).ShouldBeTrue();
    }

    [Fact]
    public void Leads_are_counted_for_the_month_in_which_they_were_handed_over()
    {
        var tally = new PromiseTally(March.Start, 0, 0, 0);
        LedgerEntry[] journal =
        [
            Row(HandoffAction.Request, March.Start), Row(HandoffAction.Request, March.End.PlusTicks(-1)), Row(HandoffAction.Request, March.End), Row(HandoffAction.Request, March.Start.PlusTicks(-1)),
            Row(HandoffAction.Accept, March.Start), Row(HandoffAction.Assign, March.Start), Row(HandoffAction.Reject, March.Start), Row(HandoffAction.Accept, March.End),
            Row(HandoffAction.RunOut, March.Start), Row(HandoffAction.Contact, March.Start), Row(HandoffAction.Accept, March.Start) with { Tenant = "fabrikam" },
        ];
        journal.Aggregate(tally, (sum, entry) => sum.With(entry, March)).Counts.ShouldBe(new PromiseCounts(2, 2, 3));
    }

    private static LedgerEntry Row(HandoffAction action, Instant requested) => new(new(new("L-1"), 1), 1, action, PersonRef.Baton, March.End)
    {
        Tenant = "contoso",
        Channel = "19:sales",
        Tier = Tier.Warm,
        RequestedAt = requested,
    };
}
