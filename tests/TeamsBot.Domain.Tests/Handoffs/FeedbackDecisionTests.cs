using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Privacy;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

public sealed class FeedbackDecisionTests
{
    private static readonly HelpfulContent Brief = new("0a1b2c", "One-page brief");

    private static readonly Handoff Accepted = ((Decision.Applied)Cast.Requested().Accept(Cast.Rita, Cast.After(1))).After;
    private static readonly Handoff Contacted = ((Decision.Applied)Accepted.Contact(Cast.Rita, Cast.After(2))).After;

    [Fact]
    public void The_owner_notes_what_was_heard_and_what_helped()
    {
        var handoff = Heard(Contacted, Objection.Price);
        handoff = After(handoff.Help(Cast.Rita, Cast.After(4), Brief, on: true, Cast.Terms));
        handoff = After(handoff.Quote(Cast.Rita, Cast.After(5), "  “Too dear for one depot.” ", Cast.Terms));

        handoff.Feedback!.Objections.ShouldBe([new(Objection.Price, Cast.After(3))]);
        handoff.Feedback.Content.ShouldBe([new(Brief, Cast.After(4))]);
        handoff.Feedback.Quote.ShouldBe(new("Too dear for one depot.", Cast.After(5)));
        handoff.Feedback.By.ShouldBe(Cast.Rita.Person);
        handoff.State.ShouldBe(HandoffState.Contacted);
        (handoff.LedgerRows, handoff.LedgerHash).ShouldBe((Contacted.LedgerRows, Contacted.LedgerHash));
    }

    [Fact]
    public void A_tap_that_comes_twice_counts_once_and_the_other_one_takes_it_away()
    {
        var handoff = Heard(Contacted, Objection.Price);

        Hear(handoff, Objection.Price, on: true).ShouldBeOfType<Decision.Repeated>().Current.ShouldBeSameAs(handoff);
        var without = After(Hear(handoff, Objection.Price, on: false));
        without.Feedback!.Objections.ShouldBeEmpty();
        Hear(without, Objection.Price, on: false).ShouldBeOfType<Decision.Repeated>();
        without.Quote(Cast.Rita, Cast.After(9), " ", Cast.Terms).ShouldBeOfType<Decision.Repeated>();
    }

    [Fact]
    public void That_there_was_none_stands_alone()
    {
        var none = Heard(Heard(Contacted, Objection.Price), Objection.None);
        none.Feedback!.Objections.Select(noted => noted.What).ShouldBe([Objection.None]);
        Heard(none, Objection.Timing).Feedback!.Objections.Select(noted => noted.What).ShouldBe([Objection.Timing]);

        var nothing = After(After(Contacted.Help(Cast.Rita, Cast.After(3), Brief, on: true, Cast.Terms)).Help(Cast.Rita, Cast.After(4), HelpfulContent.Of(ContentKind.None), on: true, Cast.Terms));
        nothing.Feedback!.Content.Select(noted => noted.What.Kind).ShouldBe([ContentKind.None]);
    }

    [Fact]
    public void Nobody_else_may_and_the_owner_only_after_contact()
    {
        Contacted.Hear(Cast.Omar, Cast.After(3), Objection.Price, on: true, Cast.Terms).ShouldBeOfType<Decision.Refused>().Why.ShouldBe(Refusal.NotYours);
        Contacted.Hear(Cast.Mona, Cast.After(3), Objection.Price, on: true, Cast.Terms).ShouldBeOfType<Decision.Refused>().Why.ShouldBe(Refusal.NotYours);
        Accepted.Hear(Cast.Rita, Cast.After(3), Objection.Price, on: true, Cast.Terms).ShouldBeOfType<Decision.Refused>().Why.ShouldBe(Refusal.NotContacted);
        Cast.Requested().Hear(Cast.Rita, Cast.After(3), Objection.Price, on: true, Cast.Terms).ShouldBeOfType<Decision.Refused>().Why.ShouldBe(Refusal.NotAccepted);
        Contacted.Quote(Cast.Rita, Cast.After(3), new string('x', ContactFeedback.LongestQuote + 1), Cast.Terms).ShouldBeOfType<Decision.Refused>().Why.ShouldBe(Refusal.QuoteTooLong);
    }

    [Fact]
    public void Only_the_owners_copy_is_behind_what_was_noted_and_all_are_behind_what_follows()
    {
        var (own, channel) = (new Copy(Audience.Owner, Cast.Rita.Person), new Copy(Audience.Channel, null));
        var noted = Heard(Heard(Contacted, Objection.Price), Objection.Timing);

        own.IsBehind(noted, Contacted.Version).ShouldBeTrue();
        channel.IsBehind(noted, Contacted.Version).ShouldBeFalse();
        channel.IsBehind(noted, Accepted.Version).ShouldBeTrue();
        var qualified = After(noted.Qualify(Cast.Rita, Cast.After(9)));
        channel.IsBehind(qualified, Contacted.Version).ShouldBeTrue();
        channel.IsBehind(Heard(qualified, Objection.Trust), Contacted.Version).ShouldBeTrue();
        channel.IsBehind(Heard(qualified, Objection.Trust), qualified.Version).ShouldBeFalse();
        channel.IsBehind(noted.Erased(Cast.After(20)), Contacted.Version).ShouldBeTrue();
    }

    [Fact]
    public void What_the_lead_said_is_erased_with_it_and_the_counts_stay()
    {
        var noted = After(Heard(Contacted, Objection.Price).Quote(Cast.Rita, Cast.After(5), "Too dear.", Cast.Terms));

        var erased = noted.Erased(Cast.After(20)).Feedback!;

        erased.Quote.ShouldBeNull();
        erased.Objections.ShouldBe(noted.Feedback!.Objections);
    }

    [Fact]
    public void In_whatever_order_taps_on_different_chips_come_they_come_to_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            Gen.Elements(Enum.GetValues<Objection>().Where(objection => objection != Objection.None)).ArrayOf(6).ToArbitrary(),
            taps => Chosen(taps).ShouldBe(Chosen(taps.Reverse()))));

    private static IEnumerable<Objection> Chosen(IEnumerable<Objection> taps) =>
        taps.Aggregate(Contacted, (handoff, objection) => Hear(handoff, objection, on: true) is Decision.Applied applied ? applied.After : handoff).Feedback!.Objections.Select(noted => noted.What);

    private static Handoff Heard(Handoff handoff, Objection objection) => After(Hear(handoff, objection, on: true));

    private static Decision Hear(Handoff handoff, Objection objection, bool on) => handoff.Hear(Cast.Rita, Cast.After(3), objection, on, Cast.Terms);

    private static Handoff After(Decision decision) => decision.ShouldBeOfType<Decision.Applied>().After;
}
