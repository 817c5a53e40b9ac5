using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Agreement;

public sealed class ChangingTests : AgreementTest
{
    private static readonly (string, string)[] Targets =
    [
        ("hot.fromScore", "85"), ("hot.accept", "20 min"), ("hot.contact", "1 godz. 30 min"),
        ("warm.fromScore", "45"), ("warm.accept", "3 小时"), ("warm.contact", "6 ساعات"), ("cold.accept", "1h30m"), ("cold.contact", "24h"),
    ];

    [Fact]
    public async Task Targets_are_changed_in_a_form_in_any_language()
    {
        var form = await Form("Change targets…");
        form.Filled("hot.accept").ShouldBe("30m");
        form.Filled("warm.fromScore").ShouldBe("50");

        var saved = Here(await Max.Clicks(form, "Save", Targets));

        saved.Says("Version 1 is in force").ShouldBeTrue();
        saved.Says("20 minutes").ShouldBeTrue();
        saved.Says("Running clocks keep the version").ShouldBeTrue();
        var agreement = await InForce();
        agreement.ChangedBy!.Name.ShouldBe("Max Moor");
        (agreement.Hot, agreement.Warm, agreement.Cold).ShouldBe((
            new TierTerms(85, Duration.FromMinutes(20), Duration.FromMinutes(90)),
            new TierTerms(45, Duration.FromHours(3), Duration.FromHours(6)),
            new TierTerms(0, Duration.FromMinutes(90), Duration.FromHours(24))));
    }

