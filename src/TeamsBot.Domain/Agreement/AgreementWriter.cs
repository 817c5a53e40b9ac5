using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>Writes an agreement, section by section; small things stand on one line.</summary>
internal sealed class AgreementWriter(AgreementNames names)
{
    /// <summary>What escalation steps are called in the text.</summary>
    public static readonly IReadOnlyDictionary<EscalationAction, string> Actions = new Dictionary<EscalationAction, string>
    {
        [EscalationAction.Remind] = "remind",
        [EscalationAction.Head] = "head",
        [EscalationAction.Next] = "next",
        [EscalationAction.NextChannel] = "nextChannel",
        [EscalationAction.CatchAll] = "catchAll",
    };

    public string Write(SlaAgreement agreement) => JsonText.Object(0, Sections(agreement)) + "\n";

    private IEnumerable<(string Name, string Json)> Sections(SlaAgreement agreement)
    {
        yield return ("tiers", JsonText.Object(1, Tiers(agreement)));
        yield return ("reminders", JsonText.List(1, agreement.Reminders.Select(percent => $"{percent}")));
        yield return ("workingTime", JsonText.Object(1, agreement.WorkingTimes.Select(time => (time.Key, Calendar(time.Value)))));
        if (Regions(agreement) is [_, ..] regions)
        {
            yield return ("holidays", JsonText.Object(1, regions.Select(region => (region.Name, Dates(2, region.Dates)))));
        }

        if (agreement.Channels.Count > 0)
        {
            yield return ("channels", JsonText.Object(1, agreement.Channels.Select(channel => (names.NameOf(channel.Key), Channel(channel.Value)))));
        }

        yield return ("escalation", JsonText.List(1, agreement.Escalation.Select(Step)));
        yield return ("rejections", RejectionText.Write(agreement.Rejections));
        yield return ("quietHours", JsonText.Quote(Quiet(agreement.Quiet)));
        if (agreement.CatchAll is { } person)
        {
            yield return ("catchAll", JsonText.Quote(names.NameOf(person)));
        }

        if (agreement.Promise is { } promise)
        {
            var acceptance = JsonText.Quote($"{promise.AcceptancePercent}%");
            yield return ("promise", JsonText.Line([("leadsPerMonth", $"{promise.LeadsPerMonth}"), ("acceptance", acceptance)]));
        }

        if (RubricText.Write(agreement.Rubric) is { } scoring)
        {
            yield return ("scoring", scoring);
        }

        if (new RoutingText(names).Write(agreement.Routing) is { } routing)
        {
            yield return ("routing", routing);
        }
    }

    private static IEnumerable<(string Name, string Json)> Tiers(SlaAgreement agreement) =>
    [
        ("hot", JsonText.Line([("fromScore", $"{agreement.Hot.FromScore}"), .. Targets(agreement.Hot)])),
        ("warm", JsonText.Line([("fromScore", $"{agreement.Warm.FromScore}"), .. Targets(agreement.Warm)])),
        ("cold", JsonText.Line(Targets(agreement.Cold))),
    ];

    private static IEnumerable<(string Name, string Json)> Targets(TierTerms terms) =>
        [("accept", JsonText.Quote(DurationText.Write(terms.Accept))), ("contact", JsonText.Quote(DurationText.Write(terms.Contact)))];

    private static IReadOnlyList<HolidayRegion> Regions(SlaAgreement agreement) =>
        [.. agreement.Holidays.Concat(agreement.WorkingTimes.Values.SelectMany(calendar => calendar.Closed.Regions)).DistinctBy(region => region.Name)];

    /// <summary>A calendar as the value of its name.</summary>
    public string Calendar(WorkingCalendar calendar) => calendar.IsAlways && calendar.Closed.Regions.Count == 0 && calendar.Zone.Id == names.TimeZone.Id
        ? JsonText.Quote(WeekReader.Always)
        : JsonText.Object(2, Parts(calendar));

    private static IEnumerable<(string Name, string Json)> Parts(WorkingCalendar calendar)
    {
        yield return ("timeZone", JsonText.Quote(calendar.Zone.Id));
        yield return ("week", calendar.Week.IsAlways
            ? JsonText.Quote(WeekReader.Always)
            : JsonText.Object(3, WeekWriter.Write(calendar.Week).Select(days => (days.Days, JsonText.Quote(days.Hours)))));
        if (calendar.Closed.Regions is [_, ..] regions)
        {
            yield return ("holidays", JsonText.List(3, regions.Select(region => JsonText.Quote(region.Name))));
        }

        if (!calendar.Closed.Own.IsNone)
        {
            yield return ("closed", Dates(3, calendar.Closed.Own));
        }
    }

    private static string Dates(int depth, Closures closures) => JsonText.List(depth, ClosureText.Write(closures).Select(JsonText.Quote));

    private static string Channel(ChannelTime time) => JsonText.Line(
    [
        .. time.WorkingTime is { } calendar ? [("workingTime", JsonText.Quote(calendar))] : Array.Empty<(string, string)>(),
        .. time.Zone is { } zone ? [("timeZone", JsonText.Quote(zone.Id))] : Array.Empty<(string, string)>(),
    ]);

    private static string Quiet(QuietHours? quiet) => quiet is null || quiet.From == quiet.To
        ? WeekReader.None
        : $"{TimeText.Write(quiet.From)}-{TimeText.WriteEnd(quiet.To)}";

    private static string Step(EscalationStep step) =>
        JsonText.Line([("after", JsonText.Quote(DurationText.Write(step.After))), ("do", JsonText.Quote(Actions[step.Do]))]);
}
