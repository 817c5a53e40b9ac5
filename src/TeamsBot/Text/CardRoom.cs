using TeamsBot.Protocol.Cards;

namespace TeamsBot.Text;

/// <summary>Keeps cards small enough for every client, whatever people typed.</summary>
internal static class CardRoom
{
    /// <summary>In bytes of JSON.</summary>
    public const int Most = 24 * 1024;

    /// <summary>The card with the first of the amounts with which it fits; with the last one where none does.</summary>
    public static AdaptiveCard Fit<T>(IReadOnlyList<T> amounts, Func<T, AdaptiveCard> render) =>
        amounts.Select(render).FirstOrDefault(card => CardJson.Serialize(card).Length < Most) ?? render(amounts[^1]);
}
