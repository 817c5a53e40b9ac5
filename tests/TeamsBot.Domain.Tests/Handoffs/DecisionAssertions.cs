using Shouldly;
using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Domain.Tests.Handoffs;

public static class DecisionAssertions
{
    public static Decision.Applied ShouldApply(this Decision decision) => decision.ShouldBeOfType<Decision.Applied>();

    public static void ShouldRepeat(this Decision decision, Handoff current) =>
        decision.ShouldBeOfType<Decision.Repeated>().Current.ShouldBeSameAs(current);

    public static void ShouldBeRefused(this Decision decision, Refusal why) =>
        decision.ShouldBeOfType<Decision.Refused>().Why.ShouldBe(why);

    public static Acknowledgement ShouldAcknowledge(this Decision decision) => decision.ShouldApply().Entry.ShouldNotBeNull();

    /// <summary>One word for what came of it: Applied, Repeated, or the reason of the refusal.</summary>
    public static string InAWord(this Decision decision) => decision is Decision.Refused refused ? refused.Why.ToString() : decision.GetType().Name;
}
