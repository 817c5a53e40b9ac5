using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Announcements;

/// <summary>Writing an announcement, giving it to the channels, and what is done to it afterwards.</summary>
public sealed class AnnouncingTests : AnnouncementTest
{
    [Fact]
    public async Task What_is_typed_stays_however_wrong_it_is()
    {
        var (form, id) = await Begun();

        var next = (await Does(Mia, form, AnnouncementVerbs.Save, id, (AnnouncementForm.Name, "Dock"), (AnnouncementForm.Budget, "ten or so"), (AnnouncementVerbs.Page, "1"))).Card!;

        next.Filled(AnnouncementForm.Name).ShouldBe("Dock");
        next.Filled(AnnouncementForm.Budget).ShouldBe("ten or so");
        (await Stored(id)).Draft![AnnouncementForm.Budget].ShouldBe("ten or so");
    }

    [Fact]
    public async Task A_page_changes_its_own_fields_alone()
    {
        var (form, id) = await Begun();
        await Does(Mia, form, AnnouncementVerbs.Save, id, (AnnouncementForm.Name, "Dock"), (AnnouncementForm.Kinds, "Email,Event"));
        await Does(Mia, form, AnnouncementVerbs.Save, id, (AnnouncementForm.TalkingPoints, "One\nTwo"), (AnnouncementForm.Links, ""));

        (await Stored(id)).Draft![AnnouncementForm.Kinds].ShouldBe("Email,Event");

        // Of a list in which nothing is chosen clients send nothing.
        await Does(Mia, form, AnnouncementVerbs.Save, id, (AnnouncementForm.Name, "Dock"));
        (await Stored(id)).Draft![AnnouncementForm.Kinds].ShouldBe("");
        (await Stored(id)).Draft![AnnouncementForm.TalkingPoints].ShouldBe("One\nTwo");
    }

