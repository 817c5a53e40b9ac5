using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Routing;

/// <summary>What a command answers: a message to send in the conversation, or nothing where the effect itself is the answer.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A sentence, shown as it is.</summary>
    public static Reply Text(string sentence) => new OfText(sentence, Silent: false);

    /// <summary>Nothing as a message, since a card that says it is on its way; the sentence where a click needs an answer.</summary>
    public static Reply Nothing(string sentence) => new OfText(sentence, Silent: true);

    public static Reply Card(AdaptiveCard card) => new OfCard(card);

    /// <summary>The message to send; null for none.</summary>
    public Activity? ToMessage() => this switch
    {
        OfText { Silent: true } => null,
        OfText text => MessageFactory.Text(text.Sentence),
        OfCard card => MessageFactory.AdaptiveCard(CardWire.Of(card.Shown), card.Shown.FallbackText),
        _ => throw new InvalidOperationException("A reply is one of two."),
    };

    /// <summary>The same as the answer to a click.</summary>
    public AdaptiveCardInvokeResponse ToInvoke() => this switch
    {
        OfText text => Answer.Say(text.Sentence),
        OfCard card => Answer.Card(card.Shown),
        _ => throw new InvalidOperationException("A reply is one of two."),
    };

    private sealed record OfText(string Sentence, bool Silent) : Reply;

    private sealed record OfCard(AdaptiveCard Shown) : Reply;
}
