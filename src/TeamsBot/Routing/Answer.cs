using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Routing;

/// <summary>What a click is answered with.</summary>
public static class Answer
{
    /// <summary>The card as the one who clicked sees it from now on.</summary>
    public static AdaptiveCardInvokeResponse Card(AdaptiveCard card) => AdaptiveCardInvokeResponse.Card(CardWire.Of(card));

    /// <summary>A sentence for the one who clicked; the card stays.</summary>
    public static AdaptiveCardInvokeResponse Say(string sentence) => AdaptiveCardInvokeResponse.Message(sentence);

    /// <summary>An input that cannot be used, and how to mend it.</summary>
    public static AdaptiveCardInvokeResponse Bad(Turn turn, string key) => Say(turn.Say.Text(key));

    /// <summary>The thing that the card is about is not there for this reader; whether it exists elsewhere is not said.</summary>
    public static AdaptiveCardInvokeResponse Unknown(Turn turn) => Bad(turn, "error.unknownCard");
}

/// <summary>Cards on their way to the wire.</summary>
public static class CardWire
{
    public static RawJson Of(AdaptiveCard card) => new(CardJson.Serialize(card));
}
