using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using Xunit;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Domain.Tests.Questions;

public sealed class QuestionRightsTests
{
    private static readonly Period March = new(new LocalDate(2018, 3, 1), new LocalDate(2018, 4, 1));

    private static readonly QuestionRights Rep = QuestionRights.Of(Roles.Rep, ["Ben Ortiz", "Ida Lund"], "East", repsSeeAll: false);

    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Admin)]
    [InlineData(Roles.Marketer)]
    [InlineData(Roles.Rep | Roles.Marketer)]
    public void Those_who_run_the_process_see_all(Roles roles)
    {
        var query = new Query(Metrics.Revenue) { GroupBy = ["rep"], Form = QueryForm.List };
        Allowed(QuestionRights.Of(roles, ["Ben Ortiz"], null, repsSeeAll: false), query).ShouldBe(query);
    }

    [Fact]
    public void An_organisation_may_show_all_to_its_reps() =>
        QuestionRights.Of(Roles.Rep, ["Ben Ortiz"], null, repsSeeAll: true).SeesAll.ShouldBeTrue();

    [Fact]
    public void A_reader_is_not_made_a_rep_by_that() =>
        QuestionRights.Of(Roles.Reader, [], null, repsSeeAll: true).SeesAll.ShouldBeFalse();

    [Theory]
    [InlineData(Metrics.Leads)]
    [InlineData(Metrics.Revenue)]
    [InlineData(Metrics.TimeToAccept)]
    public void A_rep_sees_the_figures_of_the_own_team(string metric)
    {
        var filter = Allowed(Rep, new(metric) { Period = March }).Filters.ShouldHaveSingleItem();
        filter.Dimension.ShouldBe("rep");
        filter.Values.ShouldBe(["Ben Ortiz", "Ida Lund"]);
    }

    [Fact]
    public void A_rep_of_no_known_team_sees_their_own() =>
        Allowed(QuestionRights.Of(Roles.Rep, ["Ben Ortiz"], null, repsSeeAll: false), new(Metrics.Leads)).Filters[0].Values.ShouldBe(["Ben Ortiz"]);

    [Theory]
    [InlineData("rep", "ida lund", true)]
    [InlineData("rep", "Otto Berg", false)]
    [InlineData("team", "east", true)]
    [InlineData("team", "West", false)]
    [InlineData("manager", "Mia Stone", false)]
    [InlineData("source", "social", true)]
    public void A_rep_may_name_colleagues_and_nobody_else(string dimension, string value, bool isAllowed) =>
        (Rep.Apply(new(Metrics.Revenue) { Filters = [new(dimension, [value])] }) is Permission.Allowed).ShouldBe(isAllowed);

    [Fact]
    public void A_comparison_with_another_teams_rep_is_denied() =>
        Denied(Rep, new(Metrics.Revenue) { Filters = [new("rep", ["Ben Ortiz"])], CompareTo = new() { Value = new("rep", ["Otto Berg"]) } }).ShouldBe(Denial.OtherTeam);

    [Fact]
    public void A_share_keeps_its_part() =>
        Allowed(Rep, new(Metrics.Leads) { Aggregate = Aggregate.Share, Filters = [new("source", ["social"], IsPart: true)] }).Filters.Select(filter => filter.IsPart).ShouldBe([true, false]);

    [Theory]
    [InlineData(Metrics.Spend)]
    [InlineData(Metrics.Roi)]
    [InlineData(Metrics.AnnouncementReach)]
    public void What_no_team_has_is_not_for_reps(string metric) => Denied(Rep, new(metric)).ShouldBe(Denial.WholeCompany);

    [Fact]
    public void A_rep_may_look_up_campaigns_and_the_targets()
    {
        var campaigns = new Query(Metrics.Campaigns) { Form = QueryForm.List };
        Allowed(Rep, campaigns).ShouldBe(campaigns);
        Allowed(Rep, new(Metrics.Handoffs) { Form = QueryForm.Sla }).Filters.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_role_there_are_totals_and_how_they_change()
    {
        Allowed(QuestionRights.Totals, new(Metrics.Revenue) { Period = March });
        Allowed(QuestionRights.Totals, new(Metrics.Revenue) { GroupBy = ["month"] });
        Allowed(QuestionRights.Totals, new(Metrics.Revenue) { Period = March, CompareTo = new() { Period = March } });
    }

    [Fact]
    public void Without_a_role_there_are_no_parts_and_no_records()
    {
        Denied(QuestionRights.Totals, new(Metrics.Revenue) { GroupBy = ["rep"] }).ShouldBe(Denial.OnlyTotals);
        Denied(QuestionRights.Totals, new(Metrics.Revenue) { GroupBy = ["month", "source"] }).ShouldBe(Denial.OnlyTotals);
        Denied(QuestionRights.Totals, new(Metrics.Revenue) { Filters = [new("rep", ["Ben Ortiz"])] }).ShouldBe(Denial.OnlyTotals);
        Denied(QuestionRights.Totals, new(Metrics.Revenue) { CompareTo = new() { Value = new("rep", ["Ben Ortiz"]) } }).ShouldBe(Denial.OnlyTotals);
        Denied(QuestionRights.Totals, new(Metrics.Leads) { Form = QueryForm.List }).ShouldBe(Denial.Records);
        Denied(QuestionRights.Totals, new(Metrics.Leads) { Form = QueryForm.Record }).ShouldBe(Denial.Records);
        Denied(QuestionRights.Totals, new(Metrics.Handoffs) { Form = QueryForm.Sla }).ShouldBe(Denial.NoRole);
    }

    [Fact]
    public void What_words_mean_is_for_everybody() => Allowed(QuestionRights.Totals, new(Metrics.Revenue) { Form = QueryForm.Definition });

    private static Query Allowed(QuestionRights rights, Query query) => rights.Apply(query).ShouldBeOfType<Permission.Allowed>().Query;

    private static Denial Denied(QuestionRights rights, Query query) => rights.Apply(query).ShouldBeOfType<Permission.Denied>().Why;
}
