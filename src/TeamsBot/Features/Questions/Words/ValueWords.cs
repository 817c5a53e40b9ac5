using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Questions;
using TeamsBot.Domain.Sla;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>Cells of a table as the reader writes them.</summary>
internal static class ValueWords
{
    private const string Missing = "–";

    /// <summary>A cell in the unit of its column.</summary>
    /// <param name="currency">ISO code of amounts; null where they have none or several.</param>
    public static string Of(object? cell, Unit unit, string? currency, Wording wording) => cell switch
    {
        null => Missing,
        string text => Text(text, unit, wording),
        _ when Number(cell) is { } number && double.IsFinite(number) => Of(number, unit, currency, wording),
        _ => Missing,
    };

    /// <summary>The same where it is said nearby that time is working time.</summary>
    public static string Short(object? cell, Unit unit, string? currency, Wording wording) => unit == Unit.Minutes && Number(cell) is { } minutes && double.IsFinite(minutes)
        ? wording.Moments.InHours(Duration.FromMinutes(Math.Round(minutes))).Text
        : Of(cell, unit, currency, wording);

    /// <summary>A cell of a figure's group: time in words, Baton's own words translated, what is stored as it is.</summary>
    public static string Group(object? cell, string dimension, Wording wording) => cell is not string text || text is "" or Dimensions.None
        ? wording.Say.Text("value.none")
        : Dimensions.IsOfTime(dimension) ? PeriodWords.Label(dimension, text, wording.Say).Text : Value(dimension, text, wording.Say);

    /// <summary>A value of a filter or a group.</summary>
    public static string Value(string dimension, string value, Say say) => (dimension, value) switch
    {
        (_, Dimensions.None) => say.Text("value.none"),
        ("stage", _) when StageWords.Find(value) is { } stage => StageWords.Of(stage, say),
        ("tier", _) when Enum.TryParse<Tier>(value, ignoreCase: true, out var tier) && !char.IsAsciiDigit(value[0]) => TierWords.Of(tier, say),
        ("status", _) => Status(value, say),
        _ => say.Value(value),
    };

    /// <summary>The cell as a number; null for text and for no value.</summary>
    public static double? Number(object? cell) => cell switch
    {
        double number => number,
        long number => number,
        int number => number,
        decimal number => (double)number,
        _ => null,
    };

    private static string Of(double number, Unit unit, string? currency, Wording wording) => unit switch
    {
        Unit.Currency => Money(number, currency, wording.Say),
        Unit.Ratio => wording.Say.Percent(number, 1),
        Unit.Days => Days(number, wording.Say),
        Unit.Minutes => wording.Moments.Working(Duration.FromMinutes(Math.Round(number))).Text,
        _ => wording.Say.Decimal(number, 2),
    };

    private static string Text(string text, Unit unit, Wording wording)
    {
        if (text.Length == 0)
        {
            return Missing;
        }

        if (unit != Unit.Date)
        {
            return wording.Say.Value(text);
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? PeriodWords.Date(day, wording.Say).Text
            : InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at } ? wording.Moments.At(at).Text
            : wording.Say.Value(text);
    }

    private static string Days(double days, Say say) => days == Math.Truncate(days) && days >= 0
        ? say.Text("duration.days", ("n", (long)days))
        : say.Text("value.partDays", ("number", new Phrase(say.Decimal(days, 1))));

    // Cents matter in small amounts; in large ones they would hide the number.
    private static string Money(double amount, string? currency, Say say)
    {
        var number = say.Decimal(amount, Math.Abs(amount) < 10_000 && amount != Math.Truncate(amount) ? 2 : 0, allDecimals: true);
        return currency is null ? number : say.Text(CurrencyKey(currency, say), ("amount", new Phrase(number)), ("code", new Phrase(currency)));
    }

    // Where the sign of a currency is understood in the reader's language, it stands; else its code.
    private static string CurrencyKey(string currency, Say say) => say.IsRightToLeft ? "money.code" : currency switch
    {
        "USD" => "money.usd",
        "EUR" => "money.eur",
        "GBP" => "money.gbp",
        "PLN" => "money.pln",
        "CNY" => "money.cny",
        "BRL" => "money.brl",
        _ => "money.code",
    };

    private static string Status(string value, Say say) => value.ToUpperInvariant() switch
    {
        "OPEN" => say.Text("status.open"),
        "WON" => say.Text("status.won"),
        "LOST" => say.Text("status.lost"),
        "WAITING" or "PENDING" => say.Text("status.waiting"),
        "ACCEPTED" => say.Text("status.accepted"),
        "REJECTED" => say.Text("status.rejected"),
        _ => say.Value(value),
    };
}
