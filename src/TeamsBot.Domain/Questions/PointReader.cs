using System.Globalization;
using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>One stretch of time as it was named: a granule that may still lack its year, or days that are known.</summary>
internal sealed record Point(int From, int To, Granule? Granule, Period? Days);

/// <summary>Reads points in time from pieces, in any order of words that the languages have.</summary>
internal sealed class PointReader
{
    private readonly IReadOnlyList<Piece> _pieces;
    private readonly LocalDate _today;
    private readonly TimeWords _words;
    private readonly RelativePoints _relative;

    public PointReader(IReadOnlyList<Piece> pieces, LocalDate today)
    {
        (_pieces, _today) = (pieces, today);
        _words = new(pieces, today);
        _relative = new(pieces, today, _words);
    }

    /// <summary>The longest point that begins at a piece; null when none does.</summary>
    public Point? Read(int at)
    {
        if (at >= _pieces.Count)
        {
            return null;
        }

        return new[] { Stored(at), Shared(at), SharedMonth(at), DayOfMonth(at), PartOfYear(at), Year(at), FirstUnits(at), FirstUnitsOf(at) }
            .OfType<Point>().Concat(_relative.Read(at)).OrderByDescending(point => point.To).FirstOrDefault();
    }

    // Written in figures, such as 2018-03-05.
    private Point? Stored(int at) => _pieces[at].Id(Kind.Time) is { } id && id.StartsWith("date:", StringComparison.Ordinal) ? Found(at, at + 1, ReadGranule(id)) : null;

    // "the third and second quarter": the unit is said once.
    private Point? Shared(int at) =>
        at + 3 < _pieces.Count && _words.Tagged(at, "ordinal:") is { } first && (_pieces[at + 1].Op("and") || _pieces[at + 1].Op("versus") || _pieces[at + 1].Op("or"))
        && _words.Tagged(at + 2, "ordinal:") is not null && _words.UnitAt(at + 3) is "quarter" or "half" && TimeWords.Fits(_words.UnitAt(at + 3)!, first)
            ? new(at, at + 1, new(_words.UnitAt(at + 3)!, null, first), null)
            : null;

    // "7、8月": the month is said once.
    private Point? SharedMonth(int at) =>
        at + 2 < _pieces.Count && _words.Number(at) is >= 1 and <= 12 && _words.Number(at + 1) is >= 1 and <= 12 && _pieces[at + 2].Time("monthmark")
            ? new(at, at + 1, new("month", null, _words.Number(at)!.Value), null)
            : null;

    // "the first 10 days of May", "العشرة أيام الأولى من مارس", "前三季度"
    private Point? FirstUnits(int at) => FirstCount(at) is var (count, unit, end)
        ? FirstOf(at, end, unit, count, PartOfYear(_words.Skip(end)) ?? Year(_words.Skip(end)))
        : null;

    // "12月头两周"
    private Point? FirstUnitsOf(int at) => PartOfYear(at) is { } whole && FirstCount(whole.To) is var (count, unit, end) ? FirstOf(at, end, unit, count, whole with { To = end }) : null;

    private (int Count, string Unit, int End)? FirstCount(int at)
    {
        var (count, unit, isFirst, end) = (0, "", false, at);
        for (var i = at; i < Math.Min(_pieces.Count, at + 4) && !(count > 0 && unit.Length > 0 && isFirst); i++)
        {
            if ((_words.Tagged(i, "ordinal:") == 1 && !_pieces[i].Op("and")) || _pieces[i].Time("firstn"))
            {
                isFirst = true;
            }
            else if (_words.Number(i) is { } number && count == 0)
            {
                count = number;
                unit = _words.UnitAt(i) ?? unit; // A dual says both.
            }
            else if (_words.UnitAt(i) is { } found && unit.Length == 0)
            {
                unit = found;
            }
            else
            {
                return null;
            }

            end = i + 1;
        }

        return count is > 0 and < 100 && unit.Length > 0 && isFirst ? (count, unit, end) : null;
    }

