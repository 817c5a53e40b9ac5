using System.Globalization;
using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>One stretch of time as it was named: a granule that may still lack its year, or days that are known.</summary>
internal sealed record Point(int From, int To, Granule? Granule, Period? Days);

/// <summary>Reads points in time from pieces, in any order of words that the languages have.</summary>
internal sealed class PointReader(IReadOnlyList<Piece> pieces, LocalDate today)
{
    /// <summary>The longest point that begins at a piece; null when none does.</summary>
    public Point? Read(int at)
    {
        if (at >= pieces.Count)
        {
            return null;
        }

        return new[] { Stored(at), Named(at), Shared(at), Counted(at), Ago(at), DayOfMonth(at), PartOfYear(at), Relative(at), Year(at) }
            .OfType<Point>().OrderByDescending(point => point.To).FirstOrDefault();
    }

    // Written in figures, such as 2018-03-05.
    private Point? Stored(int at) => pieces[at].Id(Kind.Time) is { } id && id.StartsWith("date:", StringComparison.Ordinal) ? Found(at, at + 1, ReadGranule(id)) : null;

    private Point? Named(int at) =>
        pieces[at].Time("today") ? Around(at, at + 1, "day", 0)
        : pieces[at].Time("yesterday") ? Around(at, at + 1, "day", -1)
        : pieces[at].Time("daybefore") ? Around(at, at + 1, "day", -2)
        : null;

    // "the third and second quarter": the unit is said once.
    private Point? Shared(int at) =>
        at + 3 < pieces.Count && Tagged(at, "ordinal:") is { } first && (pieces[at + 1].Op("and") || pieces[at + 1].Op("versus") || pieces[at + 1].Op("or"))
        && Tagged(at + 2, "ordinal:") is not null && UnitAt(at + 3) is "quarter" or "half" && Fits(UnitAt(at + 3)!, first)
            ? new(at, at + 1, new(UnitAt(at + 3)!, null, first), null)
            : null;

    // "the last 3 months", "30 ostatnich dni", "last month"
    private Point? Counted(int at)
    {
        var (count, unit, to, isLast) = (0, "", at, false);
        for (var i = at; i < Math.Min(pieces.Count, at + 5); i = i + 1)
        {
            if (Number(i) is { } number && count == 0)
            {
                (count, to) = (number, i + 1);
                unit = UnitAt(i) ?? unit; // A dual says both.
            }
            else if (pieces[i].Time("rel:last") || pieces[i].Time("rel:previous") || pieces[i].Time("rel:recent"))
            {
                (isLast, to) = (true, i + 1);
            }
            else if (unit.Length == 0 && UnitAt(i) is { } found)
            {
                (unit, to) = (found, i + 1);
            }
            else if (!IsGlue(i))
            {
                break;
            }
        }

        return isLast && count is > 0 and < 1000 && unit.Length > 0 ? new(at, to, null, RelativePeriods.Last(today, unit, count)) : null;
    }

    private Point? Ago(int at)
    {
        var first = pieces[at].Time("ago") ? at + 1 : at;
        var number = first < pieces.Count ? Number(first) : null;
        var unitAt = number is null || UnitAt(first) is not null ? first : first + 1; // A dual says both.
        if (unitAt >= pieces.Count || UnitAt(unitAt) is not { } unit)
        {
            return null;
        }

        var last = first > at ? unitAt : unitAt + 1;
        return last < pieces.Count && (first > at ? number is not null : pieces[last].Time("ago"))
            ? Around(at, last + 1, unit, -(number ?? 1))
            : null;
    }

    private Point? DayOfMonth(int at)
    {
        if (MonthWithYear(at) is var (year, month, afterMonth) && DayAt(Skip(afterMonth)) is var (day, to) && !IsYearNumber(Skip(afterMonth)))
        {
            return WithYear(at, to, new("day", year, month, day));
        }

        return DayAt(at) is var (dayFirst, afterDay) && MonthAt(Skip(afterDay)) is { } named
            ? WithYear(at, Skip(afterDay) + named.Length, new("day", null, named.Number, dayFirst))
            : null;
    }

