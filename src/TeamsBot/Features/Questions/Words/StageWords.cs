using TeamsBot.Domain.Leads;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>The stages of the funnel, as people call them.</summary>
internal static class StageWords
{
    public static FunnelStage? Find(string stored) =>
        stored.Length > 0 && !char.IsAsciiDigit(stored[0]) && Enum.TryParse<FunnelStage>(stored.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var stage) && Enum.IsDefined(stage) ? stage : null;

    public static string Of(FunnelStage stage, Say say) => say.Text(stage switch
    {
        FunnelStage.Awareness => "stage.awareness",
        FunnelStage.Interest => "stage.interest",
        FunnelStage.Consideration => "stage.consideration",
        FunnelStage.Intent => "stage.intent",
        FunnelStage.HandedOff => "stage.handedOff",
        FunnelStage.Accepted => "stage.accepted",
        FunnelStage.Qualified => "stage.qualified",
        FunnelStage.Proposal => "stage.proposal",
        FunnelStage.Won => "stage.won",
        FunnelStage.Retained => "stage.retained",
        FunnelStage.Lost => "stage.lost",
        FunnelStage.Recycled => "stage.recycled",
        FunnelStage.Disqualified => "stage.disqualified",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    });
}
