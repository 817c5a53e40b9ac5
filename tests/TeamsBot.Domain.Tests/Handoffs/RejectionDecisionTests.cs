using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>What follows a rejection by the agreement, when a lead comes back, and who decides a dispute.</summary>
public sealed class RejectionDecisionTests
{
    private static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    /// <summary>Nine to five on working days in Warsaw.</summary>
    private static readonly Terms Office = new(SlaAgreement.Initial(Warsaw));

    private static readonly Organisation Heads = new("contoso") { HeadOfMarketing = Cast.Adam.Person, HeadOfSales = Cast.Mona.Person };

    [Theory]
    [InlineData(RejectionReason.Timing, Consequence.Recycle)]
    [InlineData(RejectionReason.Profile, Consequence.Disqualify)]
    [InlineData(RejectionReason.Competitor, Consequence.Disqualify)]
    [InlineData(RejectionReason.WrongData, Consequence.Mend)]
    [InlineData(RejectionReason.Territory, Consequence.Reroute)]
    public void Each_reason_has_the_consequence_of_the_agreement(RejectionReason reason, Consequence follows) =>
        Rejected(reason, new(null, null, ["19:other"])).Follows.ShouldBe(follows);

    [Fact]
    public void Every_reason_has_a_consequence_at_first() =>
        RejectionTerms.AtFirst.Keys.ShouldBe(Enum.GetValues<RejectionReason>(), ignoreOrder: true);

    [Fact]
    public void Without_a_day_the_agreement_says_when_it_comes_back() =>
        Rejected(RejectionReason.Timing, RejectionWish.None).Until.ShouldBe(Cast.Today.PlusDays(90));

    [Theory]
    [InlineData("2026-03-02", Refusal.DateNotInFuture)]
    [InlineData("2025-03-03", Refusal.DateNotInFuture)]
    [InlineData("2031-03-03", Refusal.DateTooFar)]
    [InlineData("9999-12-31", Refusal.DateTooFar)]
    public void A_day_that_is_past_or_too_far_is_refused(string day, Refusal why)
    {
        var until = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Cast.Requested().Reject(Cast.Rita, Cast.After(1), RejectionReason.Timing, null, Cast.Terms, new(until, null, [])).ShouldBeRefused(why);
        Cast.Accepted().Recycle(Cast.Rita, Cast.After(20), RecycleReason.Timing, until, Cast.Today).ShouldBeRefused(why);
    }

    [Fact]
    public void A_day_matters_only_where_the_lead_comes_back() =>
        Rejected(RejectionReason.Need, new(new LocalDate(2020, 1, 1), "nowhere", [])).ShouldBe(new Rejection(Cast.Rita.Person, Cast.After(1), RejectionReason.Need, null));

    // Saturday; Christmas is no holiday in this calendar. The night of 29 March skips an hour in Warsaw.
    [Theory]
    [InlineData("2026-03-03", "2026-03-03", "2026-03-03T08:00:00Z")]
    [InlineData("2026-03-07", "2026-03-09", "2026-03-09T08:00:00Z")]
    [InlineData("2026-03-29", "2026-03-30", "2026-03-30T07:00:00Z")]
    [InlineData("2026-10-25", "2026-10-26", "2026-10-26T08:00:00Z")]
    public void A_lead_comes_back_when_its_channel_begins_to_work(string chosen, string day, string at)
    {
        var (until, back) = (NodaTime.Text.LocalDatePattern.Iso.Parse(chosen).Value, NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value);
        var rejected = HandoffDecisions.Request(Cast.Id, "contoso", "19:sales", Tier.Warm, Cast.Mark.Person, Cast.Start, Office)
            .Reject(Cast.Rita, Cast.After(1), RejectionReason.Timing, null, Office, new(until, null, [])).ShouldApply().After;

        rejected.Rejection!.Until.ShouldBe(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);
        rejected.Return(Office).ShouldBe(new Return(back, "19:sales", HandoffCause.Returned));
    }

    [Fact]
    public void Of_several_channels_one_has_to_be_named_and_of_one_it_is_that()
    {
        Cast.Requested().Reject(Cast.Rita, Cast.After(1), RejectionReason.Territory, null, Cast.Terms, new(null, null, ["a", "b"])).ShouldBeRefused(Refusal.ChannelRequired);
        Cast.Requested().Reject(Cast.Rita, Cast.After(1), RejectionReason.Territory, null, Cast.Terms, new(null, "19:sales", ["a", "b"])).ShouldBeRefused(Refusal.ChannelRequired);
        Rejected(RejectionReason.Territory, new(null, "b", ["a", "b"])).To.ShouldBe("b");
        Rejected(RejectionReason.Territory, new(null, null, ["a"])).To.ShouldBe("a");
        Rejected(RejectionReason.Territory, new(null, null, [])).Follows.ShouldBe(Consequence.Mend);
    }

