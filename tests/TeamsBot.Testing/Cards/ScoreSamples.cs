using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Features.Handoffs.Cards;

namespace TeamsBot.Testing.Cards;

/// <summary>A lead that was scored by a rubric with every kind of line.</summary>
internal static class ScoreSamples
{
    private static readonly SlaAgreement Agreed = SlaAgreement.Initial(Samples.Warsaw) with { Version = 4, Rubric = new() { MqlFrom = 45 } };

    private static readonly ScoredLine[] Lines =
    [
        new(ScoreReason.Engagement, "demo", 38) { At = Samples.Requested - Duration.FromDays(3), Times = 3 },
        new(ScoreReason.Own, "", 30),
        new(ScoreReason.Fit, "employees", 20) { Found = "420" },
        new(ScoreReason.Negative, "unsubscribed", -15) { At = Samples.Requested - Duration.FromDays(40), Times = 1 },
        new(ScoreReason.Fit, "country", 10) { Found = "Poland" },
        new(ScoreReason.Bant, "budget", 10) { Found = "confirmed *for* Q3 <at>all</at>" },
        new(ScoreReason.Negative, "source", -5) { Found = "قائمة مشتراة" },
    ];

    public static HandoffView View(Language language)
    {
        var view = Samples.View("waiting", Audience.Channel, language);
        return view with { Agreement = Agreed, Handoff = view.Handoff with { Score = new(88, Lines) } };
    }
}
