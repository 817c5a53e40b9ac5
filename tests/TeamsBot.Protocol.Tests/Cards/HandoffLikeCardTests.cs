using System.Text.Json;
using Shouldly;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

/// <summary>A whole card, built with the records and compared with the JSON that Teams is sent.</summary>
public sealed class HandoffLikeCardTests
{
    private const string Json = """
        {
          "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "lang": "en",
          "fallbackText": "New lead for Ida Novak: Per Lund, Fjord Pumps. Answer by 09:45.",
          "speak": "New lead for Ida Novak. Per Lund of Fjord Pumps. Answer by 09:45.",
          "refresh": {
            "action": { "type": "Action.Execute", "title": "Refresh", "verb": "handoff.view", "data": { "handoff": "H-7", "v": 1 } },
            "userIds": [ "29:1ida" ]
          },
          "body": [
            { "type": "TextBlock", "text": "New lead for Ida Novak", "size": "Small", "weight": "Bolder", "wrap": true },
            { "type": "TextBlock", "text": "Per Lund, Fjord Pumps \\& Co", "style": "heading", "size": "Large", "weight": "Bolder",
              "wrap": true, "maxLines": 2, "spacing": "None" },
            { "type": "ColumnSet", "spacing": "Medium", "columns": [
              { "type": "Column", "width": "auto", "items": [
                { "type": "TextBlock", "text": "71", "size": "ExtraLarge", "weight": "Bolder", "spacing": "None", "wrap": true } ] },
              { "type": "Column", "width": "stretch", "spacing": "Medium", "verticalContentAlignment": "Center", "items": [
                { "type": "RichTextBlock", "spacing": "None", "inlines": [
                  { "type": "TextRun", "text": "+30", "weight": "Bolder" }, { "type": "TextRun", "text": "  asked for a price" } ] } ] } ] }
          ],
          "actions": [
            { "type": "Action.Execute", "id": "accept", "title": "Accept", "verb": "handoff.accept", "data": { "handoff": "H-7", "v": 1 },
              "associatedInputs": "none", "style": "positive" },
            { "type": "Action.ShowCard", "id": "reject-form", "title": "Reject…", "card": {
              "type": "AdaptiveCard", "version": "1.5", "lang": "en",
              "body": [
                { "type": "Input.ChoiceSet", "id": "reason", "label": "Why not?", "isRequired": true, "errorMessage": "Choose a reason.",
                  "style": "compact", "choices": [ { "title": "Wrong region", "value": "region" } ] },
                { "type": "Input.Text", "id": "note", "label": "Note", "isMultiline": true, "maxLength": 300 }
              ],
              "actions": [
                { "type": "Action.Execute", "id": "reject", "title": "Reject lead", "verb": "handoff.reject", "data": { "handoff": "H-7", "v": 1 } }
              ] } },
            { "type": "Action.Execute", "id": "why", "title": "Why me?", "verb": "handoff.why", "data": { "handoff": "H-7", "v": 1 },
              "associatedInputs": "none", "mode": "secondary" }
          ]
        }
        """;

    private static readonly CardData Handoff = CardData.Of(("handoff", "H-7"), ("v", 1));

    private static AdaptiveCard Card => new()
    {
        Lang = "en",
        FallbackText = "New lead for Ida Novak: Per Lund, Fjord Pumps. Answer by 09:45.",
        Speak = "New lead for Ida Novak. Per Lund of Fjord Pumps. Answer by 09:45.",
        Refresh = new() { Action = new() { Title = "Refresh", Verb = "handoff.view", Data = Handoff }, UserIds = ["29:1ida"] },
        Body =
        [
            new AdaptiveTextBlock(CardText.Plain("New lead for Ida Novak")) { Size = AdaptiveTextSize.Small, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextBlock(CardText.Plain("Per Lund, Fjord Pumps & Co"))
            {
                Style = AdaptiveTextBlockStyle.Heading,
                Size = AdaptiveTextSize.Large,
                Weight = AdaptiveTextWeight.Bolder,
                MaxLines = 2,
                Spacing = AdaptiveSpacing.None,
            },
            Score,
        ],
        Actions =
        [
            Button("accept", "Accept") with { Style = AdaptiveActionStyle.Positive },
            new AdaptiveShowCardAction { Id = "reject-form", Title = "Reject…", Card = RejectForm },
            Button("why", "Why me?") with { Mode = AdaptiveActionMode.Secondary },
        ],
    };

    private static AdaptiveColumnSet Score => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Columns =
        [
            new()
            {
                Width = AdaptiveWidth.Auto,
                Items = [new AdaptiveTextBlock(CardText.Plain("71")) { Size = AdaptiveTextSize.ExtraLarge, Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.None }],
            },
            new()
            {
                Width = AdaptiveWidth.Stretch,
                Spacing = AdaptiveSpacing.Medium,
                VerticalContentAlignment = AdaptiveVerticalAlignment.Center,
                Items = [new AdaptiveRichTextBlock(new AdaptiveTextRun("+30") { Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun("  asked for a price")) { Spacing = AdaptiveSpacing.None }],
            },
        ],
    };

    private static AdaptiveCard RejectForm => new()
    {
        Lang = "en",
        Body =
        [
            new AdaptiveChoiceSetInput
            {
                Id = "reason",
                Label = "Why not?",
                IsRequired = true,
                ErrorMessage = "Choose a reason.",
                Style = AdaptiveChoiceInputStyle.Compact,
                Choices = [new("Wrong region", "region")],
            },
            new AdaptiveTextInput { Id = "note", Label = "Note", IsMultiline = true, MaxLength = 300 },
        ],
        Actions = [Button("reject", "Reject lead") with { AssociatedInputs = AdaptiveAssociatedInputs.Auto }],
    };

    [Fact]
    public void The_records_make_the_designed_json()
    {
        using var expected = JsonDocument.Parse(Json);

        var card = CardJson.ToJsonElement(Card);

        JsonElement.DeepEquals(card, expected.RootElement).ShouldBeTrue(card.GetRawText());
    }

    [Fact]
    public void The_card_keeps_to_all_rules() => CardChecks.Problems(Card).ShouldBeEmpty();

    private static AdaptiveExecuteAction Button(string id, string title) =>
        new() { Id = id, Title = title, Verb = $"handoff.{id}", Data = Handoff, AssociatedInputs = AdaptiveAssociatedInputs.None };
}
