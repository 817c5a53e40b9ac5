using TeamsBot.Domain.Agreement;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;

namespace TeamsBot.Features.Agreement;

/// <summary>The whole agreement as its JSON document in a form.</summary>
public static class DocumentForm
{
    public const int MostBytes = CardJson.MaxBytes;

    /// <summary>Room that the effect of a change needs beside the text.</summary>
    public const int ImpactBytes = 4 * 1024;

    // A longer text is refused as too large rather than cut.
    private const int MostRead = AgreementDocument.MaxCharacters + 1;

    public static AdaptiveCard Render(AgreementFormView view, string text)
    {
        var input = AgreementFormCard.Text(AgreementVerbs.Text, view.Say.Text("agreement.text"), text) with { MaxLength = AgreementDocument.MaxCharacters, IsMultiline = true };
        return AgreementFormCard.Render(
            view, view.Say.Text("agreement.documentTitle"), _ => null, [input with { Spacing = AdaptiveSpacing.Medium }], AgreementFormCard.Save(view, AgreementVerbs.SaveDocument));
    }

    /// <summary>What was typed, with one kind of line break.</summary>
    public static string Read(CardInput input) => (input.Text(AgreementVerbs.Text, MostRead) ?? "").ReplaceLineEndings("\n");

    /// <summary>Bytes of a card; more than <see cref="MostBytes"/> Teams does not show. The text travels in it.</summary>
    public static int Size(AdaptiveCard card) => CardJson.Serialize(card).Length;
}
