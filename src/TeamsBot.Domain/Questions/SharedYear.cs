using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>Gives a month or quarter the year that its neighbour was named with: "May and June 2018", "Q1 2018 against Q2".</summary>
internal static class SharedYear
{
    private const int MostPiecesBetween = 5;

    /// <summary>The earlier of two, with the year of the later; null where it needs none.</summary>
    public static Granule? OfEarlier(Point? earlier, Point later) =>
        earlier?.Granule is { Year: null } first && later.Granule is { Year: { } year } second && AreNeighbours(earlier, later) && first.Unit != "year"
            ? first with { Year = first.Unit == second.Unit && IsLast(first) && second.Number == 1 ? year - 1 : year }
            : null;

    /// <summary>The later of two, with the year of the earlier where it has none and would not lie in the future then.</summary>
    public static Point OfLater(Point? earlier, Point later, LocalDate today)
    {
        if (earlier?.Granule is not { Year: { } year } first || later.Granule is not { Year: null } second || second.Unit != first.Unit || !AreNeighbours(earlier, later))
        {
            return later;
        }

        var dated = second with { Year = IsLast(first) && second.Number == 1 ? year + 1 : year };
        return dated.Resolve(today)?.From <= today ? later with { Granule = dated } : later;
    }

    // "October against October last year" names two.
    private static bool AreNeighbours(Point earlier, Point later) =>
        later.From - earlier.To <= MostPiecesBetween && (earlier.Granule!.Unit != later.Granule!.Unit || earlier.Granule.Number != later.Granule.Number);

    private static bool IsLast(Granule granule) => granule is { Unit: "month", Number: 12 } or { Unit: "quarter", Number: 4 };
}
