using System.Globalization;
using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>What single pieces say of time: numbers, units, months, years.</summary>
internal sealed class TimeWords(IReadOnlyList<Piece> pieces, LocalDate today)
{
    /// <summary>"last month", "الشهر الماضي", "the current quarter", and words that say both at once.</summary>
    public (string Unit, int Shift, int To)? RelativeUnit(int at)
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
            : UnitAt(at) is { } first && (pieces[at].Timed("each:") is null || pieces[at].To == pieces[next].From) && !(pieces[next].Time("rel:this") && next + 1 < pieces.Count && UnitAt(next + 1) is not null) && Shift(next) is { } after ? (first, after, next + 1)
            : null;
    }

    public int? Shift(int at) =>
        pieces[at].Time("rel:this") ? 0 : pieces[at].Time("rel:last") || pieces[at].Time("rel:previous") ? -1 : null;

    public (int Year, int To)? YearAt(int at)
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

    public (int? Year, int Month, int To)? MonthWithYear(int at)
    {
        if (YearAt(at) is var (year, afterYear) && MonthAt(Skip(afterYear)) is { } late)
        {
            return (year, late.Number, Skip(afterYear) + late.Length);
        }

        return MonthAt(at) is { } month ? (null, month.Number, at + month.Length) : null;
    }

    /// <param name="isOrdinal">Also "the 1st", which only before its month is a day.</param>
    public (int Day, int To)? DayAt(int at, bool isOrdinal = false)
    {
        var day = at < pieces.Count ? Number(at) ?? (isOrdinal ? Tagged(at, "ordinal:") : null) : null;
        if (day is not (>= 1 and <= 31) || pieces[at].Is(Kind.Operator))
        {
            return null;
        }

        return (day.Value, at + 1 < pieces.Count && pieces[at + 1].Time("ordmark") ? at + 2 : at + 1);
    }

    public (string Unit, int Number, int Length)? PartAt(int at)
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
    public (string Unit, int Number, int Length)? NumberedUnit(int at)
    {
        var first = pieces[at].Time("nth") ? at + 1 : at;
        var second = SkipGlue(first + 1);
        if (second >= pieces.Count)
        {
            return null;
        }

        if (UnitAt(second) is "quarter" or "half" && Ordinal(first) is { } before && Fits(UnitAt(second)!, before) && !IsJoining(first, second))
        {
            return (UnitAt(second)!, before, second + 1 - at);
        }

        if (UnitAt(first) is "quarter" or "half" or "week" && (second == first + 1 || UnitAt(first) != "week") && Ordinal(second) is { } after && Fits(UnitAt(first)!, after) && !IsYearNumber(second))
        {
            return (UnitAt(first)!, after, second + 1 - at);
        }

        // "第30周", "30. tydzień"
        var isNumbered = pieces[at].Time("nth") || (second == at + 1 && pieces[second].From == pieces[at].To + 1);
        return isNumbered && UnitAt(second) == "week" && Number(first) is >= 1 and <= 53 and { } week ? ("week", week, second + 1 - at) : null;
    }

    // "Q2 i Q3": in Polish "and" is written as the first ordinal.
    private bool IsJoining(int at, int unit) => pieces[at].Op("and") && Number(unit + 1) is not null && !IsYearNumber(unit + 1);

    public static bool Fits(string unit, int number) => unit switch { "quarter" => number is >= 1 and <= 4, "half" => number is 1 or 2, _ => number is >= 1 and <= 53 };

    public (int Number, int Length)? MonthAt(int at)
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

    public int? Ordinal(int at) => Tagged(at, "ordinal:") ?? Number(at);

    public int? Tagged(int at, string prefix) => pieces[at].Timed(prefix) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    public string? UnitAt(int at) => pieces[at].Timed("unit:");

    public int? Number(int at) => at < pieces.Count && int.TryParse(pieces[at].Id(Kind.Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsYearNumber(int at) => at < pieces.Count && Number(at) is >= 1990 and < 2100;

    public bool IsGlue(int at) => IsGlue(pieces[at]);

    /// <summary>Whether a piece may stand inside of a date and says nothing there.</summary>
    public static bool IsGlue(Piece piece) => (piece.Is(Kind.Filler) || piece.Time("glue"))
        && !piece.Meanings.Any(meaning => meaning.Kind == Kind.Number || (meaning.Kind == Kind.Time && meaning.Id != "glue" && meaning.Id != "to"));

    public int SkipGlue(int at) => at < pieces.Count && IsGlue(at) ? at + 1 : at;

    // Between the parts of a date: "of", "roku", "من".
    public int Skip(int at)
    {
        for (var skipped = 0; skipped < 2 && at < pieces.Count && (IsGlue(at) || pieces[at].Op("of") || pieces[at].Op("in") || pieces[at].Op("from")); skipped++)
        {
            at++;
        }

        return at;
    }
}
