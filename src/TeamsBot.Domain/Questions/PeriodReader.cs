using System.Globalization;
using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>A period that a sentence names, and the pieces that name it.</summary>
/// <param name="IsPrevious">It was called the previous one, which beside another period is the one before that.</param>
internal sealed record NamedPeriod(int From, int To, Period Period, bool IsPrevious = false);

/// <summary>Reads the periods of a sentence: points, ranges, "since", "before", "so far this year".</summary>
/// <param name="asked">The period of the question before, which a follow-up may take its unit and year from.</param>
internal sealed class PeriodReader(IReadOnlyList<Piece> pieces, Sentence sentence, LocalDate today, Period? asked)
{
    private const int MostForOther = 3;
    private readonly PointReader _points = new(pieces, today);
    private readonly bool _isComparing = pieces.Any(piece => piece.Op("compare") || piece.Op("difference"));
    private readonly bool _isSeries = pieces.Any(piece => piece.Op("trend") || piece.Timed("each:") is not null);

    /// <summary>In the order of the sentence. A date that does not exist is no period, so that its words stay unexplained.</summary>
    public IReadOnlyList<NamedPeriod> Read()
    {
        var found = new List<NamedPeriod>();
        Point? last = null;
        for (var at = 0; at < pieces.Count;)
        {
            if (Range(at) is { } range)
            {
                found.Add(range);
                (at, last) = (range.To, null);
            }
            else if ((_points.Read(at) ?? SameUnit(at, last)) is { } point && Days(point) is not null)
            {
                if (SharedYear.OfEarlier(last, point)?.Resolve(today) is { } earlier)
                {
                    found[^1] = found[^1] with { Period = earlier };
                }

                last = SharedYear.OfLater(last, point, today);
                found.Add(Bounded(last, Days(last)!, isSecond: found.Count > 0 && found[^1].To == Back(last.From)));
                at = found[^1].To;
            }
            else
            {
                found.AddRange(TheOneBefore(found, at));
                at++;
            }
        }

        return found.Count > 0 ? SoFar(found) : [.. TheOther()];
    }

    // "and in the second?" after a question about the third quarter.
    private IEnumerable<NamedPeriod> TheOther()
    {
        var last = pieces.Count - 1;
        return last is >= 1 and <= MostForOther && pieces[0].Op("follow") && pieces[last].Timed("ordinal:") is { } ordinal && Granule.Of(asked) is { Unit: "quarter" or "half" } granule
            && (granule with { Number = ordinal[^1] - '0' }).Resolve(today) is { } other
            ? [new(last, last + 1, other)]
            : [];
    }

    // "this quarter vs the last"
    private IEnumerable<NamedPeriod> TheOneBefore(List<NamedPeriod> found, int at) =>
        found is [var only] && (pieces[at].Time("rel:last") || pieces[at].Time("rel:previous")) && IsBesideComparison(at) && RelativePeriods.Before(only.Period) is { } before
            ? [new(at, at + 1, before, IsPrevious: true)]
            : [];

    // "this week's leads so far"
    private IReadOnlyList<NamedPeriod> SoFar(List<NamedPeriod> found) =>
        found is [{ Period: { From: { } from, To: { } to } } whole] && from <= today && today < to && pieces.Where((piece, i) => (i < whole.From || i >= whole.To) && piece.Time("todate")).Any()
            ? [whole with { Period = new(from, today.PlusDays(1)) }]
            : found;

    private bool IsBesideComparison(int at) =>
        Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(i => pieces[i].Op("versus") || pieces[i].Op("compare") || pieces[i].Op("than") || pieces[i].Op("and") || pieces[i].Op("follow"));

    // "الربعين الثالث والثاني": the unit stood before the first.
    private Point? SameUnit(int at, Point? before) =>
        before is { Granule: { Unit: "quarter" or "half" } granule } && at - before.To <= 1 && !pieces[at].Op("and")
        && pieces[at].Timed("ordinal:") is { } ordinal
            ? new(at, at + 1, granule with { Number = ordinal[^1] - '0' }, null)
            : null;

    private NamedPeriod? Range(int at)
    {
        var opening = pieces[at];
        var isBetween = opening.Time("between") && !_isComparing;
        var starts = isBetween || opening.Time("since") || opening.Time("fromstart") || opening.Op("from") ? SkipGlue(at + 1) : at;
        if (First(starts) is not { } first)
        {
            return null;
        }

        var joint = Joint(first, isBetween, starts > at);
        if (joint is not { } next || (_points.Read(SkipGlue(next)) ?? LaterDay(first, next)) is not { } second || second.To <= first.To)
        {
            return null;
        }

        var (a, b) = ShareYear(first, second);
        return Days(a) is { From: { } from } && Days(b) is { To: { } to } && from < to
            ? new(at, b.To < pieces.Count && pieces[b.To].Time("rangeend") ? b.To + 1 : b.To, new(from, to))
            : null;
    }

