using TeamsBot.Domain.Sla;

namespace TeamsBot.Text;

/// <summary>How urgent a lead is, in a word.</summary>
internal static class TierWords
{
    public static string Of(Tier tier, Say say) => say.Text(tier switch
    {
        Tier.Hot => "tier.hot",
        Tier.Warm => "tier.warm",
        Tier.Cold => "tier.cold",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier."),
    });
}