    private Point? PartOfYear(int at)
    {
        if (YearAt(at) is var (year, afterYear) && PartAt(Skip(afterYear)) is { } late)
        {
            return Found(at, Skip(afterYear) + late.Length, new(late.Unit, year, late.Number));
        }

        if (PartAt(at) is not { } part)
        {
            return null;
        }

        var end = at + part.Length;
        if (part.Unit == "half" && Skip(end) is var next && MonthAt(next) is { } month && HalfOfMonth(at, part.Number, WithYear(next, next + month.Length, new("month", null, month.Number))) is { } half)
        {
            return half;
        }

        return WithYear(at, end, new(part.Unit, null, part.Number));
    }

    private Point? HalfOfMonth(int at, int number, Point month)
    {
        if (month.Granule!.Resolve(today) is not { From: { } from, To: { } to })
        {
            return null;
        }

        var middle = from.PlusDays(15);
        return new(at, month.To, null, number == 1 ? new(from, middle) : new(middle, to));
    }

    private Point? Relative(int at)
    {
        if (RelativeUnit(at) is not { } relative)
        {
            // "year to date", "from the start of the month"
            var isToDate = at + 1 < pieces.Count && pieces[at + 1].Time("todate");
            return UnitAt(at) is { } unit && (isToDate || IsAfterStart(at)) ? Around(at, at + 1, unit, 0) : null;
        }

        return relative.Unit == "year"
            ? Found(at, relative.To, new("year", today.Year + relative.Shift))
            : Around(at, relative.To, relative.Unit, relative.Shift);
    }

    private bool IsAfterStart(int at)
    {
        for (at--; at >= 0 && IsGlue(at); at--)
        {
        }

        return at >= 0 && pieces[at].Time("fromstart");
    }

    private Point? Year(int at) => YearAt(at) is var (year, to) ? Found(at, to, new("year", year)) : null;

    /// <summary>"last month", "الشهر الماضي", "the current quarter", and words that say both at once.</summary>
    private (string Unit, int Shift, int To)? RelativeUnit(int at)
    {
        if (pieces[at].Meanings.FirstOrDefault(meaning => meaning.Kind == Kind.Time && meaning.Id.StartsWith("whole:", StringComparison.Ordinal)).Id is { } whole)
        {
            var parts = whole.Split(':');
            return (parts[2], int.Parse(parts[1], CultureInfo.InvariantCulture), at + 1);
        }

        var next = SkipGlue(at + 1);
        if (next >= pieces.Count)
        {
            return null;
        }

        return Shift(at) is { } before && UnitAt(next) is { } unit ? (unit, before, next + 1)
            : UnitAt(at) is { } first && Shift(next) is { } after ? (first, after, next + 1)
            : null;
    }

    private int? Shift(int at) =>
        pieces[at].Time("rel:this") ? 0 : pieces[at].Time("rel:last") || pieces[at].Time("rel:previous") ? -1 : null;

    private Point WithYear(int at, int to, Granule granule)
    {
        if (granule.Year is null && YearAt(Skip(to)) is var (year, end))
        {
            return Found(at, end, granule with { Year = year })!;
        }

        // "last March"
        if (granule is { Year: null, Unit: "month" } && to < pieces.Count && pieces[to].Time("rel:last") && !(to + 1 < pieces.Count && UnitAt(to + 1) is not null))
        {
            return new(at, to + 1, granule with { Year = granule.Number < today.Month ? today.Year : today.Year - 1 }, null);
        }

        return new(at, to, granule, null);
    }

    private (int Year, int To)? YearAt(int at)
    {
        if (at >= pieces.Count)
        {
            return null;
        }

        var start = UnitAt(at) == "year" ? Skip(at + 1) : at;
        if (IsYearNumber(start))
        {
            return (Number(start)!.Value, start + 1 < pieces.Count && UnitAt(start + 1) == "year" ? start + 2 : start + 1);
        }

        return RelativeUnit(at) is { Unit: "year" } relative ? (today.Year + relative.Shift, relative.To) : null;
    }

    private (int? Year, int Month, int To)? MonthWithYear(int at)
    {
        if (YearAt(at) is var (year, afterYear) && MonthAt(Skip(afterYear)) is { } late)
        {
            return (year, late.Number, Skip(afterYear) + late.Length);
        }

        return MonthAt(at) is { } month ? (null, month.Number, at + month.Length) : null;
    }

    private (int Day, int To)? DayAt(int at)
    {
        if (at >= pieces.Count || (Number(at) ?? Tagged(at, "ordinal:")) is not (>= 1 and <= 31) || pieces[at].Is(Kind.Operator))
        {
            return null;
        }

        return ((Number(at) ?? Tagged(at, "ordinal:"))!.Value, at + 1 < pieces.Count && pieces[at + 1].Time("ordmark") ? at + 2 : at + 1);
    }

