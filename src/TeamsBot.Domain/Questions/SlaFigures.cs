using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Questions;

/// <summary>What both teams agreed on, as a table: each tier with its targets.</summary>
public static class SlaFigures
{
    public static Figures Of(SlaAgreement agreement)
    {
        var tiers = Enum.GetValues<Tier>();
        return new(
            [new("tier", Unit.Text), new("accept", Unit.Minutes), new("contact", Unit.Minutes)],
            [.. tiers.Select(tier => (IReadOnlyList<object?>)[tier.ToString(), agreement.TermsOf(tier).Accept.TotalMinutes, agreement.TermsOf(tier).Contact.TotalMinutes])])
        {
            Records = tiers.Length,
        };
    }
}
