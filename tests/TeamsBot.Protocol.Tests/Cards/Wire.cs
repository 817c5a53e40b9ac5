using System.Text;
using System.Text.Json;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Protocol.Tests.Cards;

/// <summary>The JSON of one part of a card, to the letter.</summary>
internal static class Wire
{
    public static string Of(AdaptiveElement element) => First(new AdaptiveCard { Body = [element] }, "body");

    public static string Of(AdaptiveAction action) => First(new AdaptiveCard { Body = [], Actions = [action] }, "actions");

    public static string Of(AdaptiveCard card) => Encoding.UTF8.GetString(CardJson.Serialize(card));

    /// <summary>A literal that was broken into lines to be read.</summary>
    public static string OnOneLine(this string json) => json.ReplaceLineEndings("");

    private static string First(AdaptiveCard card, string list) => JsonElement.Parse(CardJson.Serialize(card)).GetProperty(list)[0].GetRawText();
}