    private Point? FirstOf(int at, int end, string unit, int count, Point? whole)
    {
        var start = (whole?.Granule is { } granule ? granule.Resolve(_today) : whole?.Days)?.From ?? (unit is "quarter" or "month" && whole is null ? new LocalDate(_today.Year, 1, 1) : null);
        return start is not { } from ? null : new(at, whole?.To ?? end, null, new(from, RelativePeriods.Plus(from, unit, count)));
    }

    private Point? DayOfMonth(int at)
    {
        if (_words.MonthWithYear(at) is var (year, month, afterMonth) && _words.DayAt(_words.Skip(afterMonth)) is var (day, to) && !_words.IsYearNumber(_words.Skip(afterMonth)))
        {
            return WithYear(at, to, new("day", year, month, day));
        }

        // "top 5, June"
        if (at > 0 && Ranking.IsSign(_pieces[at - 1]))
        {
            return null;
        }

        return _words.DayAt(at, isOrdinal: true) is var (dayFirst, afterDay) && _words.MonthAt(_words.Skip(afterDay)) is { } named
            ? WithYear(at, _words.Skip(afterDay) + named.Length, new("day", null, named.Number, dayFirst))
            : null;
    }

    private Point? PartOfYear(int at)
    {
        if (at >= _pieces.Count)
        {
            return null;
        }

        if (_words.YearAt(at) is var (year, afterYear) && _words.PartAt(_words.Skip(afterYear)) is { } late)
        {
            var end = _words.Skip(afterYear) + late.Length;
            if (late.Unit == "month" && end < _pieces.Count && _words.Tagged(end, "tenday:") is { } third)
            {
                return TenDays(new(at, end, new("month", year, late.Number), null), third);
            }

            return Found(at, _words.Skip(afterYear) + late.Length, new(late.Unit, year, late.Number));
        }

        if (_words.PartAt(at) is not { } part)
        {
            return null;
        }

        var after = at + part.Length;
        if (part.Unit == "month" && after < _pieces.Count && _words.Tagged(after, "tenday:") is { } tenth)
        {
            return TenDays(WithYear(at, after, new("month", null, part.Number)), tenth);
        }

        if (part.Unit == "half" && _words.Skip(after) is var next && _words.MonthAt(next) is { } month && HalfOfMonth(at, part.Number, WithYear(next, next + month.Length, new("month", null, month.Number))) is { } half)
        {
            return half;
        }

        return WithYear(at, after, new(part.Unit, null, part.Number));
    }

    // 上旬, 中旬, 下旬
    private Point? TenDays(Point month, int third)
    {
        var days = month.Granule!.Resolve(_today)!;
        var from = days.From!.Value.PlusDays(10 * (third - 1));
        return new(month.From, month.To + 1, null, new(from, third == 3 ? days.To : from.PlusDays(10)));
    }

    private Point? HalfOfMonth(int at, int number, Point month)
    {
        if (month.Granule!.Resolve(_today) is not { From: { } from, To: { } to })
        {
            return null;
        }

        var middle = from.PlusDays(15);
        return new(at, month.To, null, number == 1 ? new(from, middle) : new(middle, to));
    }

    private Point? Year(int at) => _words.YearAt(at) is var (year, to) ? Found(at, to, new("year", year)) : null;

    private Point WithYear(int at, int to, Granule granule)
    {
        if (granule.Year is null && _words.YearAt(_words.Skip(to)) is var (year, end))
        {
            return Found(at, end, granule with { Year = year });
        }

        // "last March"
        if (granule is { Year: null, Unit: "month" } && to < _pieces.Count && _pieces[to].Time("rel:last") && !(to + 1 < _pieces.Count && _words.UnitAt(to + 1) is not null))
        {
            return new(at, to + 1, granule with { Year = granule.Number < _today.Month ? _today.Year : _today.Year - 1 }, null);
        }

        return new(at, to, granule, null);
    }

    private static Point Found(int at, int to, Granule granule) => new(at, to, granule, null);

    private static Granule ReadGranule(string id)
    {
        var parts = id.Split(':');
        return new(parts[1], Int(parts[2]), Int(parts[3]), Int(parts[4]));

        static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
