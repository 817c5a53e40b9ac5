using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>The lead follows its handoff.</summary>
public sealed class LeadProgressTests
{
    private static readonly Lead Lead = new(Cast.Id.Lead) { Name = "Ada", Stage = FunnelStage.Intent, Score = 70 };

    [Theory]
    [InlineData(Standing.Waiting, FunnelStage.HandedOff, null)]
    [InlineData(Standing.Answered, FunnelStage.HandedOff, null)]
    [InlineData(Standing.Accepted, FunnelStage.Accepted, "rita")]
    [InlineData(Standing.Contacted, FunnelStage.Accepted, "rita")]
    [InlineData(Standing.Qualified, FunnelStage.Qualified, "rita")]
    [InlineData(Standing.Rejected, FunnelStage.Recycled, null)]
    [InlineData(Standing.Recycled, FunnelStage.Recycled, "rita")]
    public void Stage_and_owner_follow_and_nothing_else_changes(Standing standing, FunnelStage stage, string? owner) =>
        Lead.Following(Cast.At(standing)).ShouldBe(Lead with { Stage = stage, Owner = owner });

    [Theory]
    [InlineData(RejectionReason.Profile, FunnelStage.Disqualified)]
    [InlineData(RejectionReason.Timing, FunnelStage.Recycled)]
    [InlineData(RejectionReason.WrongData, FunnelStage.Intent)]
    public void The_stage_after_a_rejection_is_that_of_what_follows(RejectionReason reason, FunnelStage stage) =>
        Lead.Following(Cast.Requested().Reject(Cast.Rita, Cast.After(5), reason, note: null).ShouldApply().After).Stage.ShouldBe(stage);

    [Theory]
    [InlineData(FunnelStage.Proposal)]
    [InlineData(FunnelStage.Won)]
    [InlineData(FunnelStage.Retained)]
    public void A_further_handoff_does_not_undo_a_sale(FunnelStage stage)
    {
        var followed = (Lead with { Stage = stage }).Following(Cast.At(Standing.Accepted));
        (followed.Stage, followed.Owner).ShouldBe((stage, "rita"));
    }

    [Theory]
    [InlineData(FunnelStage.Lost)]
    [InlineData(FunnelStage.Recycled)]
    [InlineData(FunnelStage.Disqualified)]
    [InlineData(FunnelStage.Qualified)]
    public void A_lead_off_the_path_comes_back_to_it(FunnelStage stage) =>
        (Lead with { Stage = stage }).Following(Cast.At(Standing.Waiting)).Stage.ShouldBe(FunnelStage.HandedOff);

    [Fact]
    public void The_owner_of_before_stays_until_there_is_a_new_one() =>
        (Lead with { Owner = "olga" }).Following(Cast.At(Standing.Waiting)).Owner.ShouldBe("olga");
}