    [Fact]
    public async Task What_is_wrong_is_said_before_it_is_posted_and_nothing_is_posted()
    {
        var (form, id) = await Begun();

        var preview = (await Does(Mia, form, AnnouncementVerbs.Preview, id, [.. Dock.Where(field => field.Name != AnnouncementForm.EndsOn), (AnnouncementForm.EndsOn, "2026-03-01")])).Card!;
        var posted = (await Does(Mia, form, AnnouncementVerbs.Post, id)).Card!;

        preview.Filled(AnnouncementForm.EndsOn).ShouldBe("2026-03-01");
        posted.Filled(AnnouncementForm.EndsOn).ShouldBe("2026-03-01");
        Sales.Cards.ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_channels_get_the_card_and_the_author_sees_how_far_it_is()
    {
        var (status, _) = await Announced();

        CardIn(Sales).Says("Free dock audit").ShouldBeTrue();
        CardIn(WestChannel).Says("No new hardware").ShouldBeTrue();
        CardIn(MiasChat).Json.GetRawText().ShouldContain("2 channels");
        status.ActivityId.ShouldBe(CardIn(MiasChat).ActivityId);
    }

    [Fact]
    public async Task A_second_click_on_post_posts_nothing_twice()
    {
        var (status, id) = await Announced();

        await Does(Mia, status, AnnouncementVerbs.Post, id);
        await Settled();

        Sales.Cards.Count.ShouldBe(1);
        WestChannel.Cards.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_edit_follows_in_every_channel_and_an_unfinished_one_in_none()
    {
        var (status, id) = await Announced();

        await Does(Mia, status, AnnouncementVerbs.Save, id, (AnnouncementForm.Offer, "Two free audits"));
        await Settled();
        CardIn(Sales).Says("Free dock audit").ShouldBeTrue();

        await Does(Mia, status, AnnouncementVerbs.Post, id);
        await Settled();
        CardIn(Sales).Says("Two free audits").ShouldBeTrue();
        CardIn(WestChannel).Says("Two free audits").ShouldBeTrue();
        Sales.Cards.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_an_edit_takes_out_keeps_a_note_and_one_that_it_adds_gets_the_card()
    {
        var (status, id) = await Announced((AnnouncementForm.SalesChannels, FakeTeam.SalesChannelId));
        WestChannel.Cards.ShouldBeEmpty();

        await Does(Mia, status, AnnouncementVerbs.Save, id, (AnnouncementForm.SalesChannels, West.Id));
        await Does(Mia, status, AnnouncementVerbs.Post, id);
        await Settled();

        CardIn(Sales).Buttons.ShouldBeEmpty();
        CardIn(WestChannel).Buttons.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Looking_at_it_before_the_channels_were_asked_for_asks_for_them_and_finds_no_fault()
    {
        var (form, id) = await Begun();

        var page = (await Does(Mia, form, AnnouncementVerbs.Preview, id, [.. Dock.Where(field => field.Name != AnnouncementForm.SalesChannels)])).Card!;

        page.Says("Page 3 of 4").ShouldBeTrue();
        page.Says("to mend").ShouldBeFalse();
        page.Filled(AnnouncementForm.SalesChannels)!.ShouldContain(West.Id);
    }

    [Fact]
    public async Task Choosing_no_channel_is_a_fault_and_none_is_chosen_for_it()
    {
        var (form, id) = await Begun();
        await Does(Mia, form, AnnouncementVerbs.Save, id, [.. Dock]);

        var page = (await Does(Mia, form, AnnouncementVerbs.Preview, id, (AnnouncementForm.PostDate, ""))).Card!;

        page.Says("1 thing to mend").ShouldBeTrue();
        page.Filled(AnnouncementForm.SalesChannels).ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_withdrawn_announcement_leaves_a_note_without_buttons()
    {
        var (status, id) = await Announced();

        await Does(Mia, status, AnnouncementVerbs.Withdraw, id);
        await Settled();

        CardIn(Sales).Buttons.ShouldBeEmpty();
        CardIn(Sales).Says("Mia Marsh").ShouldBeTrue();
        CardIn(Sales).Says("Free dock audit").ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_posted_at_its_time_by_the_clock_of_the_channel_and_not_before()
    {
        await Announced((AnnouncementForm.PostDate, "2026-03-03"), (AnnouncementForm.PostTime, "09:30"));
        Sales.Cards.ShouldBeEmpty();

        await App.PassesAsync(TimeSpan.FromHours(23));
        Sales.Cards.ShouldBeEmpty();
        await App.PassesAsync(TimeSpan.FromMinutes(31)); // 09:31 on Tuesday in Warsaw.

        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_copy_says_the_same_and_asks_for_new_dates()
    {
        var (status, id) = await Announced();

        var copy = (await Does(Mia, status, AnnouncementVerbs.Duplicate, id)).Card!;

        IdOn(copy).ShouldNotBe(id);
        copy.Filled(AnnouncementForm.Name).ShouldBe("Dock Delays 2026");
        copy.Filled(AnnouncementForm.StartsOn).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_else_reads_or_changes_a_draft()
    {
        var (form, id) = await Begun();
        await Does(Mia, form, AnnouncementVerbs.Save, id, Dock);
        var maria = App.As(FakeTeam.Marketer);

        foreach (var verb in new[] { AnnouncementVerbs.Compose, AnnouncementVerbs.Save, AnnouncementVerbs.Preview, AnnouncementVerbs.Post, AnnouncementVerbs.Status, AnnouncementVerbs.Withdraw, AnnouncementVerbs.Duplicate, AnnouncementVerbs.View })
        {
            (await maria.Sends(FakeTeam.Marketer.PersonalChatId, verb, $$"""{"announcement":"{{id}}"}""")).Card.ShouldBeNull();
        }

        (await Stored(id)).Status.ShouldBe(AnnouncementStatus.Draft);
    }

    [Fact]
    public async Task A_rep_is_told_who_announces()
    {
        await Ben.Says("announce");

        (await App.ChatOf(FakeTeam.Rep).NextText()).ShouldNotBeNullOrEmpty();
        App.ChatOf(FakeTeam.Rep).Cards.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_channel_the_way_is_said()
    {
        await Mia.SaysIn(FakeTeam.SalesChannelId, "announce");

        (await Sales.NextText()).ShouldBe("Announcements are written in your own chat with Baton: write “announce” there.");
    }

    [Fact]
    public async Task The_list_names_what_is_coming_and_the_calendar_shows_its_month()
    {
        await Announced();

        await Ben.Says("campaigns");
        var list = await App.ChatOf(FakeTeam.Rep).NextCard();

        list.Says("Dock Delays 2026").ShouldBeTrue();
        (await Ben.Sends(list.ConversationId, AnnouncementVerbs.Calendar, """{"month":"2026-03"}""", list.ActivityId)).Card!.Says("Dock Delays 2026").ShouldBeTrue();
    }
}
