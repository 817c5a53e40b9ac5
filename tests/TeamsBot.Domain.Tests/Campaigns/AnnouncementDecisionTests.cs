using NodaTime;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using Xunit;

namespace TeamsBot.Domain.Tests.Campaigns;

/// <summary>Who may do what to an announcement, and what the second click does.</summary>
public sealed class AnnouncementDecisionTests
{
    private static readonly Instant Live = Dock.At(Dock.Warsaw, 11, 30, 12);
    private static readonly Instant Over = Dock.At(Dock.Warsaw, 12, 19, 12);

    [Fact]
    public void A_rep_announces_nothing() =>
        AnnouncementDecisions.Begin("A-1", "t", Dock.Ben, AnnouncementForm.Empty, Dock.Now).ShouldBeOfType<AnnouncementDecision.Refused>().Why.ShouldBe(AnnouncementRefusal.NotAMarketer);

    [Fact]
    public void Another_marketer_changes_nothing_and_a_manager_and_the_owner_may()
    {
        var owned = Dock.Announced with { Published = Dock.Form.With(AnnouncementForm.Owner, "olga") };

        Why(Dock.Announced.Withdraw(Dock.OtherMarketer)).ShouldBe(AnnouncementRefusal.NotYours);
        Applied(Dock.Announced.Withdraw(Dock.Wei)).WithdrawnBy.ShouldBe(Dock.Wei.Person);
        Applied(owned.Withdraw(Dock.OtherMarketer)).Status.ShouldBe(AnnouncementStatus.Withdrawn);
    }

    [Fact]
    public void What_is_typed_is_kept_good_or_not_and_the_channels_see_nothing_of_it()
    {
        var typed = Applied(Dock.Announced.Type(Dock.Mia, Dock.Form.With(AnnouncementForm.Budget, "??"), Dock.Now, Dock.Warsaw));

        typed.Draft![AnnouncementForm.Budget].ShouldBe("??");
        typed.Version.ShouldBe(Dock.Announced.Version);
        typed.Content.Form.ShouldBe(Dock.Form);
    }

    [Fact]
    public void Typing_the_same_is_nothing_and_typing_what_is_published_leaves_no_draft()
    {
        var typed = Applied(Dock.Announced.Type(Dock.Mia, Dock.Form.With(AnnouncementForm.Goal, "20 demos"), Dock.Now, Dock.Warsaw));

        typed.Type(Dock.Mia, typed.Draft!, Dock.Now, Dock.Warsaw).ShouldBeOfType<AnnouncementDecision.Repeated>();
        Applied(typed.Type(Dock.Mia, Dock.Form, Dock.Now, Dock.Warsaw)).Draft.ShouldBeNull();
    }

    [Fact]
    public void A_second_click_on_post_posts_nothing_new() => Dock.Announced.Announce(Dock.Mia, Dock.Context, null).ShouldBeOfType<AnnouncementDecision.Repeated>();

    [Fact]
    public void A_draft_with_a_fault_is_not_posted() =>
        Dock.Draft(Dock.Form.With(AnnouncementForm.Name, null)).Announce(Dock.Mia, Dock.Context, null).ShouldBeOfType<AnnouncementDecision.Faulty>()
            .Faults.ShouldHaveSingleItem().Field.ShouldBe(AnnouncementForm.Name);

    [Fact]
    public void An_edit_is_a_new_version_and_the_first_announcement_stays_when_it_was()
    {
        var typed = Applied(Dock.Announced.Type(Dock.Mia, Dock.Form.With(AnnouncementForm.EndsOn, "2026-12-22"), Live, Dock.Warsaw));
        var edited = Applied(typed.Announce(Dock.Mia, Dock.Context with { Now = Live }, null));

        (edited.Version, edited.AnnouncedAt, edited.LastDay).ShouldBe((2, Dock.Now, new LocalDate(2026, 12, 22)));
    }

    [Fact]
    public void After_the_end_and_after_a_withdrawal_nothing_is_edited()
    {
        var withdrawn = Applied(Dock.Announced.Withdraw(Dock.Mia));

        Why(Dock.Announced.Type(Dock.Mia, Dock.Form.With(AnnouncementForm.EndsOn, "2027-01-31"), Over, Dock.Warsaw)).ShouldBe(AnnouncementRefusal.Over);
        Why(withdrawn.Type(Dock.Mia, Dock.Form.With(AnnouncementForm.Goal, "x"), Dock.Now, Dock.Warsaw)).ShouldBe(AnnouncementRefusal.Withdrawn);
        withdrawn.Withdraw(Dock.Mia).ShouldBeOfType<AnnouncementDecision.Repeated>();
    }

    [Fact]
    public void It_ends_early_only_while_it_is_live()
    {
        Why(Dock.Announced.EndEarly(Dock.Mia, Dock.Now, Dock.Warsaw)).ShouldBe(AnnouncementRefusal.NotBegun);
        Why(Dock.Draft(Dock.Form).EndEarly(Dock.Mia, Dock.Now, Dock.Warsaw)).ShouldBe(AnnouncementRefusal.NotAnnounced);
        var ended = Applied(Dock.Announced.EndEarly(Dock.Mia, Live, Dock.Warsaw));
        ended.LastDay.ShouldBe(new LocalDate(2026, 11, 30));
        ended.PhaseAt(Live, Dock.Warsaw).ShouldBe(CampaignPhase.Live);
        ended.EndEarly(Dock.Mia, Live, Dock.Warsaw).ShouldBeOfType<AnnouncementDecision.Repeated>();
        Dock.Announced.EndEarly(Dock.Mia, Over, Dock.Warsaw).ShouldBeOfType<AnnouncementDecision.Repeated>();
    }

    [Fact]
    public void People_are_reminded_once()
    {
        var reminded = Applied(Dock.Announced.Remind(Dock.Mia, Live, Dock.Warsaw));

        Why(reminded.Remind(Dock.Mia, Live, Dock.Warsaw)).ShouldBe(AnnouncementRefusal.AlreadyReminded);
        Why(Dock.Announced.Remind(Dock.Mia, Over, Dock.Warsaw)).ShouldBe(AnnouncementRefusal.Over);
        Why(Dock.Draft(Dock.Form).Remind(Dock.Mia, Dock.Now, Dock.Warsaw)).ShouldBe(AnnouncementRefusal.NotAnnounced);
    }

    private static Announcement Applied(AnnouncementDecision decision) => decision.ShouldBeOfType<AnnouncementDecision.Applied>().After;

    private static AnnouncementRefusal Why(AnnouncementDecision decision) => decision.ShouldBeOfType<AnnouncementDecision.Refused>().Why;
}
