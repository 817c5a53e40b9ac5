using System.Buffers;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Text;

/// <summary>Text that somebody else wrote, made fit to stand in a sentence of ours: on one line, unable to turn the words around it.</summary>
internal static class Outside
{
    private const string BreakCharacters = "\r\n\t\v\f\u0085\u2028\u2029\0\u001b";

    private static readonly SearchValues<char> Breaks = SearchValues.Create(BreakCharacters);

    public static string OneLine(string text) =>
        text.AsSpan().ContainsAny(Breaks)
            ? string.Join(' ', text.Split(BreakCharacters.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : text.Trim();

    public static string Isolated(string text) => Bidi.Isolate(OneLine(text));

    /// <summary>Whether any letter is of a script that runs from right to left: Hebrew to Arabic, with their presentation forms.</summary>
    public static bool HasRightToLeft(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0590', '\u08FF') || text.ContainsAnyInRange('\uFB1D', '\uFDFF') || text.ContainsAnyInRange('\uFE70', '\uFEFC');
}