    [Fact]
    public async Task What_is_wrong_is_said_field_by_field_and_what_was_typed_stays()
    {
        var form = await Form("Change targets…");

        var again = Here(await Max.Clicks(form, "Save", [.. Targets[..1], ("hot.accept", "soon"), .. Targets[2..3], ("warm.fromScore", "90"), ("warm.accept", "1.5h"), .. Targets[6..]]));

        again.Says("3 things to correct").ShouldBeTrue();
        again.Says("Hot, accept: “soon” is not a length of time").ShouldBeTrue();
        again.Says("Warm, accept: “1.5h” is not a length of time").ShouldBeTrue();
        again.Says("Warm, contact: this is missing.").ShouldBeTrue();
        again.Filled("hot.accept").ShouldBe("soon");
        again.Filled("hot.contact").ShouldBe("1 godz. 30 min");
        (await InForce()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Handoffs_from_now_on_go_by_it_and_running_clocks_keep_theirs()
    {
        var card = await HandedOff();
        await Max.Clicks(await Form("Change targets…"), "Save", Targets);
        await Mia.Says("hand off L-2");
        await Sales.NextCard();

        (await App.Records.Handoff(card.Handoff)).AcceptClock.Agreement.ShouldBe(0);
        (await App.Records.Handoff("L-2~1")).AcceptClock.ShouldSatisfyAllConditions(
            clock => clock.Agreement.ShouldBe(1), clock => clock.Target.ShouldBe(Duration.FromHours(3)));
    }

    [Fact]
    public async Task Two_clicks_make_one_version()
    {
        var form = await Form("Change targets…");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Max.Clicks(form, "Save", Targets)));

        answers.ShouldAllBe(answer => answer.Card!.Says("Version 1 is in force"));
        (await InForce()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_slower_of_two_managers_hears_who_was_faster()
    {
        var form = await Form("Change targets…");
        var ada = App.As(FakeTeam.Admin);
        await ada.Clicks(form, "Save", [.. Targets[..7], ("cold.contact", "30h")]);

        var answer = Here(await Max.Clicks(form, "Save", Targets));

        answer.Says("Ada Admin changed it meanwhile (version 1)").ShouldBeTrue();
        answer.Filled("cold.contact").ShouldBe("30h");
        (await InForce()).Cold.Contact.ShouldBe(Duration.FromHours(30));
        await Max.Clicks(answer, "Save", Targets);
        (await InForce()).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Working_time_is_changed_for_all()
    {
        var form = await Form("Change working time…");
        form.Filled("week").ShouldBe("Mon–Fri 09:00–17:00");

        var saved = Here(await Max.Clicks(
            form, "Save", ("week", "pon.–czw. 9-12, 13:00–17.00; Fri 9:00–15:00"), ("timeZone", "europe/berlin"), ("closed", "05-01\n2026-12-24..2026-12-26")));

        saved.Says("Mon–Thu 09:00–12:00, 13:00–17:00; Fri 09:00–15:00 (Europe/Berlin)").ShouldBeTrue();
        var calendar = (await InForce()).WorkingTimes[SlaAgreement.DefaultWorkingTime];
        calendar.Zone.Id.ShouldBe("Europe/Berlin");
        calendar.OpenOn(new LocalDate(2027, 5, 1)).ShouldBeEmpty();
        var details = (await Max.Clicks(saved with { ConversationId = Manager.PersonalChatId, ActivityId = "1" }, "Details")).Card!;
        details.Says("1 May every year, Thu 24 Dec–Sat 26 Dec").ShouldBeTrue();
    }

    [Fact]
    public async Task Working_time_is_changed_for_one_channel_and_back()
    {
        await App.Records.SetUp(new SalesChannel("19:gulf@thread.tacv2", FakeTeam.TeamId, "Gulf", ""));
        var choice = await Form("Change working time…");
        choice.Says("Whose working time?").ShouldBeTrue();
        var form = Here(await Max.Clicks(choice, "Continue", ("channel", "19:gulf@thread.tacv2")));
        form.Says("Working time of Gulf").ShouldBeTrue();

        var saved = Here(await Max.Clicks(form, "Save", ("week", "الأحد–الخميس ٠٨:٠٠–١٦:٠٠"), ("timeZone", "Asia/Riyadh")));

        saved.Says("Sun–Thu 08:00–16:00 (Asia/Riyadh)").ShouldBeTrue();
        var agreement = await InForce();
        agreement.CalendarOf("19:gulf@thread.tacv2").Zone.Id.ShouldBe("Asia/Riyadh");
        agreement.CalendarOf(FakeTeam.SalesChannelId).Zone.Id.ShouldBe("Europe/Warsaw");

        var again = Here(await Max.Clicks(await Form("Change working time…"), "Continue", ("channel", "19:gulf@thread.tacv2")));
        again.Filled("week").ShouldBe("Sun–Thu 08:00–16:00");
        await Max.Clicks(again, "Save", ("week", "Mon-Fri 09:00-17:00"), ("timeZone", "Europe/Warsaw"));
        agreement = await InForce();
        agreement.Channels.ShouldBeEmpty();
        agreement.WorkingTimes.Keys.ShouldBe([SlaAgreement.DefaultWorkingTime]);
    }

    [Theory]
    [InlineData("Mon-Fri 9:00-17:00, Fryday 9:00-12:00", "UTC", "", "Days and hours: “Fryday” is not a day")]
    [InlineData("Mon-Fri", "UTC", "", "does not say from when to when")]
    [InlineData("", "UTC", "", "this is missing")]
    [InlineData("Mon 9:00-9:30", "UTC", "", "less than an hour of working time a week")]
    [InlineData("always", "Europe/Warschau", "", "Time zone: “Europe/Warschau” is not a time zone")]
    [InlineData("always", "UTC", "24.12.2026", "Days off: “24.12.2026” is not a date")]
    public async Task Working_time_that_cannot_be_is_refused_with_the_reason(string week, string zone, string closed, string reason)
    {
        var form = await Form("Change working time…");

        var again = Here(await Max.Clicks(form, "Save", ("week", week), ("timeZone", zone), ("closed", closed)));

        again.Says(reason).ShouldBeTrue(again.Json.GetRawText());
        again.Filled("timeZone").ShouldBe(zone);
        (await InForce()).Version.ShouldBe(0);
    }
}