    [Theory]
    [InlineData(FunnelStage.Recycled, true)]
    [InlineData(FunnelStage.Interest, true)]
    [InlineData(FunnelStage.Proposal, false)]
    [InlineData(FunnelStage.Won, false)]
    [InlineData(FunnelStage.Retained, false)]
    [InlineData(FunnelStage.Lost, false)]
    [InlineData(FunnelStage.Disqualified, false)]
    public void A_lead_that_is_sold_lost_or_given_up_does_not_come_back(FunnelStage stage, bool may)
    {
        var (back, lead) = (new Return(Cast.Start, "19:sales", HandoffCause.Returned), new Lead(Cast.Id.Lead) { Stage = stage });
        back.MayFollow(lead, isWon: false).ShouldBe(may);
        back.MayFollow(lead, isWon: true).ShouldBeFalse();
        back.MayFollow(lead with { ErasedAt = Cast.Start }, isWon: false).ShouldBeFalse();
    }

    [Fact]
    public void A_head_may_have_a_lead_handed_off_that_was_given_up() =>
        new Return(Cast.Start, "19:sales", HandoffCause.Overruled).MayFollow(new(Cast.Id.Lead) { Stage = FunnelStage.Disqualified }, isWon: false).ShouldBeTrue();

    [Fact]
    public void A_dispute_asks_both_heads_once_and_either_decides_once()
    {
        var rejected = Cast.Requested().Reject(Cast.Rita, Cast.After(1), RejectionReason.Need, note: null).ShouldApply().After;
        var disputed = rejected.Contest(Cast.Mark, Cast.After(2), " They asked. ", Heads, Cast.Terms).ShouldApply().After;

        disputed.Dispute.ShouldBe(new Dispute(Cast.Mark.Person, Cast.After(2), "They asked.", Cast.Adam.Person, Cast.Mona.Person));
        disputed.Contest(Cast.Mark, Cast.After(3), "They asked.", Heads, Cast.Terms).ShouldRepeat(disputed);
        disputed.Contest(Cast.Mark, Cast.After(3), "Again.", Heads, Cast.Terms).ShouldBeRefused(Refusal.AlreadyDisputed);
        disputed.Rule(Cast.Rita, Cast.After(4), stands: false, Heads, Cast.Terms).ShouldBeRefused(Refusal.NotAHead);
        var ruled = disputed.Rule(Cast.Mona, Cast.After(4), stands: false, Heads, Cast.Terms).ShouldApply().After;
        ruled.Rule(Cast.Mona, Cast.After(5), stands: false, Heads, Cast.Terms).ShouldRepeat(ruled);
        ruled.Rule(Cast.Adam, Cast.After(5), stands: true, Heads, Cast.Terms).ShouldBeRefused(Refusal.AlreadyRuled);
        ruled.Return(Cast.Terms).ShouldBe(new Return(Cast.After(4), "19:sales", HandoffCause.Overruled));
        disputed.Rule(Cast.Adam, Cast.After(4), stands: true, Heads, Cast.Terms).ShouldApply().After.Return(Cast.Terms).ShouldBeNull();
    }

    [Fact]
    public void A_dispute_needs_a_marketer_a_reason_a_rejection_and_a_head()
    {
        var rejected = Cast.At(Standing.Rejected);
        rejected.Contest(Cast.Rita, Cast.After(20), "No.", Heads, Cast.Terms).ShouldBeRefused(Refusal.NotAMarketer);
        rejected.Contest(Cast.Mark, Cast.After(20), " ", Heads, Cast.Terms).ShouldBeRefused(Refusal.TextRequired);
        rejected.Contest(Cast.Mark, Cast.After(20), "No.", new("contoso"), Cast.Terms).ShouldBeRefused(Refusal.NoHead);
        Cast.Accepted().Contest(Cast.Mark, Cast.After(20), "No.", Heads, Cast.Terms).ShouldBeRefused(Refusal.NotRejected);
    }

    private static Rejection Rejected(RejectionReason reason, RejectionWish wish) =>
        Cast.Requested().Reject(Cast.Rita, Cast.After(1), reason, null, Cast.Terms, wish).ShouldApply().After.Rejection!;
}
