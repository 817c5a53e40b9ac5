using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Matching;

public sealed class JoiningTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Terms Terms = new(SlaAgreement.Initial(DateTimeZone.Utc));
    private static readonly Actor Rita = new(new(new("rita"), "Rita"), Roles.Rep);
    private static readonly Lead Early = new(new("b")) { CreatedAt = Now };
    private static readonly Lead Late = new(new("a")) { CreatedAt = Now + Duration.FromDays(1) };

    [Fact]
    public void The_earlier_stays() => Stays(new(Early, null), new(Late, null));

    [Fact]
    public void Of_two_without_a_date_or_with_the_same_the_id_decides()
    {
        Stays(new(new(new("a")), null), new(new(new("b")), null));
        Stays(new(Early, null), new(new(new("a")), null));
    }

    [Fact]
    public void The_one_that_sales_knows_stays_whichever_came_first() => Stays(new(Late, Open(Late)), new(Early, null));

    [Fact]
    public void The_one_that_sales_has_stays_before_one_that_it_had() => Stays(new(Late, Open(Late)), new(Early, Closed(Early)));

    [Fact]
    public void Two_that_sales_knows_are_left_to_a_person()
    {
        new JoinCandidate(Late, Open(Late)).NeedsPerson(new(Early, Closed(Early))).ShouldBeTrue();
        new JoinCandidate(Late, Open(Late)).NeedsPerson(new(Early, null)).ShouldBeFalse();
    }

    [Fact]
    public void A_pair_is_the_same_however_it_is_named()
    {
        new LeadPair(Early.Id, Late.Id).ShouldBe(new LeadPair(Late.Id, Early.Id));
        new LeadPair(Early.Id, Late.Id).Key.ShouldBe(new LeadPair(Late.Id, Early.Id).Key);
        new LeadPair(new("a"), new("bc")).Key.ShouldNotBe(new LeadPair(new("ab"), new("c")).Key);
    }

    private static void Stays(JoinCandidate one, JoinCandidate other) => (one.StandsFor(other), other.StandsFor(one)).ShouldBe((true, false));

    private static Handoff Open(Lead lead) => HandoffDecisions.Request(new(lead.Id, 1), "contoso", "19:sales", Tier.Warm, Rita.Person, Now, Terms);

    private static Handoff Closed(Lead lead) => ((Decision.Applied)Open(lead).Reject(Rita, Now, RejectionReason.Budget, null, Terms)).After;
}