    // "from 1 to 15 March": the first is only a number.
    private Point? First(int at)
    {
        if (_points.Read(at) is { } point)
        {
            return point;
        }

        return at < pieces.Count && pieces[at].Id(Kind.Number) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            ? new(at, at + 1, new("day", null, 0, day), null)
            : null;
    }

    // "8月1日到15日", "1 to 15 March" the other way round: the month is said once, with the first day.
    private Point? LaterDay(Point first, int at) =>
        first.Granule is { Unit: "day" } day && at < pieces.Count && int.TryParse(pieces[at].Id(Kind.Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(at, at + 1 < pieces.Count && pieces[at + 1].Time("ordmark") ? at + 2 : at + 1, day with { Day = number }, null)
            : null;

    // "Oct 2017 - Mar 2018", "1-3月"
    private bool IsDash(int at) => sentence.Tokens.Skip(pieces[at - 1].To).Take(pieces[at].From - pieces[at - 1].To) is var between
        && between.Any() && between.All(token => token.Text is "-" or "–" or "—" or "~" or "～");

    private int? Joint(Point first, bool isBetween, bool isOpened)
    {
        var at = first.To;
        if (at < pieces.Count && IsDash(at))
        {
            return at;
        }

        if (at >= pieces.Count)
        {
            return null;
        }

        var piece = pieces[at];
        return piece.Time("to") || piece.Time("until") || (isBetween && (piece.Op("and") || piece.Op("versus"))) ? at + 1
            : isBetween && isOpened && _points.Read(at) is not null ? at // In Arabic "and" is written together with the month.
            : null;
    }

    private static (Point First, Point Second) ShareYear(Point first, Point second)
    {
        if (first.Granule is not { Year: null } early || second.Granule is not { } late)
        {
            return (first, second);
        }

        // "1 to 15 March", "3月1日到15日"
        if (early.Unit == "day" && early.Number == 0)
        {
            return late.Unit == "day" ? (first with { Granule = late with { Day = early.Day } }, second) : (first, second);
        }

        return late.Year is { } year
            ? (first with { Granule = early with { Year = early.Unit == late.Unit && early.Number > late.Number ? year - 1 : year } }, second)
            : (first, second);
    }

    private NamedPeriod Bounded(Point point, Period days, bool isSecond)
    {
        var before = Back(point.From);
        var opening = before >= 0 ? pieces[before] : null;
        if (point.To == point.From + 1 && pieces[point.From].Time("todate") && days.From < today.PlusDays(1) && today < days.To)
        {
            return new(point.From, point.To, new(days.From, today.PlusDays(1)));
        }

        var closing = point.To < pieces.Count ? pieces[point.To] : null;
        if (opening?.Time("fromstart") == true && !(days.From <= today && today < days.To))
        {
            return new(before, point.To, new(days.From, null));
        }

        if (opening?.Time("todate") == true || closing?.Time("todate") == true || opening?.Time("fromstart") == true)
        {
            var to = today.PlusDays(1);
            return new(opening?.Time("todate") == true || opening?.Time("fromstart") == true ? before : point.From, closing?.Time("todate") == true ? point.To + 1 : point.To, new(days.From, to < days.To ? to : days.To));
        }

        // "July against June", where the language says "to June"
        if ((_isComparing || isSecond) && opening?.Time("until") == true)
        {
            return new(before, point.To, days);
        }

        // "monthly from January 2018"
        if (_isSeries && point.Granule is { Unit: not "year" } && IsFrom(point.From - 1))
        {
            return new(point.From - 1, point.To, new(days.From, null));
        }

        return Bound(opening, "") is { } bound ? new(before, point.To, bound(days))
            : Bound(closing, "post:") is { } late ? new(point.From, point.To + 1, late(days))
            : new(point.From, point.To, days, pieces.Skip(point.From).Take(point.To - point.From).Any(piece => piece.Time("rel:previous")));
    }

    // In Arabic "from" is "of" too: "by month from January", but "the leads of January by month".
    private bool IsFrom(int at) => at >= 0 && pieces[at].Op("from") && (!pieces[at].Op("of") || (at > 0 && pieces[at - 1].Timed("each:") is not null));

    private static Func<Period, Period>? Bound(Piece? piece, string prefix) => piece switch
    {
        null => null,
        _ when piece.Time(prefix + "since") => days => new(days.From, null),
        _ when piece.Time(prefix + "before") => days => new(null, days.From),
        _ when piece.Time(prefix + "until") => days => new(null, days.To),
        _ when piece.Time(prefix + "after") => days => new(days.To, null),
        _ => null,
    };

    private int Back(int at)
    {
        at--;
        return at >= 0 && TimeWords.IsGlue(pieces[at]) ? at - 1 : at;
    }

    private int SkipGlue(int at) => at < pieces.Count && TimeWords.IsGlue(pieces[at]) ? at + 1 : at;

    private Period? Days(Point point) => point.Days ?? point.Granule!.Resolve(today);
}
