using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Privacy;

public sealed class RetentionTests
{
    private static readonly Instant Created = Instant.FromUtc(2024, 3, 1, 9, 0);
    private static readonly Lead Old = new(new("L-1")) { CreatedAt = Created };
    private static readonly Actor Rita = new(new(new("rita"), "Rita"), Roles.Rep);
    private static readonly Terms Terms = new(SlaAgreement.Initial(DateTimeZone.Utc));
    private static readonly Retention TwoYears = Retention.Parse("P2Y")!;

    [Theory]
    [InlineData("730", 730, 0)]
    [InlineData("P730D", 730, 0)]
    [InlineData(" P2Y ", 0, 24)]
    [InlineData("P18M", 0, 18)]
    [InlineData("P2W", 14, 0)]
    public void A_time_to_keep_is_days_or_a_period_of_ISO_8601(string text, int days, int months)
    {
        var from = new LocalDate(2024, 3, 1);
        Retention.Parse(text).ShouldNotBeNull(text);
        from.Plus(Retention.Parse(text)!.KeepFor).ShouldBe(from.PlusMonths(months).PlusDays(days));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("P0D")]
    [InlineData("-5")]
    [InlineData("P-1D")]
    [InlineData("PT12H")]
    [InlineData("P1DT1H")]
    [InlineData("two years")]
    [InlineData("730.5")]
    [InlineData("P200Y")]
    [InlineData("99999999999")]
    public void Anything_else_is_none(string text) => Retention.Parse(text).ShouldBeNull();

    [Fact]
    public void A_lead_is_kept_through_the_last_day_and_not_longer()
    {
        TwoYears.IsOver(Old, [], Created, new(2026, 3, 1)).ShouldBeFalse();
        TwoYears.IsOver(Old, [], Created, new(2026, 3, 2)).ShouldBeTrue();
    }

    [Fact]
    public void What_happened_last_counts()
    {
        var day = new LocalDate(2026, 3, 2);
        TwoYears.IsOver(Old with { LastActivityAt = Created + Duration.FromDays(1) }, [], Created, day).ShouldBeFalse();
        TwoYears.IsOver(Old, [Rejected(Created + Duration.FromDays(1))], Created, day).ShouldBeFalse();
        TwoYears.IsOver(Old, [Rejected(Created)], Created, day).ShouldBeTrue();
    }

    [Fact]
    public void A_lead_without_a_date_is_as_old_as_its_record()
    {
        var undated = new Lead(new("L-2"));
        TwoYears.IsOver(undated, [], Created, new(2026, 3, 2)).ShouldBeTrue();
        TwoYears.IsOver(undated, [], Created + Duration.FromDays(9), new(2026, 3, 2)).ShouldBeFalse();
    }

    [Fact]
    public void A_lead_that_somebody_works_on_is_kept_however_old()
    {
        var day = new LocalDate(2036, 3, 2);
        var waiting = Request(Created);
        var accepted = After(waiting.Accept(Rita, Created, Terms));
        var contacted = After(accepted.Contact(Rita, Created, Terms));
        foreach (var handoff in (Handoff[])[waiting, accepted, contacted])
        {
            TwoYears.IsOver(Old, [handoff], Created, day).ShouldBeFalse(handoff.State.ToString());
        }

        TwoYears.IsOver(Old, [After(contacted.Qualify(Rita, Created, Terms))], Created, day).ShouldBeTrue();
    }

    [Fact]
    public void A_day_to_look_at_a_lead_again_keeps_it_until_then()
    {
        var contacted = After(After(Request(Created).Accept(Rita, Created, Terms)).Contact(Rita, Created, Terms));
        var recycled = After(contacted.Recycle(Rita, Created, RecycleReason.Contract, new(2025, 1, 1), new(2024, 3, 1), Terms));
        TwoYears.IsOver(Old, [recycled], Created, new(2026, 12, 31)).ShouldBeFalse();
        TwoYears.IsOver(Old, [recycled], Created, new(2027, 1, 2)).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_is_forgotten_twice() => TwoYears.IsOver(Old.Erased(Created), [], Created, new(2036, 1, 1)).ShouldBeFalse();

    private static Handoff Request(Instant at) => HandoffDecisions.Request(new(Old.Id, 1), "contoso", "19:sales", Tier.Hot, Rita.Person, at, Terms);

    private static Handoff Rejected(Instant at) =>
        After(Request(at).Reject(Rita, at, RejectionReason.Need, null, Terms));

    private static Handoff After(Decision decision) => ((Decision.Applied)decision).After;
}
