using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Features.Agreement;
using Xunit;

namespace TeamsBot.Tests.Agreement;

/// <summary>What people type into the forms, in the words of the document.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData("30m", "30m")]
    [InlineData("2h", "2h")]
    [InlineData("1h30m", "1h30m")]
    [InlineData("90 min", "90m")]
    [InlineData("1 hour and 30 minutes", "1h30m")]
    [InlineData("2 godz. 5 min", "2h5m")]
    [InlineData("1 godzina i 5 minut", "1h5m")]
    [InlineData("30 دقيقة", "30m")]
    [InlineData("ساعتان و30 دقيقة", "2h30m")]
    [InlineData("٣٠ دقيقة", "30m")]
    [InlineData("1小时30分钟", "1h30m")]
    [InlineData("两小时", "2h")]
    [InlineData("soon", "soon")]
    [InlineData("1.5h", "1.5h")]
    [InlineData("-5m", "-5m")]
    [InlineData("90", "90")]
    [InlineData("?", "?")]
    public void A_length_of_time_is_understood_in_every_language_and_left_as_it_is_where_it_is_none(string typed, string read)
    {
        var tier = new TypedTier(null, typed, null);
        TargetsForm.InDocument(new(tier, tier, tier)).Cold.Accept.ShouldBe(read);
    }

    [Theory]
    [InlineData("Mon-Fri 09:00-17:00", "mon-fri 09:00-17:00")]
    [InlineData("Mon–Thu 09:00–12:00, 13:00–17:00; Fri 09:00–15:00", "mon-thu 09:00–12:00, 13:00–17:00 | fri 09:00–15:00")]
    [InlineData("Sat, Sun 10:00–14:00", "sat, sun 10:00–14:00")]
    [InlineData("Monday to Friday: 9-17\nsat 9.30-12", "mon-fri 9:00-17:00 | sat 9:30-12:00")]
    [InlineData("pon.–czw. 9:00–17:00, pt. 9:00–15:00", "mon-thu 9:00–17:00 | fri 9:00–15:00")]
    [InlineData("środa 9:00-17:00", "wed 9:00-17:00")]
    [InlineData("\u2067الأحد–الخميس\u2069 ٠٨:٠٠–١٦:٠٠", "sun-thu 08:00–16:00")]
    [InlineData("من الأحد 8-16", "من الأحد 8:00-16:00")]
    [InlineData("周一至周五 09:00–17:00；周六09:00-12:00", "mon-fri 09:00–17:00 | sat 09:00-12:00")]
    [InlineData("Funday 9:00-17:00", "Funday 9:00-17:00")]
    [InlineData("Mon-Fri", "mon-fri mon-fri")]
    [InlineData("9:00-17:00", " 9:00-17:00")]
    [InlineData("", "")]
    [InlineData("always", null)]
    [InlineData("24/7", null)]
    [InlineData("Całą dobę.", null)]
    [InlineData("على مدار الساعة", null)]
    [InlineData("全天", null)]
    public void A_week_is_understood_in_every_language(string typed, string? read)
    {
        var week = HoursForm.InDocument(new(typed, "UTC", null), channel: null).Week;
        (week is null ? null : string.Join(" | ", week.Select(days => $"{days.Days} {days.Hours}"))).ShouldBe(read);
    }
}
