using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Sends a message with data and inputs, or what <see cref="Teams"/> says, such as the opening of a dialog.</summary>
public sealed record AdaptiveSubmitAction : AdaptiveAction
{
    [JsonIgnore]
    public CardData? Data { get; init; }

    /// <summary>What Teams does with the submission; null sends it to the bot as a message.</summary>
    [JsonIgnore]
    public TeamsSubmitData? Teams { get; init; }

    /// <summary>Leaves out "Your response was sent to the app", for a bot that answers by itself.</summary>
    [JsonIgnore]
    public bool HideFeedback { get; init; }

    [JsonPropertyOrder(-1)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; init; }

    [JsonInclude, JsonPropertyName("data"), JsonPropertyOrder(-2)]
    internal CardData? SubmittedData => Teams is null ? Data : (Data ?? CardData.Empty) with { Teams = Teams };

    [JsonInclude, JsonPropertyName("msteams")]
    internal TeamsSubmitProperties? Properties => HideFeedback ? TeamsSubmitProperties.FeedbackHidden : null;
}

internal sealed record TeamsSubmitProperties(TeamsSubmitFeedback Feedback)
{
    public static TeamsSubmitProperties FeedbackHidden { get; } = new(new TeamsSubmitFeedback(Hide: true));
}

internal sealed record TeamsSubmitFeedback(bool Hide);
