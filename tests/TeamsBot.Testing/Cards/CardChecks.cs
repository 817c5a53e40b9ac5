using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Testing.Cards;

/// <summary>
/// What every card of the bot has to keep to, checked on the JSON that is sent. Returns all problems at once:
/// <c>CardChecks.Problems(card).ShouldBeEmpty()</c>.
/// </summary>
public static partial class CardChecks
{
    private const int MaxPrimaryActions = 6;
    private const int MaxFallbackText = 100;

    public static IReadOnlyList<string> Problems(AdaptiveCard card) => Problems(CardJson.ToJsonElement(card));

    public static IReadOnlyList<string> Problems(JsonElement card)
    {
        var nodes = CardNode.All(card).ToList();
        return
        [
            .. Root(card),
            .. Actions(card),
            .. Mentions(card, nodes),
            .. DuplicateIds(nodes),
            .. nodes.SelectMany(Node),
        ];
    }

    private static IEnumerable<string> Root(JsonElement card)
    {
        if (card.Text("version") != "1.5")
        {
            yield return "the version is not 1.5";
        }

        foreach (var name in (string[])["lang", "speak", "fallbackText"])
        {
            if (string.IsNullOrWhiteSpace(card.Text(name)))
            {
                yield return $"the card has no {name}";
            }
        }

        if (card.Text("fallbackText")?.Length >= MaxFallbackText)
        {
            yield return $"fallbackText has {MaxFallbackText} characters or more";
        }

        if (Encoding.UTF8.GetByteCount(card.GetRawText()) is var bytes and > CardJson.MaxBytes)
        {
            yield return $"the card has {bytes} bytes, more than {CardJson.MaxBytes}";
        }

        if (card.Child("refresh")?.Items("userIds").Count() > AdaptiveRefresh.MaxUserIds)
        {
            yield return $"refresh names more than {AdaptiveRefresh.MaxUserIds} people";
        }
    }

    private static IEnumerable<string> Actions(JsonElement card)
    {
        var actions = card.Items("actions").ToList();
        if (actions.Count(action => action.Text("mode") != "secondary") > MaxPrimaryActions)
        {
            yield return $"more than {MaxPrimaryActions} primary actions";
        }

        var positive = actions.FindIndex(action => action.Text("style") == "positive");
        if (positive > 0 || actions.Count(action => action.Text("style") == "positive") > 1)
        {
            yield return "a positive action is not the first, or not the only one";
        }

        var forms = actions.Where(action => action.Text("type") == "Action.ShowCard").Select(action => action.Child("card"));
        if (forms.Any(form => form is { } inner && CardNode.All(inner).Any(node => node.Type == "Action.ShowCard")))
        {
            yield return "a form opens another form";
        }
    }

    private static IEnumerable<string> Mentions(JsonElement card, IEnumerable<CardNode> nodes)
    {
        var entities = card.Child("msteams")?.Items("entities").Select(entity => entity.Text("text") ?? "").ToHashSet() ?? [];
        var used = nodes.SelectMany(node => node.Markdown).SelectMany(text => MentionTag().Matches(text)).Select(tag => tag.Value).ToHashSet();

        return
        [
            .. used.Except(entities).Select(tag => $"{tag} is in a text but mentions nobody"),
            .. entities.Except(used).Select(tag => $"{tag} is mentioned but in no text"),
        ];
    }

    private static IEnumerable<string> DuplicateIds(IEnumerable<CardNode> nodes) =>
        nodes.Where(node => !node.IsFallback && node.Id is not null)
            .GroupBy(node => node.Id)
            .Where(same => same.Count() > 1)
            .Select(same => $"the id {same.Key} comes {same.Count()} times");

    private static IEnumerable<string> Node(CardNode node) =>
        [.. Type(node), .. Input(node), .. Text(node), .. Urls(node)];

    private static IEnumerable<string> Type(CardNode node)
    {
        if (!CardTypes.Known.Contains(node.Type))
        {
            yield return $"{node} is of no known type";
        }

        if (CardTypes.NeedsFallback(node.Type) && node.Json.Child("fallback") is null)
        {
            yield return $"{node} has no fallback";
        }
    }

    private static IEnumerable<string> Input(CardNode node)
    {
        if (!node.Type.StartsWith("Input.", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var name in (string[])["id", "label"])
        {
            if (string.IsNullOrWhiteSpace(node.Json.Text(name)))
            {
                yield return $"{node} has no {name}";
            }
        }

        if (node.Json.Flag("isRequired") && string.IsNullOrWhiteSpace(node.Json.Text("errorMessage")))
        {
            yield return $"{node} is required and has no errorMessage";
        }
    }

    private static IEnumerable<string> Text(CardNode node)
    {
        if (node.Type == "TextBlock" && !node.Json.Flag("wrap"))
        {
            yield return $"{node} does not wrap";
        }

        foreach (Match link in node.Markdown.SelectMany(text => LinkTarget().Matches(text)))
        {
            if (!link.Groups["url"].Value.StartsWithAny("https:", "mailto:", "tel:"))
            {
                yield return $"{node} links to {link.Groups["url"].Value}";
            }
        }
    }

    private static IEnumerable<string> Urls(CardNode node)
    {
        if (node.Json.Text("url") is { } url && !url.StartsWithAny(node.Type == "Image" ? ["https:", "data:"] : ["https:"]))
        {
            yield return $"{node} opens {url}";
        }

        if (node.Json.Text("iconUrl") is { } icon && !icon.StartsWithAny("https:", "data:", "icon:"))
        {
            yield return $"{node} has the icon {icon}";
        }
    }

    private static bool StartsWithAny(this string text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<!\\)<at>.*?</at>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionTag();

    [GeneratedRegex(@"(?<!\\)\]\((?<url>[^)\s]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkTarget();
}
