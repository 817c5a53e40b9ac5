using System.Globalization;
using TeamsBot.Domain.Sla;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>How the SLA's cards speak of days, clocks and tiers.</summary>
internal static class SlaWords
{
    /// <summary>"Nov 2026", "Q4 2026", "all time", and both days for other stretches.</summary>
    public static Phrase Of(DaySpan days, Moments moments)
    {
        var say = moments.Say;
        if (days.From is not { } from)
        {
            return say.Phrase("sla.allTime");
        }

        var year = new Phrase(from.Year.ToString(CultureInfo.InvariantCulture));
        if (days == DaySpan.Of(ReportPeriod.ThisMonth, from))
        {
            return moments.Month(from.ToYearMonth());
        }

        return days == DaySpan.Of(ReportPeriod.ThisQuarter, from)
            ? say.Phrase("sla.quarter", ("quarter", (from.Month + 2) / 3), ("year", year))
            : say.Phrase("sla.days", ("from", moments.Date(from)), ("to", moments.Date(days.To.PlusDays(-1))));
    }

    public static string Clock(ClockKind kind, Say say) => say.Text(kind == ClockKind.Accept ? "sla.clockAccept" : "sla.clockContact");

    /// <summary>The words for a period after a command.</summary>
    public static Phrase After(ReportPeriod period, Say say) => say.Phrase(Key(period));

    /// <summary>The same on a button.</summary>
    public static string Button(ReportPeriod period, Say say) => say.Text(period switch
    {
        ReportPeriod.ThisMonth => "button.thisMonth",
        ReportPeriod.LastMonth => "button.lastMonth",
        ReportPeriod.ThisQuarter => "button.thisQuarter",
        ReportPeriod.LastQuarter => "button.lastQuarter",
        ReportPeriod.Last30Days => "button.last30Days",
        _ => "button.allTime",
    });

    private static string Key(ReportPeriod period) => period switch
    {
        ReportPeriod.ThisMonth => "sla.sayThisMonth",
        ReportPeriod.LastMonth => "sla.sayLastMonth",
        ReportPeriod.ThisQuarter => "sla.sayThisQuarter",
        ReportPeriod.LastQuarter => "sla.sayLastQuarter",
        ReportPeriod.Last30Days => "sla.sayLast30Days",
        _ => "sla.sayAllTime",
    };
}
