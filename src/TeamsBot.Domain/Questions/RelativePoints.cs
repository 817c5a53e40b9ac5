using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>Reads points that are told from today: "yesterday", "the last 3 months", "2 weeks ago", "this quarter".</summary>
internal sealed class RelativePoints(IReadOnlyList<Piece> pieces, LocalDate today, TimeWords words)
{
    /// <summary>All that begin at a piece.</summary>
    public IEnumerable<Point> Read(int at) => new[] { Named(at), Counted(at), Ago(at), Relative(at) }.OfType<Point>();

    private Point? Named(int at) =>
        pieces[at].Time("today") ? Around(at, at + 1, "day", 0)
        : pieces[at].Time("yesterday") ? Around(at, at + 1, "day", -1)
        : pieces[at].Time("daybefore") ? Around(at, at + 1, "day", -2)
        : null;

    // "the last 3 months", "30 ostatnich dni", "last month"
    private Point? Counted(int at)
    {
        // "weekly, the last 4 weeks" begins behind the first word.
        if (pieces[at].Timed("each:") is not null)
        {
            return null;
        }

        var (count, unit, to, isLast) = (0, "", at, false);
        for (var i = at; i < Math.Min(pieces.Count, at + 5); i = i + 1)
        {
            if (isLast && unit.Length > 0 && pieces[i].From > pieces[i - 1].To)
            {
                break; // "last year, give me 3"
            }

            if (words.Number(i) is { } number && count == 0)
            {
                (count, to) = (number, i + 1);
                unit = words.UnitAt(i) ?? unit; // A dual says both.
            }
            else if (pieces[i].Time("rel:last") || pieces[i].Time("rel:previous") || pieces[i].Time("rel:recent"))
            {
                (isLast, to) = (true, i + 1);
            }
            else if (unit.Length == 0 && words.UnitAt(i) is { } found)
            {
                (unit, to) = (found, i + 1);
            }
            else if (!words.IsGlue(i))
            {
                break;
            }
        }

        return isLast && count is > 0 and < 1000 && unit.Length > 0 ? new(at, to, null, RelativePeriods.Last(today, unit, count)) : null;
    }

    private Point? Ago(int at)
    {
        var first = pieces[at].Time("ago") ? at + 1 : at;
        var number = first < pieces.Count ? words.Number(first) : null;
        var unitAt = number is null || words.UnitAt(first) is not null ? first : first + 1; // A dual says both.
        if (unitAt >= pieces.Count || words.UnitAt(unitAt) is not { } unit)
        {
            return null;
        }

        if (number is null && pieces[unitAt].Timed("each:") is not null)
        {
            return null; // "monthly since March"
        }

        var last = first > at ? unitAt : unitAt + 1;
        return last < pieces.Count && (first > at ? number is not null : pieces[last].Time("ago"))
            ? Around(at, last + 1, unit, -(number ?? 1))
            : null;
    }

    private Point? Relative(int at)
    {
        if (words.RelativeUnit(at) is not { } relative)
        {
            // "year to date", "from the start of the month"
            var isToDate = at + 1 < pieces.Count && pieces[at + 1].Time("todate");
            return words.UnitAt(at) is { } unit && (isToDate || IsAfterStart(at)) ? Around(at, at + 1, unit, 0) : null;
        }

        return relative.Unit == "year"
            ? new Point(at, relative.To, new Granule("year", today.Year + relative.Shift), null)
            : Around(at, relative.To, relative.Unit, relative.Shift);
    }

    private bool IsAfterStart(int at)
    {
        for (at--; at >= 0 && words.IsGlue(at); at--)
        {
        }

        return at >= 0 && pieces[at].Time("fromstart");
    }

    private Point Around(int at, int to, string unit, int shift) => new(at, to, null, RelativePeriods.Around(today, unit, shift));
}
