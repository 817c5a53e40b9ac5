using NodaTime;
using TeamsBot.Domain.Sla;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>The days and hours on which nobody works: those of every year first.</summary>
internal static class ClosureWords
{
    // More are read in the document.
    private const int Most = 12;

    /// <summary>Null where there are none.</summary>
    public static string? Of(Closures closures, Moments moments)
    {
        var say = moments.Say;
        string[] all =
        [
            .. closures.EveryYear.Select(date => say.Text("agreement.everyYear", ("date", DayAndMonth(date, say)))),
            .. closures.Once.Select(closure => Once(closure, moments)),
        ];
        if (all.Length == 0)
        {
            return null;
        }

        var shown = string.Join(say.Text("list.comma"), all.Take(Most));
        return all.Length <= Most ? shown : say.Text("agreement.moreDates", ("dates", new Phrase(shown)), ("n", all.Length - Most));
    }

    private static Phrase DayAndMonth(AnnualDate date, Say say) =>
        say.Phrase("time.dayAndMonth", ("day", date.Day), ("month", new Phrase(say.Text("time.months").Split(' ')[date.Month - 1])));

    private static string Once(Closure closure, Moments moments)
    {
        var isDays = closure.From.TimeOfDay == LocalTime.Midnight && closure.To.TimeOfDay == LocalTime.Midnight;
        var (first, last) = isDays
            ? (moments.Date(closure.From.Date), moments.Date(closure.To.Date.PlusDays(-1)))
            : (At(closure.From, moments), At(closure.To, moments));
        return first == last ? first.Text : moments.Say.Text("calendar.days", ("first", first), ("last", last));
    }

    private static Phrase At(LocalDateTime at, Moments moments)
    {
        var time = at.TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return moments.Say.Phrase("time.day", ("date", moments.Date(at.Date)), ("time", new Phrase(moments.Say.Value(time))));
    }
}
