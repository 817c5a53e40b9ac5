using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>
/// A part of the agreement that was typed into a form, put into the agreement that is in force. It is read as the same part
/// of the document, so that both find the same faults at the same places.
/// </summary>
public static class AgreementForm
{
    public static AgreementReading Read(SlaAgreement current, TypedTargets typed, AgreementNames names)
    {
        var tiers = JsonText.Line([("hot", typed.Hot.Json()), ("warm", typed.Warm.Json()), ("cold", typed.Cold.Json())]);
        return Read(JsonText.Line([("tiers", tiers)]), names, read => current with { Hot = read.Hot, Warm = read.Warm, Cold = read.Cold });
    }

    public static AgreementReading Read(SlaAgreement current, TypedWorkingTime typed, AgreementNames names)
    {
        IReadOnlyList<HolidayRegion> regions =
            [.. current.Holidays.Concat(current.WorkingTimes.Values.SelectMany(calendar => calendar.Closed.Regions)).DistinctBy(region => region.Name)];
        var time = JsonText.Line([(SlaAgreement.DefaultWorkingTime, typed.Json(regions))]);
        var holidays = JsonText.Line(regions.Select(region => (region.Name, JsonText.List(0, ClosureText.Write(region.Dates).Select(JsonText.Quote)))));
        return Read(JsonText.Line([("workingTime", time), ("holidays", holidays)]), names, read =>
        {
            var calendar = read.WorkingTimes[SlaAgreement.DefaultWorkingTime];
            return typed.Channel is { } channel ? current.With(channel, calendar, names) : current.With(SlaAgreement.DefaultWorkingTime, calendar);
        });
    }

    // Neither channels nor people stand in these parts: the limit of a whole document is for what people write.
    private static AgreementReading Read(string json, AgreementNames names, Func<SlaAgreement, SlaAgreement> apply)
    {
        var ids = new AgreementNames(names.TimeZone);
        return AgreementDocument.Read(json, ids with { Today = names.Today }) switch
        {
            AgreementReading.Valid(var read) when apply(read) is var next => AgreementDocument.Read(AgreementDocument.Write(next, ids), ids) switch
            {
                AgreementReading.Valid => new AgreementReading.Valid(next),
                var tooMuch => tooMuch,
            },
            var faulty => faulty,
        };
    }

    private static SlaAgreement With(this SlaAgreement agreement, string name, WorkingCalendar calendar) =>
        agreement with { WorkingTimes = new Dictionary<string, WorkingCalendar>(agreement.WorkingTimes, StringComparer.Ordinal) { [name] = calendar } };

    // A channel that works as all others do needs no calendar of its own.
    private static SlaAgreement With(this SlaAgreement agreement, string channel, WorkingCalendar calendar, AgreementNames names)
    {
        var own = OwnCalendar(agreement, channel);
        var rest = agreement with
        {
            Channels = agreement.Channels.Where(other => other.Key != channel).ToDictionary(StringComparer.Ordinal),
            WorkingTimes = agreement.WorkingTimes.Where(time => time.Key != own).ToDictionary(StringComparer.Ordinal),
        };
        if (AreSame(calendar, rest.WorkingTimes[SlaAgreement.DefaultWorkingTime]))
        {
            return rest;
        }

        var name = own ?? NewName(rest, names.NameOf(channel));
        return rest.With(name, calendar) with { Channels = new Dictionary<string, ChannelTime>(rest.Channels, StringComparer.Ordinal) { [channel] = new(name, Zone: null) } };
    }

    /// <summary>The calendar that this channel alone has.</summary>
    private static string? OwnCalendar(SlaAgreement agreement, string channel) =>
        agreement.Channels.GetValueOrDefault(channel)?.WorkingTime is { } name
        && name != SlaAgreement.DefaultWorkingTime
        && agreement.Channels.Count(other => other.Value.WorkingTime == name) == 1
            ? name
            : null;

    private static string NewName(SlaAgreement agreement, string channel) =>
        Enumerable.Range(1, agreement.WorkingTimes.Count + 1).Select(number => number == 1 ? channel : $"{channel} {number}")
            .First(name => !agreement.WorkingTimes.Keys.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool AreSame(WorkingCalendar one, WorkingCalendar other)
    {
        var writer = new AgreementWriter(new AgreementNames(DateTimeZone.Utc));
        return writer.Calendar(one) == writer.Calendar(other);
    }
}
