using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Agreement;

public sealed class SlaAgreementTests
{
    private static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly SlaAgreement Agreement = SlaAgreement.Initial(Warsaw);

    [Theory]
    [InlineData(null, Tier.Warm)]
    [InlineData(100, Tier.Hot)]
    [InlineData(70, Tier.Hot)]
    [InlineData(69, Tier.Warm)]
    [InlineData(40, Tier.Warm)]
    [InlineData(39, Tier.Cold)]
    [InlineData(-5, Tier.Cold)]
    public void The_scores_that_were_agreed_decide_the_tier(int? score, Tier tier)
    {
        var agreement = Agreement with { Hot = Agreement.Hot with { FromScore = 70 }, Warm = Agreement.Warm with { FromScore = 40 } };
        agreement.TierOf(score).ShouldBe(tier);
    }

    [Fact]
    public void Each_tier_has_its_terms()
    {
        Agreement.TermsOf(Tier.Hot).ShouldBe(Agreement.Hot);
        Agreement.TermsOf(Tier.Warm).ShouldBe(Agreement.Warm);
        Agreement.TermsOf(Tier.Cold).ShouldBe(Agreement.Cold);
        Should.Throw<ArgumentOutOfRangeException>(() => Agreement.TermsOf((Tier)9));
    }

    [Fact]
    public void A_channel_that_is_not_named_works_by_the_default() =>
        Agreement.CalendarOf("elsewhere").ShouldBeSameAs(Agreement.WorkingTimes[SlaAgreement.DefaultWorkingTime]);

    [Fact]
    public void A_channel_works_by_its_calendar_and_in_its_zone()
    {
        var support = WorkingCalendar.Always(Warsaw);
        var agreement = Agreement with
        {
            WorkingTimes = new Dictionary<string, WorkingCalendar>(Agreement.WorkingTimes, StringComparer.Ordinal) { ["support"] = support },
            Channels = new Dictionary<string, ChannelTime>(StringComparer.Ordinal)
            {
                ["desk"] = new("support", null),
                ["dach"] = new(null, Berlin),
                ["both"] = new("support", Berlin),
            },
        };

        agreement.CalendarOf("desk").ShouldBeSameAs(support);
        (agreement.CalendarOf("dach").Zone, agreement.CalendarOf("dach").Week).ShouldBe((Berlin, WorkingWeek.NineToFive));
        (agreement.CalendarOf("both").Zone, agreement.CalendarOf("both").IsAlways).ShouldBe((Berlin, true));
    }
}
