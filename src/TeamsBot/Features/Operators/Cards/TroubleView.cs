using TeamsBot.Domain.Operations;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>A trouble as one admin reads of it.</summary>
public sealed record TroubleView(Trouble Trouble, Moments Moments)
{
    /// <summary>The name of the channel that it is about; null where it is about none, or the name is not known.</summary>
    public string? Channel { get; init; }

    internal Say Say => Moments.Say;
}
