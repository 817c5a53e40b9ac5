using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using Xunit;

namespace TeamsBot.Domain.Tests.Campaigns;

/// <summary>What may be announced, and what is said of the rest.</summary>
public sealed class AnnouncementCheckTests
{
    [Fact]
    public void Name_dates_and_a_channel_are_enough() => AnnouncementCheck.Faults(Dock.Form, Dock.Context).ShouldBeEmpty();

    [Theory]
    [InlineData(AnnouncementForm.Name, "", AnnouncementFaultKind.Missing)]
    [InlineData(AnnouncementForm.StartsOn, "", AnnouncementFaultKind.Missing)]
    [InlineData(AnnouncementForm.StartsOn, "23.11.2026", AnnouncementFaultKind.NotReadable)]
    [InlineData(AnnouncementForm.StartsOn, "2026-02-30", AnnouncementFaultKind.NotReadable)]
    [InlineData(AnnouncementForm.EndsOn, "2026-11-22", AnnouncementFaultKind.EndBeforeStart)]
    [InlineData(AnnouncementForm.Budget, "about ten", AnnouncementFaultKind.NotReadable)]
    [InlineData(AnnouncementForm.Budget, "-5 EUR", AnnouncementFaultKind.NotReadable)]
    [InlineData(AnnouncementForm.Owner, "nobody", AnnouncementFaultKind.Unknown)]
    [InlineData(AnnouncementForm.Links, "Brief http://content.example.com/brief", AnnouncementFaultKind.NotReadable)]
    [InlineData(AnnouncementForm.Links, "Brief https://user:secret@content.example.com/brief", AnnouncementFaultKind.NotReadable)]
    [InlineData(AnnouncementForm.Links, "javascript:alert(1)", AnnouncementFaultKind.NotReadable)]
    [InlineData(AnnouncementForm.SalesChannels, "", AnnouncementFaultKind.Missing)]
    [InlineData(AnnouncementForm.SalesChannels, "dach,gone", AnnouncementFaultKind.Unknown)]
    [InlineData(AnnouncementForm.PostTime, "09:00", AnnouncementFaultKind.Missing, AnnouncementForm.PostDate)]
    [InlineData(AnnouncementForm.PostDate, "2026-11-20", AnnouncementFaultKind.Missing, AnnouncementForm.PostTime)]
    public void What_is_wrong_is_said_at_its_field(string field, string typed, AnnouncementFaultKind kind, string? at = null) =>
        AnnouncementCheck.Faults(Dock.Form.With(field, typed), Dock.Context).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Kind.ShouldBe(kind), fault => fault.Field.ShouldBe(at ?? field));

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        AnnouncementCheck.Faults(AnnouncementForm.Empty.With(AnnouncementForm.Budget, "x"), Dock.Context).Select(fault => fault.Field)
            .ShouldBe([AnnouncementForm.Name, AnnouncementForm.StartsOn, AnnouncementForm.EndsOn, AnnouncementForm.Budget, AnnouncementForm.SalesChannels]);

    [Fact]
    public void A_campaign_that_is_over_is_not_announced_and_one_that_ends_today_is()
    {
        var lastWeek = Dock.Form.With(AnnouncementForm.StartsOn, "2026-10-26");

        AnnouncementCheck.Faults(lastWeek.With(AnnouncementForm.EndsOn, "2026-11-04"), Dock.Context).ShouldHaveSingleItem().Kind.ShouldBe(AnnouncementFaultKind.EndInPast);
        AnnouncementCheck.Faults(lastWeek.With(AnnouncementForm.EndsOn, "2026-11-05"), Dock.Context).ShouldBeEmpty();
    }

    // At noon in Warsaw it is 6:00 in New York.
    [Theory]
    [InlineData("2026-11-05", "11:59", true)]
    [InlineData("2026-11-05", "05:59", false)]
    [InlineData("2026-11-05", "06:01", true)]
    [InlineData("2026-11-04", "23:00", false)]
    public void A_time_of_posting_is_past_when_it_is_for_every_channel(string date, string time, bool isGood) =>
        AnnouncementCheck.Faults(Posted(date, time), Dock.Context).Select(fault => fault.Kind)
            .ShouldBe(isGood ? [] : [AnnouncementFaultKind.PostInPast]);

    [Fact]
    public void It_is_not_posted_after_its_end() =>
        AnnouncementCheck.Faults(Posted("2026-12-19", "09:00"), Dock.Context).ShouldHaveSingleItem().Kind.ShouldBe(AnnouncementFaultKind.PostAfterEnd);

    [Fact]
    public void A_time_of_posting_that_was_good_is_no_fault_of_a_later_edit()
    {
        var before = Posted("2026-11-02", "09:00");

        AnnouncementCheck.Faults(before.With(AnnouncementForm.Offer, "A free audit"), Dock.Context, before).ShouldBeEmpty();
    }

    [Fact]
    public void Long_lists_and_texts_are_too_much_in_every_language()
    {
        var points = string.Join('\n', Enumerable.Repeat("- A point", 21));
        var form = Dock.Form.With(AnnouncementForm.TalkingPoints, points)
            .With(AnnouncementForm.In(AnnouncementForm.TalkingPoints, Language.Polish), new string('x', 201))
            .With(AnnouncementForm.Name, new string('n', 81));

        AnnouncementCheck.Faults(form, Dock.Context).Select(fault => (fault.Field, fault.Kind, fault.Most)).ShouldBe(
        [
            (AnnouncementForm.Name, AnnouncementFaultKind.TooLong, 80),
            (AnnouncementForm.TalkingPoints, AnnouncementFaultKind.TooMany, 20),
            ("talkingPoints.polish", AnnouncementFaultKind.TooLong, 200),
        ]);
    }

    [Theory]
    [InlineData("12,500 EUR", 12500d, "EUR")]
    [InlineData("EUR 12 500", 12500d, "EUR")]
    [InlineData("12.500,75 zł PLN", null, null)]
    [InlineData("12.500,75 PLN", 12500.75, "PLN")]
    [InlineData("1,234,567.5", 1234567.5, null)]
    [InlineData("900", 900d, null)]
    public void An_amount_is_read_in_either_style(string typed, double? amount, string? currency)
    {
        var read = AnnouncementContent.Of(AnnouncementForm.Empty.With(AnnouncementForm.Budget, typed)).Budget;

        read?.Amount.ShouldBe((decimal)amount!);
        read?.Currency.ShouldBe(currency);
        (read is null).ShouldBe(amount is null);
    }

    [Fact]
    public void A_line_is_a_title_and_an_address()
    {
        var links = AnnouncementContent.Of(AnnouncementForm.Empty.With(AnnouncementForm.Links, "One-page brief | https://content.example.com/brief\n- https://content.example.com/script")).Links;

        links.Select(link => (link.Title, link.Address.AbsoluteUri)).ShouldBe(
            [("One-page brief", "https://content.example.com/brief"), ("content.example.com", "https://content.example.com/script")]);
    }

    [Fact]
    public void A_language_has_its_own_words_and_those_of_the_organisation_for_the_rest()
    {
        var content = AnnouncementContent.Of(Dock.Form.With(AnnouncementForm.Offer, "A free audit").With(AnnouncementForm.Audience, "Heads of operations")
            .With(AnnouncementForm.In(AnnouncementForm.Offer, Language.Polish), "Bezpłatny audyt"));

        content.TextIn(Language.Polish).Offer.ShouldBe("Bezpłatny audyt");
        content.TextIn(Language.Polish).Audience.ShouldBe("Heads of operations");
        content.TextIn(Language.Chinese).Offer.ShouldBe("A free audit");
    }

    private static AnnouncementForm Posted(string date, string time) => Dock.Form.With(AnnouncementForm.PostDate, date).With(AnnouncementForm.PostTime, time);
}
