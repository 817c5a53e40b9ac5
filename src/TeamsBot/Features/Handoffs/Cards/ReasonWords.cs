using TeamsBot.Domain.Handoffs;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

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
        _ => "reject.other",
    });

    public static string Of(RecycleReason reason, Say say) => say.Text(reason switch
    {
        RecycleReason.Budget => "recycle.budget",
        RecycleReason.Contract => "recycle.contract",
        RecycleReason.Timing => "recycle.timing",
        _ => "recycle.noAnswer",
    });
}
