using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Tests.Campaigns;

/// <summary>A campaign that everything is right with, and the people around it. It is Thursday, 5 November 2026, noon in Warsaw.</summary>
internal static class Dock
{
    public static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    public static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    public static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static readonly Instant Now = Instant.FromUtc(2026, 11, 5, 11, 0);

    public static readonly Actor Mia = new(new PersonRef(new PersonId("mia"), "Mia Chen"), Roles.Marketer);
    public static readonly Actor Ben = new(new PersonRef(new PersonId("ben"), "Ben Ortiz"), Roles.Rep);
    public static readonly Actor Wei = new(new PersonRef(new PersonId("wei"), "Wei Zhang"), Roles.Manager);
    public static readonly Actor OtherMarketer = new(new PersonRef(new PersonId("olga"), "Olga Nowak"), Roles.Marketer);

    public static readonly AnnouncementForm Form = AnnouncementForm.Empty
        .With(AnnouncementForm.Name, "Dock Delays 2026")
        .With(AnnouncementForm.StartsOn, "2026-11-23")
        .With(AnnouncementForm.EndsOn, "2026-12-18")
        .With(AnnouncementForm.SalesChannels, "dach,us");

    public static AnnouncementContext Context { get; } = new(
        new Organisation("t") { TimeZone = Warsaw, SalesChannels = [new("dach", "team-1", "DACH", ""), new("us", "team-2", "US", "")] },
        Now,
        CalendarOf,
        id => id.Value is "mia" or "wei");

    public static Announcement Announced { get; } = ((AnnouncementDecision.Applied)Draft(Form).Announce(Mia, Context, null)).After;

    public static Announcement Draft(AnnouncementForm form) => new("A-1", "t", Mia.Person) { Draft = form };

    public static WorkingCalendar CalendarOf(string channel) => WorkingCalendar.Of(channel == "us" ? NewYork : Warsaw, WorkingWeek.NineToFive);

    public static Instant At(DateTimeZone zone, int month, int day, int hour, int minute = 0) => new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(zone).ToInstant();
}
