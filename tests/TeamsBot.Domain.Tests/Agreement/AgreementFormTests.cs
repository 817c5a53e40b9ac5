using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Agreement;

/// <summary>Parts that are typed into a form, on an agreement that uses every section.</summary>
public sealed class AgreementFormTests
{
    private static readonly SlaAgreement Agreed = AgreementCast.Read(AgreementCast.Text);

    private static readonly (string, string)[] Mornings = [("mon-fri", "08:00-12:00")];

    [Fact]
    public void What_stands_in_a_form_is_what_is_in_force() =>
        AgreementDocument.AreSame(Read(AgreementForm.Read(Agreed, TypedTargets.Of(Agreed), AgreementCast.Names)), Agreed).ShouldBeTrue();

    [Fact]
    public void The_default_calendar_is_changed_and_keeps_the_regions_that_are_named()
    {
        var read = Read(AgreementForm.Read(Agreed, new TypedWorkingTime(null, Mornings, "Europe/Warsaw", ["pl", "2026-12-24"]), AgreementCast.Names));

        read.WorkingTimes.Keys.ShouldBe(Agreed.WorkingTimes.Keys, ignoreOrder: true);
        var calendar = read.WorkingTimes[SlaAgreement.DefaultWorkingTime];
        TypedWorkingTime.ClosedOf(calendar).ShouldBe(["PL", "2026-12-24"]);
        calendar.OpenOn(new LocalDate(2027, 5, 3)).ShouldBeEmpty();
        calendar.OpenOn(new LocalDate(2027, 5, 4)).Single().Duration.ShouldBe(Duration.FromHours(4));
        read.Holidays.ShouldBe(Agreed.Holidays);
    }

    [Fact]
    public void A_channel_gets_a_calendar_of_its_own_that_is_named_after_it()
    {
        var read = Read(AgreementForm.Read(Agreed, new TypedWorkingTime(AgreementCast.Dach.Id, Mornings, "Europe/Berlin", []), AgreementCast.Names));

        read.Channels[AgreementCast.Dach.Id].ShouldBe(new ChannelTime("Sales DACH", null));
        read.CalendarOf(AgreementCast.Dach.Id).Zone.Id.ShouldBe("Europe/Berlin");
        read.CalendarOf("another").OpenOn(new LocalDate(2026, 3, 2)).Count().ShouldBe(2);
    }

    [Fact]
    public void A_calendar_that_a_channel_has_alone_is_changed_in_place()
    {
        var read = Read(AgreementForm.Read(Agreed, new TypedWorkingTime(AgreementCast.Gulf.Id, null, "Asia/Riyadh", []), AgreementCast.Names));

        read.Channels[AgreementCast.Gulf.Id].WorkingTime.ShouldBe("Gulf");
        read.WorkingTimes["Gulf"].IsAlways.ShouldBeTrue();
    }

    [Fact]
    public void A_channel_that_works_like_all_others_is_not_named_any_more()
    {
        var calendar = Agreed.WorkingTimes[SlaAgreement.DefaultWorkingTime];
        (string, string)[] week = [("mon-thu", "09:00-12:00, 13:00-17:00"), ("fri", "9:00-15:00")];

        var read = Read(AgreementForm.Read(Agreed, new TypedWorkingTime(AgreementCast.Gulf.Id, week, "Europe/Warsaw", [.. TypedWorkingTime.ClosedOf(calendar)]), AgreementCast.Names));

        read.Channels.Keys.ShouldBe([AgreementCast.Dach.Id]);
        read.WorkingTimes.Keys.ShouldNotContain("Gulf");
    }

    [Fact]
    public void More_calendars_than_a_document_may_have_are_refused()
    {
        var many = Enumerable.Range(0, 47).ToDictionary(number => $"c{number}", _ => WorkingCalendar.Always(DateTimeZone.Utc), StringComparer.Ordinal);
        var full = Agreed with { WorkingTimes = Agreed.WorkingTimes.Where(time => time.Key is not "nights").Concat(many).ToDictionary(StringComparer.Ordinal) };

        AgreementCast.FaultsOf(AgreementForm.Read(full, new TypedWorkingTime("19:new", Mornings, "UTC", []), AgreementCast.Names))[0].Kind.ShouldBe(AgreementFaultKind.TooLarge);
    }

    [Fact]
    public void Faults_have_the_places_that_they_have_in_the_document()
    {
        var typed = new TypedTargets(new("", "soon", "2h"), new("45", "4h", null), new(null, "8h", "24h"));
        Places(AgreementForm.Read(Agreed, typed, AgreementCast.Names)).ShouldBe(["tiers.hot.fromScore Missing", "tiers.hot.accept NotADuration", "tiers.warm.contact Missing"]);
        Places(AgreementForm.Read(Agreed, new TypedWorkingTime(null, [], "Mars", ["x"]), AgreementCast.Names))
            .ShouldBe(["workingTime.default.timeZone NotAZone", "workingTime.default.week Missing", "workingTime.default.closed[0] NotADate"]);
    }

    private static IEnumerable<string> Places(AgreementReading reading) => AgreementCast.FaultsOf(reading).Select(fault => $"{fault.Path} {fault.Kind}");

    private static SlaAgreement Read(AgreementReading reading) => reading.ShouldBeOfType<AgreementReading.Valid>().Agreement;
}
