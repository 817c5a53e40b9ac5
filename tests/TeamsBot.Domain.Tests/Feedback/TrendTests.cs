using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using Xunit;

namespace TeamsBot.Domain.Tests.Feedback;

public sealed class TrendTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static readonly Gen<Dictionary<Objection, int>> Counts =
        from numbers in Gen.Choose(0, 12).ArrayOf(Enum.GetValues<Objection>().Length)
        select numbers.Select((number, at) => (Objection: (Objection)at, number)).Where(counted => counted.number > 0).ToDictionary(counted => counted.Objection, counted => counted.number);

    private static readonly Gen<FeedbackFigures> Weeks =
        from heard in Counts
        from accepted in Gen.Choose(0, 20)
        from rejected in Gen.Choose(0, 20)
        select Week(accepted, rejected) with { Objections = heard };

    [Theory]
    [InlineData(5, 10, 40, true)] // 2.5 a week before
    [InlineData(5, 11, 40, false)] // not doubled
    [InlineData(4, 1, 40, false)] // too few
    [InlineData(6, 0, 40, true)] // new
    [InlineData(6, 0, 4, false)] // hardly anything was heard before
    public void An_objection_is_one_when_it_doubles_with_five_cases(int now, int before, int others, bool isOne)
    {
        var found = Trend.Found(Heard((Objection.Price, now), (Objection.Timing, 10)), Heard((Objection.Price, before), (Objection.Timing, others)));

        found.Any(trend => trend is { Kind: TrendKind.Objection, What: nameof(Objection.Price) }).ShouldBe(isOne);
    }

    [Fact]
    public void More_of_everything_is_no_trend() =>
        Trend.Found(Heard((Objection.Price, 30), (Objection.Timing, 60)), Heard((Objection.Price, 20), (Objection.Timing, 40))).ShouldBeEmpty();

    [Fact]
    public void That_nothing_was_heard_is_no_trend() =>
        Trend.Found(Heard((Objection.None, 30), (Objection.Timing, 1)), Heard((Objection.None, 1), (Objection.Timing, 40))).ShouldBeEmpty();

    [Theory]
    [InlineData(8, 12, 22, 18, true)] // 55 to 40 percent, on the line
    [InlineData(9, 11, 22, 18, false)]
    [InlineData(0, 9, 40, 0, false)] // too few answers
    [InlineData(0, 20, 9, 0, false)] // too few before
    public void The_acceptance_is_one_when_it_falls_by_fifteen_points_with_ten_answers(int accepted, int rejected, int acceptedBefore, int rejectedBefore, bool isOne) =>
        Trend.Found(Week(accepted, rejected), Week(acceptedBefore, rejectedBefore)).Any(trend => trend.Kind == TrendKind.Acceptance).ShouldBe(isOne);

    [Fact]
    public void What_goes_on_is_pointed_out_once_and_again_after_it_was_over()
    {
        var (before, high, low) = (Heard((Objection.Price, 8), (Objection.Timing, 40)), Heard((Objection.Price, 6), (Objection.Timing, 5)), Heard((Objection.Price, 1), (Objection.Timing, 9)));
        var memory = TrendMemory.Empty.After(Monday, high, before);
        memory.NewIn(Monday).ShouldHaveSingleItem().ShouldBe(new(TrendKind.Objection, nameof(Objection.Price), 6, 2, 5));

        // By now the four weeks before hold the high one, and it would not count as doubled any more.
        memory = memory.After(Monday.PlusWeeks(1), high, Heard((Objection.Price, 12), (Objection.Timing, 35)));
        memory.NewIn(Monday.PlusWeeks(1)).ShouldBeEmpty();
        memory.Trends.ShouldHaveSingleItem();

        memory = memory.After(Monday.PlusWeeks(2), low, before);
        memory.Trends.ShouldBeEmpty();
        memory = memory.After(Monday.PlusWeeks(3), high, before);
        memory.NewIn(Monday.PlusWeeks(3)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_week_of_which_nothing_was_heard_ends_it()
    {
        var (before, high) = (Heard((Objection.Price, 8), (Objection.Timing, 40)), Heard((Objection.Price, 6), (Objection.Timing, 5)));
        TrendMemory.Empty.After(Monday, high, before).After(Monday.PlusWeeks(2), high, before).NewIn(Monday.PlusWeeks(2)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_second_look_at_a_week_says_the_same_whatever_came_in_meanwhile() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        Weeks.ArrayOf(3).ToArbitrary(),
        weeks =>
        {
            var once = TrendMemory.Empty.After(Monday, weeks[0], weeks[1]);
            once.After(Monday, weeks[2], weeks[1]).ShouldBeSameAs(once);
        }));

    [Fact]
    public void Whatever_is_found_crossed_its_line_and_lasts_while_nothing_changes() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Weeks.ArrayOf(5).ToArbitrary(),
        weeks =>
        {
            var (week, before) = (weeks[0], FeedbackFigures.Sum(weeks[1..]));
            foreach (var trend in Trend.Found(week, before))
            {
                trend.Lasts(week).ShouldBeTrue();
                (trend.Kind == TrendKind.Acceptance ? trend.Before - trend.Now >= 0.15 - 1e-9 : trend.Now >= 5 && trend.Now >= 2 * trend.Before).ShouldBeTrue();
            }

            var memory = TrendMemory.Empty.After(Monday, week, before).After(Monday.PlusWeeks(1), week, before);
            memory.NewIn(Monday.PlusWeeks(1)).ShouldBeEmpty();
        }));

    [Fact]
    public void One_case_more_ends_no_trend() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Weeks.ArrayOf(2).ToArbitrary(),
        weeks =>
        {
            foreach (var trend in Trend.Found(weeks[0], weeks[1]).Where(trend => trend.Kind == TrendKind.Objection))
            {
                var objection = Enum.Parse<Objection>(trend.What);
                var more = weeks[0] with { Objections = new Dictionary<Objection, int>(weeks[0].Objections) { [objection] = weeks[0].Objections[objection] + 1 } };
                Trend.Found(more, weeks[1]).ShouldContain(found => found.IsSame(trend));
            }
        }));

    [Theory]
    [InlineData("2026-03-09T08:59:59Z", "2026-03-09")]
    [InlineData("2026-03-08T22:59:00Z", "2026-03-02")]
    [InlineData("2026-03-08T23:00:00Z", "2026-03-09")]
    public void A_week_begins_on_Monday_where_the_organisation_is(string now, string monday) =>
        FeedbackSpan.MondayOf(NodaTime.Text.InstantPattern.General.Parse(now).Value, DateTimeZoneProviders.Tzdb["Europe/Warsaw"])
            .ShouldBe(NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value);

    private static FeedbackFigures Week(int accepted, int rejected) =>
        new() { Accepted = accepted, Reasons = rejected == 0 ? new Dictionary<RejectionReason, int>() : new Dictionary<RejectionReason, int> { [RejectionReason.Budget] = rejected } };

    private static FeedbackFigures Heard(params (Objection Objection, int Times)[] counts) =>
        new() { Objections = counts.Where(counted => counted.Times > 0).ToDictionary(counted => counted.Objection, counted => counted.Times) };
}
