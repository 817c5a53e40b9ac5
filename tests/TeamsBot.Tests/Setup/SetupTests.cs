using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Tests.Setup;

/// <summary>From an empty store to a bot that hands leads over, through the front door.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("salesChannel", FakeTeam.SalesChannelId), ("salesFor", "DACH"), ("marketingChannel", FakeTeam.MarketingChannelId),
        ("headOfSales", FakeTeam.Manager.AadObjectId), ("headOfMarketing", ""), ("language", "English"), ("timeZone", "Europe/Warsaw"),
    ];

    private BatonApp app = null!;

    private Someone Ada => app.As(FakeTeam.Admin);

    private Place General => app.Channel(FakeTeam.GeneralChannelId);

    public async Task InitializeAsync() => app = await BatonApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Installing_asks_once_however_often_and_in_whatever_order_Teams_tells_of_it()
    {
        var added = new ChannelAccount { Id = FakeTeam.Bot.Id, Name = FakeTeam.BotName };

        await Task.WhenAll(Ada.Installs(), Ada.Adds(added), Ada.Installs(), Ada.Adds(added), Ada.Installs());
        await Ada.Installs();

        var card = await General.NextCard();
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Has("Save").ShouldBeTrue();
        General.Cards.ShouldHaveSingleItem();
        (await app.Records.Organisation()).Installer!.Name.ShouldBe("Ada Admin");
    }

    [Fact]
    public async Task Removed_and_installed_again_it_asks_again()
    {
        await Ada.Installs();
        await General.NextCard();

        await Ada.Installs(InstallationUpdateActions.Remove);
        await Ada.Installs();

        await General.NextCard();
    }

    [Fact]
    public async Task Saving_the_form_sets_the_channels_and_the_heads()
    {
        var form = await FormAsync();

        var answer = await Ada.Clicks(form, "Save", Answers);

        answer.Card!.Says("Leads go to Sales").ShouldBeTrue(answer.Json);
        CardChecks.Problems(answer.Card.Json).ShouldBeEmpty();
        var organisation = await app.Records.Organisation();
        organisation.SalesChannels.ShouldHaveSingleItem().ShouldBe(new SalesChannel(FakeTeam.SalesChannelId, FakeTeam.TeamId, "Sales", "DACH"));
        organisation.MarketingChannel.ShouldBe(FakeTeam.MarketingChannelId);
        organisation.TimeZone.Id.ShouldBe("Europe/Warsaw");
        (await app.Records.RolesOf(FakeTeam.Manager)).HasFlag(Roles.Manager).ShouldBeTrue();
    }

    [Fact]
    public async Task After_it_a_lead_can_be_handed_off_although_nobody_spoke_in_the_sales_channel()
    {
        await Ada.Clicks(await FormAsync(), "Save", Answers);
        await app.HasAsync(Cast.Nadia);

        await app.As(Cast.Mia).Says("hand off L-1");

        (await app.Channel().NextCard()).Says("Nadia Brandt").ShouldBeTrue();
    }

    [Theory]
    [InlineData("Europe/Warschau")]
    [InlineData("")]
    [InlineData("UTC+1:77")]
    public async Task A_time_zone_that_is_none_is_asked_for_again_and_nothing_is_stored(string zone)
    {
        var form = await FormAsync();

        var answer = await Ada.Clicks(form, "Save", [.. Answers.Where(answer => answer.Name != "timeZone"), ("timeZone", zone)]);

        answer.Card!.Says("is not a time zone").ShouldBeTrue(answer.Json);
        (await app.Records.Organisation()).SalesChannels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_of_another_team_is_not_taken()
    {
        var form = await FormAsync();

        await Ada.Clicks(form, "Save", [.. Answers.Where(answer => answer.Name != "salesChannel"), ("salesChannel", "19:elsewhere@thread.tacv2")]);

        (await app.Records.Organisation()).SalesChannels.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_is_no_admin_is_refused()
    {
        var form = await FormAsync();

        var answer = await app.As(FakeTeam.Rep).Clicks(form, "Save", Answers);

        answer.Sentence!.ShouldStartWith("Only an admin can change the set-up.");
        (await app.Records.Organisation()).SalesChannels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_sales_channel_makes_the_marketer_choose()
    {
        const string Nordics = "19:nordics-1@thread.tacv2";
        app.Teams.Conversations.AddChannel(Nordics, "Nordics");
        var saved = (await Ada.Clicks(await FormAsync(), "Save", Answers)).Card! with { ConversationId = FakeTeam.GeneralChannelId, ActivityId = "1" };
        await Ada.Clicks(saved, "setup.addChannel", ("salesChannel", Nordics), ("salesFor", "Nordics"));
        await app.HasAsync(Cast.Nadia);

        await app.As(Cast.Mia).Says("hand off L-1: call today");
        var choice = await app.ChatOf(Cast.Mia).NextCard();
        choice.Buttons.ShouldBe(["Sales", "Nordics"]);
        await app.As(Cast.Mia).Clicks(choice, "Nordics");

        var card = await app.Channel(Nordics).NextCard();
        card.Says("call today").ShouldBeTrue();
        app.Channel().Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_members_of_the_team_have_its_roles_and_who_leaves_it_loses_them()
    {
        await Ada.Clicks(await FormAsync(), "Save", Answers);
        (await app.Records.RolesOf(Cast.Rita)).ShouldBe(Roles.Marketer | Roles.Rep);

        await Ada.Removes(Cast.Rita.ToAccount());

        (await app.Records.RolesOf(Cast.Rita)).ShouldBe(Roles.Reader);
    }

    [Fact]
    public async Task Somebody_who_joins_the_team_later_has_its_roles_too()
    {
        await Ada.Clicks(await FormAsync(), "Save", Answers);
        var newcomer = Person.Number(1);
        app.Teams.Conversations.AddPeople([newcomer]);

        await Ada.Adds(newcomer.ToAccount());
        await RosterAsync();

        (await app.Records.RolesOf(newcomer)).ShouldBe(Roles.Marketer | Roles.Rep);
    }

    [Fact]
    public async Task Setup_is_done_in_a_team_and_not_in_a_chat()
    {
        await Ada.Says("setup");

        (await app.ChatOf(FakeTeam.Admin).NextText()).ShouldStartWith("Say “setup” to Baton in a channel of the team");
    }

    [Fact]
    public async Task Somebody_who_adds_the_bot_for_themselves_is_greeted_once()
    {
        var hello = app.Teams.Activities();
        await Ada.DeliverAsync(hello.PersonalInstallation(Cast.Rita));
        await Ada.DeliverAsync(hello.PersonalInstallation(Cast.Rita));

        (await app.ChatOf(Cast.Rita).NextCard()).Says("Hello, Rita Reed").ShouldBeTrue();
        app.ChatOf(Cast.Rita).Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Before_any_set_up_a_marketer_is_told_who_does_it()
    {
        await app.Records.Assign(Cast.Mia, Roles.Marketer);

        await app.As(Cast.Mia).Says("hand off L-1");

        (await app.ChatOf(Cast.Mia).NextText()).ShouldStartWith("Baton does not know your sales channel yet.");
    }

    // Installed, and the roster read.
    private async Task<ShownCard> FormAsync()
    {
        await Ada.Installs();
        await RosterAsync();
        await Ada.SaysIn(FakeTeam.GeneralChannelId, "setup");
        await General.NextCard();
        return await General.NextCard();
    }

    private async Task RosterAsync()
    {
        var done = app.Log.NextAsync(CapturedLog.WorkEnded);
        app.Later(TimeSpan.FromSeconds(1));
        await done;
    }
}
