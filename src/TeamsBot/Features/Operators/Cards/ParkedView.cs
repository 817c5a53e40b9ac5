using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>One item that waits for a decision.</summary>
/// <param name="Lead">Who it is about, where it is about a lead that is still known.</param>
public sealed record ParkedLine(ParkedItem Parked, Phrase? Lead);

/// <summary>The work that waits for a decision.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Note">What came of the last click; null where there was none.</param>
public sealed record ParkedView(IReadOnlyList<ParkedLine> Items, int Count, Moments Moments, string? Note = null)
{
    internal Say Say => Moments.Say;
}
