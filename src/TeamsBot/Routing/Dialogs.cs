using System.Text.Json.Nodes;
using TeamsBot.Features.Announcements;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Routing;

/// <summary>
/// The actions of the message extension: each opens a dialog with the card that a chat would show, and its buttons do what they do there.
/// </summary>
public sealed class Dialogs(AnnouncementDesk announcements, VerbSwitch verbs)
{
    /// <summary>The command's id in the manifest.</summary>
    public const string Announce = "announce";

    // Where a button's data says what it does: in a dialog cards send with Action.Submit, which has no verb of its own.
    private const string Verb = "verb";

    public async Task<InvokeResponse> OpenAsync(Turn turn, CancellationToken cancel) => MessagingExtensionAction.From(turn.Activity) switch
    {
        null => InvokeResponse.BadRequest,
        { CommandId: Announce } => Shown(turn, (await announcements.BeginInDialogAsync(turn, cancel)).ToInvoke()),
        _ => Shown(turn, Answer.Unknown(turn)),
    };

    public async Task<InvokeResponse> SubmitAsync(Turn turn, CancellationToken cancel)
    {
        if (MessagingExtensionAction.From(turn.Activity) is not { } action)
        {
            return InvokeResponse.BadRequest;
        }

        var input = new CardInput(action.Data);
        return Shown(turn, await verbs.RunAsync(turn, input.Text(Verb), input, cancel));
    }

    private static InvokeResponse Shown(Turn turn, AdaptiveCardInvokeResponse answer) => answer switch
    {
        { Type: ContentTypes.AdaptiveCard, Value: { } card } => TaskModuleResponse.Continue(turn.Say.Text("announcement.dialog"), ForDialog(card)).ToInvokeResponse(),
        { Value: { } sentence } when JsonNode.Parse(sentence.Utf8.Span) is JsonValue text => TaskModuleResponse.Message(text.GetValue<string>()).ToInvokeResponse(),
        _ => throw new InvalidOperationException("A click is answered with a card or a sentence."),
    };

    private static RawJson ForDialog(RawJson card)
    {
        var json = JsonNode.Parse(card.Utf8.Span)!.AsObject();
        json.Remove("refresh");
        SendBySubmit(json);
        return RawJson.From(json, ActivityJson.Wire.JsonObject);
    }

    private static void SendBySubmit(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                SendBySubmit(item);
            }
        }
        else if (node is JsonObject one)
        {
            if (one["type"] is JsonValue type && type.TryGetValue(out string? name) && name == AdaptiveCardInvokeAction.Execute)
            {
                one["type"] = "Action.Submit";
                one["data"] ??= new JsonObject();
                one["data"]![Verb] = one["verb"]?.DeepClone();
                one.Remove("verb");
            }

            foreach (var (_, child) in one)
            {
                SendBySubmit(child);
            }
        }
    }
}
