using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using TeamsBot.Text;
using Xunit;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Tests.Messages;

/// <summary>What people type.</summary>
public sealed class CommandTests : AppTest
{
    private Someone Ada => App.As(FakeTeam.Admin);

    [Fact]
    public async Task Help_shows_a_marketer_how_to_hand_off_and_a_rep_how_to_see_their_leads()
    {
        await Mia.Says("help");
        await Ben.Says("Help!");

        (await App.ChatOf(Cast.Mia).NextCard()).Says("hand off Grace Okafor").ShouldBeTrue();
        var rep = await App.ChatOf(FakeTeam.Rep).NextCard();
        rep.Says("my leads").ShouldBeTrue();
        rep.Says("hand off").ShouldBeFalse();
        CardChecks.Problems(rep.Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_shows_an_admin_the_set_up_and_a_reader_how_to_get_a_role()
    {
        await Ada.Says("help");
        await App.As(Cast.Rita).Says("help");

        (await App.ChatOf(FakeTeam.Admin).NextCard()).Says("setup").ShouldBeTrue();
        (await App.ChatOf(Cast.Rita).NextCard()).Says("ask an admin for a role").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_not_understood_is_said_to_be_so()
    {
        await Mia.Says("a sandwich with purple cheese");

        var card = await App.ChatOf(Cast.Mia).NextCard();
        card.Says("“a sandwich with purple cheese”").ShouldBeTrue();
        card.Says("Baton does not understand this question.").ShouldBeTrue();
        CardChecks.Problems(card.Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_come_in_the_language_of_the_one_who_asked()
    {
        await App.As(FakeTeam.Marketer).Says("hand off Nikt Taki");

        (await App.ChatOf(FakeTeam.Marketer).NextText()).ShouldBe(Say.In(Language.Polish).Text("handOff.unknown", ("lead", "Nikt Taki")));
    }

    [Fact]
    public async Task An_admin_gives_a_role_by_name()
    {
        await App.As(Cast.Rita).Says("help");
        await Ada.Says("role Rita Reed = rep, manager");

        (await App.ChatOf(FakeTeam.Admin).NextCard()).Says("Rita Reed").ShouldBeTrue();
        (await App.Records.RolesOf(Cast.Rita)).ShouldBe(Roles.Rep | Roles.Manager);
    }

    [Fact]
    public async Task An_admin_leaves_a_role_to_the_team_again()
    {
        await App.As(Cast.Rita).SaysIn(FakeTeam.SalesChannelId, "help");
        await Ada.Says("role Rita Reed = team");
        await App.ChatOf(FakeTeam.Admin).NextCard();

        (await App.Records.RolesOf(Cast.Rita)).ShouldBe(Roles.Rep | Roles.Marketer);
    }

    [Fact]
    public async Task Only_an_admin_gives_roles_and_only_admins_and_managers_see_them()
    {
        await Ben.Says("role Ben Ortiz = admin");
        (await App.ChatOf(FakeTeam.Rep).NextText()).ShouldBe("Only an admin can see and change roles.");
        await Ben.Says("roles");
        (await App.ChatOf(FakeTeam.Rep).NextText()).ShouldBe("Only an admin can see and change roles.");
        (await App.Records.RolesOf(FakeTeam.Rep)).ShouldBe(Roles.Rep);

        await App.As(FakeTeam.Manager).Says("roles");
        (await App.ChatOf(FakeTeam.Manager).NextCard()).Says("Ben Ortiz").ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_that_nobody_or_several_have_is_no_name_for_a_role()
    {
        await App.Records.Assign(Person.Number(1) with { Name = "Rita Reed" }, Roles.Reader);
        await Ada.Says("role Rita Reed = rep");
        (await App.ChatOf(FakeTeam.Admin).NextText()).ShouldStartWith("Several people are called “Rita Reed”.");

        await Ada.Says("role Nobody = rep");
        (await App.ChatOf(FakeTeam.Admin).NextText()).ShouldStartWith("Baton knows nobody called “Nobody”.");
    }
}
