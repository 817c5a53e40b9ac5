using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using Xunit;

namespace TeamsBot.Domain.Tests.Matching;

public sealed class MatcherTests
{
    private static readonly Lead Anna = new(new("1")) { Name = "Anna Nowak", Company = "Nowa Stal Sp. z o.o.", Email = "anna.nowak@nowastal.pl", Phone = "+48 501 234 568", Country = "Poland" };
    private static readonly Lead Bare = new(new("2"));

    [Fact]
    public void One_personal_mailbox_is_one_person() =>
        Verdict(Anna, Bare with { Email = "Anna.Nowak+fair@NowaStal.pl", Name = "A. Nowak" }).ShouldBe(MatchVerdict.Join);

    [Fact]
    public void Another_name_in_it_is_asked_about() =>
        Verdict(Anna, Bare with { Email = "anna.nowak@nowastal.pl", Name = "Jan Wilk" }).ShouldBe(MatchVerdict.Show);

    [Fact]
    public void Names_tell_apart_who_shares_a_mailbox()
    {
        var office = Anna with { Email = "biuro@nowastal.pl", Phone = null };
        Verdict(office, Bare with { Email = "biuro@nowastal.pl", Name = "Nowak Anna" }).ShouldBe(MatchVerdict.Join);
        Verdict(office, Bare with { Email = "biuro@nowastal.pl", Name = "Jan Wilk" }).ShouldBe(MatchVerdict.Different);
    }

    [Theory]
    [InlineData("0048 501-234-568")]
    [InlineData("501 234 568")]
    [InlineData("(0) 501234568 ext. 4")]
    [InlineData("+٤٨٥٠١٢٣٤٥٦٨")]
    public void One_phone_and_name_are_one_person(string phone) =>
        Verdict(Anna, Bare with { Name = "NOWAK, Anna", Phone = phone, Company = "Elsewhere" }).ShouldBe(MatchVerdict.Join);

    [Fact]
    public void Colleagues_behind_one_switchboard_are_two() =>
        Verdict(Anna, Anna with { Id = new("3"), Name = "Jan Wilk", Email = "jan.wilk@nowastal.pl" }).ShouldBe(MatchVerdict.Different);

    [Fact]
    public void One_name_at_one_company_is_one_person_unless_something_speaks_against_it()
    {
        var again = Bare with { Name = "Anna Nowak", Company = "NOWA STAL" };
        Verdict(Anna, again).ShouldBe(MatchVerdict.Join);
        Verdict(Anna, again with { Email = "anna.nowak2@nowastal.pl" }).ShouldBe(MatchVerdict.Show);
        Verdict(Anna, again with { Country = "Germany" }).ShouldBe(MatchVerdict.Show);
        Verdict(Anna, again with { Company = "Stara Stal" }).ShouldBe(MatchVerdict.Different);
    }

    [Theory]
    [InlineData("Anna Nowalk")]
    [InlineData("A. Nowak")]
    [InlineData("Anna Maria Nowak")]
    public void A_name_that_is_nearly_the_same_at_one_company_is_shown(string name) => Verdict(Anna, Bare with { Name = name, Company = "Nowa Stal" }).ShouldBe(MatchVerdict.Show);

    [Theory]
    [InlineData("Сергей Михайлов", "Sergei Mikhaylov", MatchVerdict.Join)]
    [InlineData("محمد الراشد", "Mohammed Al-Rashid", MatchVerdict.Show)]
    [InlineData("王晓明", "Xiao Ming Wang", MatchVerdict.Show)]
    [InlineData("單國棟", "单国栋", MatchVerdict.Join)]
    [InlineData("王伟", "王薇", MatchVerdict.Show)]
    [InlineData("王伟", "李伟", MatchVerdict.Different)]
    [InlineData("Jan Wilk", "Jana Wilk", MatchVerdict.Different)]
    [InlineData("Test Lead 1234", "Test Lead 1235", MatchVerdict.Different)]
    [InlineData("Jürgen Müller", "Juergen Mueller", MatchVerdict.Join)]
    public void Names_are_compared_over_scripts(string one, string other, MatchVerdict verdict) =>
        Verdict(Bare with { Name = one, Company = "Acme" }, Bare with { Id = new("3"), Name = other, Company = "Acme Ltd" }).ShouldBe(verdict);

    [Fact]
    public void Whom_two_groups_fit_is_not_joined_to_either()
    {
        var other = Anna with { Id = new("3"), Email = "anna.nowak2@nowastal.pl", Phone = "+48 601 987 653" };
        var found = Matcher.Place(LeadTraits.Of(Bare with { Name = "Anna Nowak", Company = "Nowa Stal" }), [[LeadTraits.Of(Anna)], [LeadTraits.Of(other)]]);
        found.Select(match => match.Match.Verdict).ShouldBe([MatchVerdict.Show, MatchVerdict.Show]);
    }

    [Fact]
    public void Whom_a_member_of_the_group_speaks_against_is_not_joined()
    {
        var same = Anna with { Id = new("3"), Email = null, Phone = null };
        var other = Bare with { Name = "Anna Nowak", Company = "Nowa Stal", Phone = "+48 601 987 653" };
        Matcher.Place(LeadTraits.Of(other), [[LeadTraits.Of(Anna), LeadTraits.Of(same)]]).Single().Match.Verdict.ShouldBe(MatchVerdict.Show);
    }

    [Fact]
    public void The_verdict_says_why() =>
        Matcher.Compare(LeadTraits.Of(Anna), LeadTraits.Of(Bare with { Name = "Anna Nowak", Phone = "501234568", Company = "Stara Huta" })).Reasons
            .ShouldBe([MatchReason.SamePhone, MatchReason.SameName, MatchReason.OtherCompany]);

    [Fact]
    public void Leads_that_may_be_one_share_a_key_that_says_nothing()
    {
        var keys = LeadTraits.Of(Anna).Keys();
        LeadTraits.Of(Bare with { Email = "anna.nowak@nowastal.pl" }).Keys().ShouldBeSubsetOf(keys.Concat(LeadTraits.Of(Bare with { Email = "anna.nowak@nowastal.pl" }).Keys()));
        keys.Intersect(LeadTraits.Of(Bare with { Name = "Anna Nowalk", Company = "Nowa Stal" }).Keys()).ShouldNotBeEmpty();
        keys.ShouldAllBe(key => key.Length == 24 && key.All(char.IsAsciiHexDigitLower));
        LeadTraits.Of(Bare).Keys().ShouldBeEmpty();
    }

    private static MatchVerdict Verdict(Lead a, Lead b)
    {
        var (one, other) = (LeadTraits.Of(a), LeadTraits.Of(b));
        Matcher.Compare(other, one).ShouldBeEquivalentTo(Matcher.Compare(one, other));
        return Matcher.Compare(one, other).Verdict;
    }
}
