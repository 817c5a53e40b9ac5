using TeamsBot.Domain.Operations;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>Kinds of work in words of those who wait for it.</summary>
public static class WorkWords
{
    /// <summary>What is to be done.</summary>
    public static string What(string kind, Say say) => say.Text(Family(kind) switch
    {
        HandoffChanges.ShowKind => "parked.handoffShow",
        HandoffChanges.ClockKind => "parked.handoffClock",
        HandoffChanges.ReturnKind => "parked.handoffReturn",
        PromiseMonths.WorkKind => "parked.promise",
        "announced" => "parked.announced",
        "campaign" => "parked.campaign",
        "upload" => "parked.upload",
        "team" => "parked.team",
        "privacy" => "parked.privacy",
        "routing" => "parked.routing",
        FeedbackPlan.WorkKind => "parked.feedback",
        "lead" => "parked.duplicates",
        _ => "parked.other",
    });

    /// <summary>What never happens when it is dropped.</summary>
    public static string Loss(string kind, Say say) => say.Text(Family(kind) switch
    {
        HandoffChanges.ShowKind => "parked.handoffShowLoss",
        HandoffChanges.ClockKind => "parked.handoffClockLoss",
        HandoffChanges.ReturnKind => "parked.handoffReturnLoss",
        PromiseMonths.WorkKind => "parked.promiseLoss",
        "announced" => "parked.announcedLoss",
        "campaign" => "parked.campaignLoss",
        "upload" => "parked.uploadLoss",
        "team" => "parked.teamLoss",
        "privacy" => "parked.privacyLoss",
        "routing" => "parked.routingLoss",
        FeedbackPlan.WorkKind => "parked.feedbackLoss",
        "lead" => "parked.duplicatesLoss",
        _ => "parked.otherLoss",
    });

    /// <summary>Why it is not tried any more.</summary>
    public static string Why(ParkingReason reason, Say say) => say.Text(reason switch
    {
        ParkingReason.RefusedByTeams => "parked.refusedByTeams",
        ParkingReason.TeamsDown => "parked.teamsDown",
        ParkingReason.RefusedByStore => "parked.refusedByStore",
        ParkingReason.StoreDown => "parked.storeDown",
        _ => "parked.fault",
    });

    private static string Family(string kind) =>
        kind is HandoffChanges.ShowKind or HandoffChanges.ClockKind or HandoffChanges.ReturnKind or PromiseMonths.WorkKind ? kind : kind.Split('.')[0];
}
