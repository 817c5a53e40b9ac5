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

    /// <summary>The row of an acknowledgement: the last one, after that of a clock which had run out before.</summary>
    public static LedgerEntry ShouldAcknowledge(this Decision decision) => decision.ShouldApply().Entries[^1];

    /// <summary>One word for what came of it: Applied, Repeated, or the reason of the refusal.</summary>
    public static string InAWord(this Decision decision) => decision is Decision.Refused refused ? refused.Why.ToString() : decision.GetType().Name;
}
