using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Text;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "0 minut", "0 دقيقة")]
    [InlineData(1, "1 minuta", "دقيقة واحدة")]
    [InlineData(2, "2 minuty", "دقيقتان")]
    [InlineData(3, "3 minuty", "3 دقائق")]
    [InlineData(5, "5 minut", "5 دقائق")]
    [InlineData(10, "10 minut", "10 دقائق")]
    [InlineData(11, "11 minut", "11 دقيقة")]
    [InlineData(12, "12 minut", "12 دقيقة")]
    [InlineData(14, "14 minut", "14 دقيقة")]
    [InlineData(21, "21 minut", "21 دقيقة")]
    [InlineData(22, "22 minuty", "22 دقيقة")]
    [InlineData(25, "25 minut", "25 دقيقة")]
    [InlineData(99, "99 minut", "99 دقيقة")]
    [InlineData(100, "100 minut", "100 دقيقة")]
    [InlineData(101, "101 minut", "101 دقيقة")]
    [InlineData(102, "102 minuty", "102 دقيقة")]
    [InlineData(103, "103 minuty", "103 دقائق")]
    [InlineData(111, "111 minut", "111 دقيقة")]
    [InlineData(112, "112 minut", "112 دقيقة")]
    [InlineData(122, "122 minuty", "122 دقيقة")]
    public void Minutes_follow_the_number(int n, string polish, string arabic)
    {
        Say.In(Language.Polish).Text("duration.minutes", ("n", n)).ShouldBe(polish);
        Say.In(Language.Arabic).Text("duration.minutes", ("n", n)).ShouldBe(arabic);
        Say.In(Language.Chinese).Text("duration.minutes", ("n", n)).ShouldBe($"{n}分钟");
        Say.In(Language.English).Text("duration.minutes", ("n", n)).ShouldBe(n == 1 ? "1 minute" : $"{n} minutes");
    }

    [Theory]
    [InlineData(Language.Polish, 1, PluralCategory.One)]
    [InlineData(Language.Polish, -4, PluralCategory.Few)]
    [InlineData(Language.Polish, 1_000_002, PluralCategory.Few)]
    [InlineData(Language.Arabic, 0, PluralCategory.Zero)]
    [InlineData(Language.Arabic, 100, PluralCategory.Other)]
    [InlineData(Language.Arabic, 102, PluralCategory.Other)]
    [InlineData(Language.Arabic, 111, PluralCategory.Many)]
    [InlineData(Language.English, 0, PluralCategory.Other)]
    [InlineData(Language.Chinese, 1, PluralCategory.Other)]
    public void Categories_are_those_of_the_common_locale_data(Language language, long n, PluralCategory category) =>
        Plural.Of(language, n).ShouldBe(category);
}
