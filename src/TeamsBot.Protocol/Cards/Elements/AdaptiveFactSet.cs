using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Pairs of a short title and its value, one a line.</summary>
public sealed record AdaptiveFactSet : AdaptiveElement
{
    public AdaptiveFactSet()
    {
    }

    [SetsRequiredMembers]
    public AdaptiveFactSet(params ReadOnlySpan<AdaptiveFact> facts) => Facts = facts.ToArray();

    public required IReadOnlyList<AdaptiveFact> Facts { get; init; }
}

/// <summary>Both parts are card markdown.</summary>
public sealed record AdaptiveFact(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CardText Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CardText Value);
