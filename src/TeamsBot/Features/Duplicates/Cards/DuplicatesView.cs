using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Text;

namespace TeamsBot.Features.Duplicates.Cards;

/// <summary>Whether sales knows a lead.</summary>
public enum SalesState
{
    Never,
    Had,
    Has,
}

/// <summary>One lead of a pair.</summary>
public sealed record PairSide(Lead Lead, SalesState Sales);

/// <summary>A pair side by side.</summary>
public sealed record ShownPair(OpenPair Open, PairSide One, PairSide Other);

/// <summary>A lead that was joined, and the one that stands for it.</summary>
public sealed record JoinedLine(Lead Copy, Lead Lead, JoinCause Cause);

/// <param name="Joined">Lately, the latest first.</param>
/// <param name="Pair">Null when none waits.</param>
/// <param name="Waiting">How many pairs wait, this one included.</param>
/// <param name="Note">What came of the last click; null when there was none.</param>
public sealed record DuplicatesView(Moments Moments, IReadOnlyList<JoinedLine> Joined, ShownPair? Pair, int Waiting, string? Note);
