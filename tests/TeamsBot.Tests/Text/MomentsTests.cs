using NodaTime;
using NodaTime.Text;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Text;

public sealed class MomentsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 13, 5);

    [Theory]
    [InlineData(Language.English, "2026-11-23T13:30:00Z", "14:30")]
    [InlineData(Language.English, "2026-11-24T09:30:00Z", "Tue 24 Nov\u00a010:30")]
    [InlineData(Language.English, "2027-02-01T09:30:00Z", "1 Feb 2027\u00a010:30")]
    [InlineData(Language.Polish, "2026-11-24T09:30:00Z", "wt. 24 lis\u00a010:30")]
    [InlineData(Language.Arabic, "2026-11-23T13:30:00Z", "\u206814:30\u2069")]
    [InlineData(Language.Arabic, "2026-11-24T09:30:00Z", "الثلاثاء 24 نوفمبر\u00a0\u206810:30\u2069")]
    [InlineData(Language.Chinese, "2026-11-24T09:30:00Z", "11月24日（周二）10:30")]
    [InlineData(Language.Chinese, "2027-02-01T09:30:00Z", "2027年2月1日10:30")]
    public void A_time_names_its_day_only_when_it_is_not_today(Language language, string instant, string said) =>
        In(language).At(InstantPattern.General.Parse(instant).Value).Text.ShouldBe(said);

    [Theory]
    [InlineData(Language.English, "23 Nov 2026\u00a014:05\u00a0CET")]
    [InlineData(Language.Chinese, "2026年11月23日14:05\u00a0CET")]
    public void A_time_for_good_names_day_year_and_zone(Language language, string said) =>
        (In(language) with { ShowZone = true }).ForGood(Now).Text.ShouldBe(said);

    [Fact]
    public void Today_is_the_day_in_the_readers_zone()
    {
        var tokyo = In(Language.English) with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] };
        tokyo.At(Instant.FromUtc(2026, 11, 23, 15, 30)).Text.ShouldBe("Tue 24 Nov\u00a000:30");
    }

    [Theory]
    [InlineData("Europe/Warsaw", "14:05\u00a0CET")]
    [InlineData("Asia/Dubai", "17:05\u00a0UTC+04")]
    public void The_zone_is_named_when_asked_for(string zone, string said) =>
        new Moments(Say.In(Language.English), DateTimeZoneProviders.Tzdb[zone], Now, ShowZone: true).At(Now).Text.ShouldBe(said);

    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(1, "1 minute")]
    [InlineData(25, "25 minutes")]
    [InlineData(120, "2 hours")]
    [InlineData(205, "3 hours 25 minutes")]
    [InlineData(1440, "1 day")]
    [InlineData(1571, "1 day 2 h")]
    [InlineData(-5, "less than a minute")]
    public void A_duration_is_said_in_its_two_largest_units(int minutes, string said) =>
        In(Language.English).Length(Duration.FromMinutes(minutes)).Text.ShouldBe(said);

    [Theory]
    [InlineData(Language.Polish, "3 godz. 25 min")]
    [InlineData(Language.Arabic, "3 ساعات و25 دقيقة")]
    [InlineData(Language.Chinese, "3小时25分钟")]
    public void Durations_follow_the_language(Language language, string length) =>
        In(language).Length(Duration.FromMinutes(205)).Text.ShouldBe(length);

    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(1, "1 working minute")]
    [InlineData(205, "3 working hours 25 minutes")]
    [InlineData(1440, "24 working hours")]
    public void Working_time_is_said_in_hours_however_many(int minutes, string said) =>
        In(Language.English).Working(Duration.FromMinutes(minutes)).Text.ShouldBe(said);

    [Theory]
    [InlineData(1, "1 min robocza")]
    [InlineData(2, "2 min robocze")]
    [InlineData(5, "5 min roboczych")]
    [InlineData(12, "12 min roboczych")]
    [InlineData(22, "22 min robocze")]
    [InlineData(112, "1 godz. 52 min robocze")]
    public void Polish_working_minutes_agree_with_their_number(int minutes, string said) =>
        In(Language.Polish).Working(Duration.FromMinutes(minutes)).Text.ShouldBe(said);

    [Theory]
    [InlineData(1, "دقيقة عمل واحدة")]
    [InlineData(2, "دقيقتا عمل")]
    [InlineData(3, "3 دقائق عمل")]
    [InlineData(11, "11 دقيقة عمل")]
    public void Arabic_working_minutes_agree_with_their_number(int minutes, string said) =>
        In(Language.Arabic).Working(Duration.FromMinutes(minutes)).Text.ShouldBe(said);

    private static Moments In(Language language) => new(Say.In(language), DateTimeZoneProviders.Tzdb["Europe/Warsaw"], Now);
}
