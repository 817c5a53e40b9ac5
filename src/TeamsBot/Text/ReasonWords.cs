using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Text;

/// <summary>The reasons as people read them inside a sentence; <see cref="Alone"/> begins one.</summary>
internal static class ReasonWords
{
    public static string Alone(string reason) => char.ToUpperInvariant(reason[0]) + reason[1..];

    public static string Of(RejectionReason reason, Say say) => say.Text(reason switch
    {
        RejectionReason.Profile => "reject.profile",
        RejectionReason.Budget => "reject.budget",
        RejectionReason.Authority => "reject.authority",
        RejectionReason.Need => "reject.need",
        RejectionReason.Timing => "reject.timing",
        RejectionReason.Duplicate => "reject.duplicate",
        RejectionReason.WrongData => "reject.wrongData",
        RejectionReason.Territory => "reject.territory",
        RejectionReason.Competitor => "reject.competitor",
        _ => "reject.other",
    });

    /// <summary>What follows, before it does: "back in 90 days".</summary>
    public static string Of(RejectionTerms terms, Say say) => terms.Do switch
    {
        Consequence.Recycle => say.Text("follow.recycle", ("n", terms.Days)),
        Consequence.Disqualify => say.Text("follow.disqualify"),
        Consequence.Reroute => say.Text("follow.reroute"),
        _ => say.Text("follow.mend"),
    };

    public static string Of(RecycleReason reason, Say say) => say.Text(reason switch
    {
        RecycleReason.Budget => "recycle.budget",
        RecycleReason.Contract => "recycle.contract",
        RecycleReason.Timing => "recycle.timing",
        _ => "recycle.noAnswer",
    });
}