    private (string Unit, int Number, int Length)? PartAt(int at)
    {
        if (MonthAt(at) is { } month)
        {
            return ("month", month.Number, month.Length);
        }

        if (at >= pieces.Count)
        {
            return null;
        }

        if (Tagged(at, "half:") is { } half)
        {
            return ("half", half, 1);
        }

        return NumberedUnit(at);
    }

    // "Q1", "second quarter", "I kwartał", "第三季度", "week 14"
    private (string Unit, int Number, int Length)? NumberedUnit(int at)
    {
        var first = pieces[at].Time("nth") ? at + 1 : at;
        var second = SkipGlue(first + 1);
        if (second >= pieces.Count)
        {
            return null;
        }

        if (UnitAt(second) is "quarter" or "half" && Ordinal(first) is { } before && Fits(UnitAt(second)!, before))
        {
            return (UnitAt(second)!, before, second + 1 - at);
        }

        if (UnitAt(first) is "quarter" or "half" or "week" && (second == first + 1 || UnitAt(first) != "week") && Ordinal(second) is { } after && Fits(UnitAt(first)!, after) && !IsYearNumber(second))
        {
            return (UnitAt(first)!, after, second + 1 - at);
        }

        return pieces[at].Time("nth") && UnitAt(second) == "week" && Number(first) is { } week ? ("week", week, second + 1 - at) : null;
    }

    private static bool Fits(string unit, int number) => unit switch { "quarter" => number is >= 1 and <= 4, "half" => number is 1 or 2, _ => number is >= 1 and <= 53 };

    private (int Number, int Length)? MonthAt(int at)
    {
        if (at >= pieces.Count)
        {
            return null;
        }

        if (Tagged(at, "month:") is { } named)
        {
            return (named, at + 1 < pieces.Count && pieces[at + 1].Time("monthword") ? 2 : 1);
        }

        return Number(at) is >= 1 and <= 12 && at + 1 < pieces.Count && pieces[at + 1].Time("monthmark") ? (Number(at)!.Value, 2) : null;
    }

    private int? Ordinal(int at) => Tagged(at, "ordinal:") ?? Number(at);

    private int? Tagged(int at, string prefix)
    {
        foreach (var meaning in pieces[at].Meanings)
        {
            if (meaning.Kind == Kind.Time && meaning.Id.StartsWith(prefix, StringComparison.Ordinal))
            {
                return int.Parse(meaning.Id.AsSpan(prefix.Length), CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private string? UnitAt(int at)
    {
        foreach (var meaning in pieces[at].Meanings)
        {
            if (meaning.Kind == Kind.Time && meaning.Id.StartsWith("unit:", StringComparison.Ordinal))
            {
                return meaning.Id["unit:".Length..];
            }
        }

        return null;
    }

    private int? Number(int at) => at < pieces.Count && int.TryParse(pieces[at].Id(Kind.Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool IsYearNumber(int at) => at < pieces.Count && Number(at) is >= 1990 and < 2100;

    private bool IsGlue(int at) => IsGlue(pieces[at]);

    /// <summary>Whether a piece may stand inside of a date and says nothing there.</summary>
    public static bool IsGlue(Piece piece) => (piece.Is(Kind.Filler) || piece.Time("glue"))
        && !piece.Meanings.Any(meaning => meaning.Kind == Kind.Number || (meaning.Kind == Kind.Time && meaning.Id != "glue" && meaning.Id != "to"));

    private int SkipGlue(int at) => at < pieces.Count && IsGlue(at) ? at + 1 : at;

    // Between the parts of a date: "of", "roku", "من".
    private int Skip(int at)
    {
        for (var skipped = 0; skipped < 2 && at < pieces.Count && (IsGlue(at) || pieces[at].Op("of") || pieces[at].Op("in") || pieces[at].Op("from")); skipped++)
        {
            at++;
        }

        return at;
    }

    private Point Around(int at, int to, string unit, int shift) => new(at, to, null, RelativePeriods.Around(today, unit, shift));

    private static Point? Found(int at, int to, Granule? granule) => granule is null ? null : new(at, to, granule, null);

    private static Granule? ReadGranule(string id)
    {
        var parts = id.Split(':');
        return new(parts[1], Int(parts[2]), Int(parts[3]), Int(parts[4]));

        static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
