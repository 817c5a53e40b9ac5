using NodaTime;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Campaigns;

/// <summary>When each channel gets a card and its notes, by its own clock.</summary>
public sealed class AnnouncementScheduleTests
{
    [Fact]
    public void Without_a_time_it_is_posted_at_once_everywhere()
    {
        AnnouncementSchedule.PostAt(Dock.Announced, Dock.CalendarOf("dach")).ShouldBe(Dock.Now);
        AnnouncementSchedule.PostAt(Dock.Announced, Dock.CalendarOf("us")).ShouldBe(Dock.Now);
    }

    [Fact]
    public void A_time_is_meant_by_the_clock_of_each_channel()
    {
        var announced = Posting("2026-11-19", "10:30");

        AnnouncementSchedule.PostAt(announced, Dock.CalendarOf("dach")).ShouldBe(Dock.At(Dock.Warsaw, 11, 19, 10, 30));
        AnnouncementSchedule.PostAt(announced, Dock.CalendarOf("us")).ShouldBe(Dock.At(Dock.NewYork, 11, 19, 10, 30));
    }

    [Fact]
    public void A_time_outside_of_work_waits_for_the_next_working_time() =>
        AnnouncementSchedule.PostAt(Posting("2026-11-20", "19:00"), Dock.CalendarOf("dach")).ShouldBe(Dock.At(Dock.Warsaw, 11, 23, 9));

    [Fact]
    public void A_time_that_was_before_the_announcement_is_now() =>
        AnnouncementSchedule.PostAt(Posting("2026-11-05", "09:00"), Dock.CalendarOf("dach")).ShouldBe(Dock.Now);

    [Fact]
    public void Before_a_weekend_that_is_its_end_it_is_posted_in_the_evening_rather_than_never()
    {
        var weekend = Announced(Dock.Form.With(AnnouncementForm.StartsOn, "2026-11-06").With(AnnouncementForm.EndsOn, "2026-11-07")
            .With(AnnouncementForm.PostDate, "2026-11-06").With(AnnouncementForm.PostTime, "18:00"));

        AnnouncementSchedule.PostAt(weekend, Dock.CalendarOf("dach")).ShouldBe(Dock.At(Dock.Warsaw, 11, 6, 18));
    }

    // 02:30 on 29 March 2026 is skipped in Warsaw; clocks show 02:30 on 25 October twice.
    [Theory]
    [InlineData("2026-03-29", 1, 0)]
    [InlineData("2026-10-25", 0, 30)]
    public void On_the_day_on_which_clocks_change_there_is_one_moment(string date, int utcHour, int utcMinute)
    {
        var day = AnnouncementContent.Of(AnnouncementForm.Empty.With(AnnouncementForm.StartsOn, date)).StartsOn!.Value;
        var announced = Announced(Dock.Form.With(AnnouncementForm.PostDate, date).With(AnnouncementForm.PostTime, "02:30")
            .With(AnnouncementForm.EndsOn, "2026-12-18")) with { AnnouncedAt = Instant.FromUtc(2026, 1, 1, 0, 0) };

        AnnouncementSchedule.PostAt(announced, WorkingCalendar.Always(Dock.Warsaw)).ShouldBe(Instant.FromUtc(day.Year, day.Month, day.Day, utcHour, utcMinute));
    }

    [Fact]
    public void The_start_is_told_on_the_working_day_before_and_again_when_it_is_there()
    {
        // It starts on a Monday: the working day before is the Friday.
        Note(AnnouncementNote.Soon).ShouldBe(Dock.At(Dock.Warsaw, 11, 20, 9));
        Note(AnnouncementNote.Live).ShouldBe(Dock.At(Dock.Warsaw, 11, 23, 9));
        Note(AnnouncementNote.Soon, "us").ShouldBe(Dock.At(Dock.NewYork, 11, 20, 9));
    }

    [Fact]
    public void Results_come_on_the_working_day_after_the_end() => Note(AnnouncementNote.Results).ShouldBe(Dock.At(Dock.Warsaw, 12, 21, 9));

    [Fact]
    public void What_the_card_itself_tells_is_not_told_again()
    {
        var live = Announced(Dock.Form.With(AnnouncementForm.StartsOn, "2026-11-02"));

        AnnouncementSchedule.NoteAt(live, AnnouncementNote.Soon, Dock.CalendarOf("dach"), Dock.Now).ShouldBeNull();
        AnnouncementSchedule.NoteAt(live, AnnouncementNote.Live, Dock.CalendarOf("dach"), Dock.Now).ShouldBeNull();
        AnnouncementSchedule.NoteAt(live, AnnouncementNote.Results, Dock.CalendarOf("dach"), Dock.Now).ShouldNotBeNull();
    }

    [Fact]
    public void A_campaign_that_was_ended_early_has_its_results_early_and_one_that_was_withdrawn_none()
    {
        var ended = Dock.Announced with { EndedOn = new LocalDate(2026, 11, 25) };
        var withdrawn = Dock.Announced with { Status = AnnouncementStatus.Withdrawn };

        AnnouncementSchedule.NoteAt(ended, AnnouncementNote.Results, Dock.CalendarOf("dach"), Dock.Now).ShouldBe(Dock.At(Dock.Warsaw, 11, 26, 9));
        AnnouncementSchedule.NoteAt(withdrawn, AnnouncementNote.Results, Dock.CalendarOf("dach"), Dock.Now).ShouldBeNull();
    }

    [Fact]
    public void A_weekend_campaign_has_no_note_that_it_is_live_after_it_is_over()
    {
        var weekend = Announced(Dock.Form.With(AnnouncementForm.StartsOn, "2026-11-21").With(AnnouncementForm.EndsOn, "2026-11-22"));

        AnnouncementSchedule.NoteAt(weekend, AnnouncementNote.Live, Dock.CalendarOf("dach"), Dock.Now).ShouldBeNull();
        AnnouncementSchedule.NoteAt(weekend, AnnouncementNote.Soon, Dock.CalendarOf("dach"), Dock.Now).ShouldBe(Dock.At(Dock.Warsaw, 11, 20, 9));
    }

    // At 23:30 on the 18th in New York it is the 19th in Warsaw.
    [Fact]
    public void Whether_it_is_over_depends_on_the_zone()
    {
        var late = Dock.At(Dock.NewYork, 12, 18, 23, 30);

        Dock.Announced.PhaseAt(late, Dock.NewYork).ShouldBe(CampaignPhase.Live);
        Dock.Announced.PhaseAt(late, Dock.Warsaw).ShouldBe(CampaignPhase.Over);
        Dock.Announced.PhaseAt(Dock.At(Dock.Shanghai, 11, 23, 0), Dock.Shanghai).ShouldBe(CampaignPhase.Live);
        Dock.Announced.PhaseAt(Dock.At(Dock.Shanghai, 11, 23, 0), Dock.Warsaw).ShouldBe(CampaignPhase.Coming);
    }

    private static Instant? Note(AnnouncementNote note, string channel = "dach") => AnnouncementSchedule.NoteAt(Dock.Announced, note, Dock.CalendarOf(channel), Dock.Now);

    private static Announcement Posting(string date, string time) => Announced(Dock.Form.With(AnnouncementForm.PostDate, date).With(AnnouncementForm.PostTime, time));

    private static Announcement Announced(AnnouncementForm form) => Dock.Announced with { Published = form };
}
