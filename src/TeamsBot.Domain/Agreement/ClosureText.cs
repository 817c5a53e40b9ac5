using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>Days and hours without work: "05-01" every year, "2026-12-24" once, and stretches "2026-12-27..2026-12-31", with or without times.</summary>
internal static class ClosureText
{
    private const int MostOfEveryYear = 100;
    private const int MostOfOnce = 1000;

    private static readonly LocalDateTime Earliest = new(2000, 1, 1, 0, 0);
    private static readonly LocalDateTime Latest = new(2200, 1, 1, 0, 0);

    private static readonly AnnualDatePattern Annual = AnnualDatePattern.Iso;
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static Closures Read(AgreementNode node)
    {
        var (everyYear, once) = (new List<AnnualDate>(), new List<Closure>());
        foreach (var item in node.Items(MostOfEveryYear + MostOfOnce))
        {
            if (item.Text() is not { } text)
            {
                continue;
            }

            if (Annual.Parse(text) is { Success: true } annual)
            {
                everyYear.Add(annual.Value);
            }
            else if (ReadOnce(item, text) is { } closure)
            {
                once.Add(closure);
            }
        }

        _ = node.IsWithin(MostOfEveryYear, everyYear.Count) && node.IsWithin(MostOfOnce, once.Count);
        return new(everyYear, once);
    }

    public static IEnumerable<string> Write(Closures closures) =>
        closures.EveryYear.Select(Annual.Format).Concat(closures.Once.Select(Write));

    private static string Write(Closure closure)
    {
        if (closure.From.TimeOfDay != LocalTime.Midnight || closure.To.TimeOfDay != LocalTime.Midnight)
        {
            return $"{Moment.Format(closure.From)}..{Moment.Format(closure.To)}";
        }

        var (first, last) = (closure.From.Date, closure.To.Date.PlusDays(-1));
        return first == last ? Day.Format(first) : $"{Day.Format(first)}..{Day.Format(last)}";
    }

    private static Closure? ReadOnce(AgreementNode item, string text)
    {
        var ends = text.Replace("–", "..", StringComparison.Ordinal).Split("..", StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || PointOf(ends[0]) is not { } start || PointOf(ends[^1]) is not { } end || (ends.Length == 1 && !start.IsDay))
        {
            item.Fault(AgreementFaultKind.NotADate, text);
            return null;
        }

        if (start.At < Earliest || end.At > Latest)
        {
            item.Fault(AgreementFaultKind.OutOfRange, text, $"{Day.Format(Earliest.Date)}..{Day.Format(Latest.Date)}");
            return null;
        }

        // The last day of a stretch is closed too; a time is the end itself.
        var to = end.IsDay ? end.At.PlusDays(1) : end.At;
        if (to > start.At)
        {
            return new(start.At, to);
        }

        item.Fault(AgreementFaultKind.EndNotAfterStart, text);
        return null;
    }

    private static (LocalDateTime At, bool IsDay)? PointOf(string text)
    {
        var parts = text.Split([' ', 'T'], 2, StringSplitOptions.TrimEntries);
        if (!Day.Parse(parts[0]).TryGetValue(default, out var date))
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return (date.AtMidnight(), true);
        }

        // The year is looked at later: after the very last day there is none for 24:00.
        return TimeText.Minutes(parts[1]) is { } minutes && date.Year < LocalDate.MaxIsoValue.Year ? (date.AtMidnight().PlusMinutes(minutes), false) : null;
    }
}
