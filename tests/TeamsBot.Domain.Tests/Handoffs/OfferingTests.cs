using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>One rep is asked alone for a while, then the channel.</summary>
public sealed class OfferingTests
{
    private static readonly LeadRoute ToRita = new("DACH", "east", RouteBasis.Turn, Cast.Rita.Person) { By = "Germany", Until = Cast.After(60) };

    private static readonly Handoff Offered = Cast.Requested().Offered(ToRita);

    [Fact]
    public void The_rep_is_told_and_nobody_else_but_the_requester()
    {
        (Offered.OfferedTo, Offered.OfferEndsAt, Offered.OnHandsOf).ShouldBe((Cast.Rita.Person, Cast.After(60), Cast.Rita.Person));
        Copy.Of(Offered).ShouldBe([new(Audience.Requester, Cast.Mark.Person), new(Audience.Notice, Cast.Rita.Person, 1)]);
        Offered.Notices.All.ShouldHaveSingleItem().ShouldBe(new Notice(1, NoticeKind.Offer, ClockKind.Accept, Cast.Start, Cast.Rita.Person, null, null));
    }

    [Fact]
    public void For_that_time_others_are_told_whose_it_is_and_after_it_they_may_take_it()
    {
        Offered.Accept(Cast.Omar, Cast.After(59)).InAWord().ShouldBe("OfferedToAnother");
        Offered.Reject(Cast.Omar, Cast.After(59), RejectionReason.Budget, note: null).InAWord().ShouldBe("OfferedToAnother");
        Offered.Ask(Cast.Omar, Cast.After(59), Cast.Question).InAWord().ShouldBe("OfferedToAnother");
        Offered.Accept(Cast.Omar, Cast.After(60)).ShouldApply().After.Owner.ShouldBe(Cast.Omar.Person);
        Offered.Reassign(Cast.Mona, Cast.After(5), Cast.Omar).ShouldApply().After.Owner.ShouldBe(Cast.Omar.Person);
    }

    [Fact]
    public void What_the_rep_takes_in_time_is_never_the_channels()
    {
        var taken = Offered.Accept(Cast.Rita, Cast.After(30)).ShouldApply().After;
        (taken.Owner, taken.OfferedTo, taken.OnHandsOf).ShouldBe((Cast.Rita.Person, null, Cast.Rita.Person));
        Copy.Of(taken).ShouldBe([new(Audience.Requester, Cast.Mark.Person), new(Audience.Owner, Cast.Rita.Person)]);
    }

    [Fact]
    public void When_the_time_is_over_the_channel_is_asked_once()
    {
        Offered.NextStep(Cast.Terms).ShouldBe(Cast.After(60));
        Offered.Tick(Cast.After(59), Cast.Terms, reach: null).ShouldRepeat(Offered);

        var (open, change, entries) = Offered.Tick(Cast.After(61), Cast.Terms, reach: null).ShouldApply();
        (open.OfferedTo, open.OfferEndsAt, open.OnHandsOf, open.Route!.EndedAt, open.Version).ShouldBe((null, null, null, Cast.After(61), 2));
        (change.Action, change.By, entries.Count).ShouldBe((HandoffAction.Pass, PersonRef.Baton, 0));
        Copy.Of(open).ShouldContain(new Copy(Audience.Channel, null));
        open.Tick(Cast.After(62), Cast.Terms, reach: null).ShouldRepeat(open);
        open.NextStep(Cast.Terms).ShouldBe(Cast.After(120)); // The reminder at half of four hours.
    }

    [Fact]
    public void A_tick_that_comes_late_opens_it_and_does_what_else_is_due()
    {
        var late = Offered.Tick(Cast.After(125), Cast.Terms, reach: null).ShouldApply().After;
        late.OfferedTo.ShouldBeNull();
        late.Notices.All.Select(notice => notice.Kind).ShouldBe([NoticeKind.Offer, NoticeKind.Reminder]);
        late.Notices.All[1].To.ShouldBeNull();
    }

    [Fact]
    public void A_reminder_in_that_time_goes_to_the_rep()
    {
        var long_ = Cast.Requested().Offered(ToRita with { Until = Cast.After(200) });
        var reminded = long_.Tick(Cast.After(121), Cast.Terms, reach: null).ShouldApply().After;
        var reminder = reminded.Notices.All[^1];
        (reminder.Kind, reminder.To, reminder.IsOpen(reminded)).ShouldBe((NoticeKind.Reminder, Cast.Rita.Person, true));
    }

    [Fact]
    public void Nobody_has_it_alone_beyond_the_time_for_an_answer() =>
        Cast.Requested(Tier.Hot).Offered(ToRita).OfferEndsAt.ShouldBe(Cast.After(30));

    [Fact]
    public void The_rep_may_leave_it_to_the_channel_at_once_and_twice_is_once()
    {
        var (passed, change, _) = Offered.Pass(Cast.Rita, Cast.After(5), Cast.Terms).ShouldApply();
        (passed.OfferedTo, passed.Route!.EndedAt, change.By).ShouldBe((null, Cast.After(5), Cast.Rita.Person));
        passed.Pass(Cast.Rita, Cast.After(6), Cast.Terms).ShouldRepeat(passed);
        passed.Accept(Cast.Omar, Cast.After(7)).ShouldApply();
    }

    [Fact]
    public void What_is_not_offered_to_somebody_they_cannot_pass_on()
    {
        Offered.Pass(Cast.Omar, Cast.After(5), Cast.Terms).InAWord().ShouldBe("NothingToPass");
        Offered.Pass(Cast.Mona, Cast.After(5), Cast.Terms).InAWord().ShouldBe("NothingToPass");
        Cast.Requested().Pass(Cast.Rita, Cast.After(5), Cast.Terms).InAWord().ShouldBe("NothingToPass");
        Offered.Reassign(Cast.Mona, Cast.After(5), Cast.Omar).ShouldApply().After.Pass(Cast.Rita, Cast.After(6), Cast.Terms).InAWord().ShouldBe("TakenByAnother");
    }

    [Fact]
    public void Of_a_forgotten_lead_stays_by_which_rule_it_went_and_not_by_what_of_its_own()
    {
        var erased = Offered.Erased(Cast.After(5));
        (erased.Route!.Rule, erased.Route.By, erased.OfferedTo, erased.OnHandsOf).ShouldBe(("DACH", null, null, null));
    }

    [Fact]
    public void A_lead_that_goes_to_the_channel_at_once_is_offered_to_nobody()
    {
        var route = new LeadRoute("All", "gulf", RouteBasis.Channel, null);
        var open = Cast.Requested().Offered(route);
        (open.Route, open.OfferEndsAt, open.Notices.Count).ShouldBe((route, null, 0));
        Copy.Of(open).ShouldContain(new Copy(Audience.Channel, null));
    }
}
