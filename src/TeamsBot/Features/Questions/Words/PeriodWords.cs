using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Text;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Features.Questions;

/// <summary>Stretches of days as people name them, in the shortest way that is exact.</summary>
internal static class PeriodWords
{
    /// <summary>As a name: "March 2018", "Q2 2017", "1 March 2018 – 15 April 2018".</summary>
    public static Phrase Name(Period? period, Say say) => Of(period, say, Names);

    /// <summary>In a sentence: "in March 2018", "from 1 March 2018 to 15 April 2018"; empty for all time.</summary>
    public static Phrase In(Period? period, Say say) => period is null ? new("") : Of(period, say, InSentences);

    /// <summary>A label of a group by time, such as 2018-03, as a reader names it; other text as it is.</summary>
    public static Phrase Label(string dimension, string label, Say say) => (dimension, label.Split('-')) switch
    {
        ("day", _) when LocalDatePattern.Iso.Parse(label) is { Success: true, Value: var day } => Date(day, say),
        ("week", [var year, ['W', .. var week]]) => say.Phrase("period.week", ("week", new Phrase(week.TrimStart('0'))), ("year", new Phrase(year))),
        ("month", [var year, var month]) when int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 => Month(Names, year, number, say),
        ("quarter", [var year, ['Q', .. var quarter]]) => say.Phrase("period.quarter", ("quarter", new Phrase(quarter)), ("year", new Phrase(year))),
        ("year", [var year]) when year.All(char.IsAsciiDigit) => say.Phrase("period.year", ("year", new Phrase(year))),
        _ => new(say.Value(label)),
    };

    /// <summary>A label as <see cref="Label"/> for an axis, where months are short: "Jan", "Jan 18".</summary>
    public static string OnAxis(string dimension, string label, bool isOfOneYear, Say say) =>
        dimension == "month" && label.Split('-') is [{ Length: 4 } year, var month] && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12
            ? $"{say.Text("time.months").Split(' ')[number - 1]}{(isOfOneYear ? "" : $" {year[2..]}")}"
            : Label(dimension, label, say).Text;

    public static Phrase Date(LocalDate date, Say say) => say.Phrase(
        "period.date", ("day", new Phrase(Digits(date.Day))), ("month", new Phrase(Part(say, "period.monthsOf", date.Month))), ("year", Year(date)));

    private static Phrase Of(Period? period, Say say, Keys keys) => period switch
    {
        null or { From: null, To: null } => say.Phrase("period.all"),
        { From: { } since, To: null } => say.Phrase("period.since", ("date", Date(since, say))),
        { From: null, To: { } before } => say.Phrase("period.before", ("date", Date(before, say))),
        { From: { } from, To: { } to } => Between(from, to, say, keys),
    };

    private static Phrase Between(LocalDate from, LocalDate to, Say say, Keys keys)
    {
        var isFirst = from.Day == 1;
        if (to == from.PlusDays(1))
        {
            return say.Phrase(keys.Day, ("date", Date(from, say)));
        }

        return from.Month switch
        {
            1 when isFirst && to == from.PlusYears(1) => say.Phrase(keys.Year, ("year", Year(from))),
            1 when isFirst && to == from.PlusMonths(6) => say.Phrase(keys.FirstHalf, ("year", Year(from))),
            7 when isFirst && to == from.PlusMonths(6) => say.Phrase(keys.SecondHalf, ("year", Year(from))),
            1 or 4 or 7 or 10 when isFirst && to == from.PlusMonths(3) => say.Phrase(keys.Quarter, ("quarter", new Phrase(Digits((from.Month + 2) / 3))), ("year", Year(from))),
            _ when isFirst && to == from.PlusMonths(1) => Month(keys, Digits(from.Year), from.Month, say),
            _ => say.Phrase(keys.Range, ("from", Date(from, say)), ("to", Date(to.PlusDays(-1), say))),
        };
    }

    private static Phrase Month(Keys keys, string year, int month, Say say) =>
        say.Phrase("period.month", ("month", new Phrase(Part(say, keys.Months, month))), ("year", new Phrase(year)));

    private static string Part(Say say, string key, int number) => say.Text(key).Split('|')[number - 1];

    private static Phrase Year(LocalDate date) => new(Digits(date.Year));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static readonly Keys Names = new(
        "period.monthNames", "period.day", "period.year", "period.firstHalf", "period.secondHalf", "period.quarter", "period.range");

    private static readonly Keys InSentences = new(
        "period.monthsIn", "period.onDay", "period.inYear", "period.inFirstHalf", "period.inSecondHalf", "period.inQuarter", "period.fromTo");

    private sealed record Keys(string Months, string Day, string Year, string FirstHalf, string SecondHalf, string Quarter, string Range);
}
