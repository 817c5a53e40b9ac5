using Shouldly;
using TeamsBot.Domain.People;
using Xunit;

namespace TeamsBot.Domain.Tests.People;

/// <summary>Roles come from an admin's word or from the teams, and some are held in either case.</summary>
public sealed class OrganisationTests
{
    private static readonly Organisation Organisation = new("tenant")
    {
        SalesChannels = [new("19:dach", "team-dach", "Leads", "DACH"), new("19:nordics", "team-nordics", "Leads", "Nordics")],
        MarketingTeam = "team-marketing",
        HeadOfMarketing = new(new PersonId("hanna"), "Hanna"),
        HeadOfSales = new(new PersonId("hugo"), "Hugo"),
        Installer = new(new PersonId("ines"), "Ines"),
    };

    [Theory]
    [InlineData("", Roles.Reader)]
    [InlineData("team-other", Roles.Reader)]
    [InlineData("team-marketing", Roles.Marketer)]
    [InlineData("team-dach", Roles.Rep)]
    [InlineData("team-nordics", Roles.Rep)]
    [InlineData("team-dach,team-nordics", Roles.Rep)]
    [InlineData("team-marketing,team-dach", Roles.Marketer | Roles.Rep)]
    [InlineData("TEAM-DACH", Roles.Reader)]
    public void Membership_of_a_team_gives_a_role(string teams, Roles roles) =>
        Organisation.RolesOf(Person("pia", teams)).ShouldBe(roles);

    [Fact]
    public void What_an_admin_assigned_counts_instead_of_the_teams()
    {
        Organisation.RolesOf(Person("pia", "team-dach") with { Assigned = Roles.Marketer }).ShouldBe(Roles.Marketer);
        Organisation.RolesOf(Person("pia", "team-dach") with { Assigned = Roles.Reader }).ShouldBe(Roles.Reader);
    }

    [Theory]
    [InlineData("hanna", Roles.Manager)]
    [InlineData("hugo", Roles.Manager)]
    [InlineData("ines", Roles.Admin)]
    public void Heads_are_managers_and_the_installer_an_admin_in_either_case(string id, Roles held)
    {
        Organisation.RolesOf(Person(id, "")).ShouldBe(held);
        Organisation.RolesOf(Person(id, "team-dach")).ShouldBe(held | Roles.Rep);
        Organisation.RolesOf(Person(id, "team-dach") with { Assigned = Roles.Reader }).ShouldBe(held);
    }

    [Fact]
    public void Before_the_set_up_everybody_is_a_reader() =>
        new Organisation("tenant").RolesOf(Person("pia", "team-marketing,team-dach")).ShouldBe(Roles.Reader);

    [Fact]
    public void A_channel_is_found_by_its_id()
    {
        Organisation.FindChannel("19:nordics")!.For.ShouldBe("Nordics");
        Organisation.FindChannel("19:elsewhere").ShouldBeNull();
    }

    [Fact]
    public void The_intake_is_no_person()
    {
        PersonRef.Intake.IsIntake.ShouldBeTrue();
        new PersonRef(new PersonId("hanna"), "").IsIntake.ShouldBeFalse();
    }

    [Fact]
    public void An_actor_with_several_roles_has_each_of_them()
    {
        var actor = new Actor(new PersonRef(new PersonId("pia"), "Pia"), Roles.Rep | Roles.Manager);
        new[] { Roles.Rep, Roles.Manager, Roles.Marketer, Roles.Admin }.Select(actor.Is).ShouldBe([true, true, false, false]);
    }

    private static Person Person(string id, string teams) =>
        new(new PersonId(id), id) { Teams = teams.Split(',', StringSplitOptions.RemoveEmptyEntries) };
}
