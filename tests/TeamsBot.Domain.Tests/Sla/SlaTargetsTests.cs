using NodaTime;
using Shouldly;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Sla;

public sealed class SlaTargetsTests
{
    [Theory]
    [InlineData(null, Tier.Warm)]
    [InlineData(100, Tier.Hot)]
    [InlineData(80, Tier.Hot)]
    [InlineData(79, Tier.Warm)]
    [InlineData(50, Tier.Warm)]
    [InlineData(49, Tier.Cold)]
    [InlineData(0, Tier.Cold)]
    [InlineData(-20, Tier.Cold)]
    public void The_score_decides_the_tier(int? score, Tier tier) => SlaTargets.TierOf(score).ShouldBe(tier);

    [Theory]
    [InlineData(Tier.Hot, 30, 120)]
    [InlineData(Tier.Warm, 240, 1440)]
    [InlineData(Tier.Cold, 1440, 4320)]
    public void The_tier_decides_the_targets(Tier tier, int accept, int contact) =>
        SlaTargets.For(tier).ShouldBe(new SlaTargets(Duration.FromMinutes(accept), Duration.FromMinutes(contact)));

    [Fact]
    public void A_tier_that_is_none_has_no_targets() => Should.Throw<ArgumentOutOfRangeException>(() => SlaTargets.For((Tier)9));
}
