using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Values that a table has no type for. Money is kept as text, since a double would not give back what was written.</summary>
internal static class RowValues
{
    public static string? Write(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    public static string? Write(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    public static decimal? GetDecimal(this TableEntity row, string name) =>
        row.GetString(name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public static LocalDate? GetDay(this TableEntity row, string name) =>
        row.GetString(name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    public static Instant? GetInstant(this TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } at ? Instant.FromDateTimeOffset(at) : null;
}
