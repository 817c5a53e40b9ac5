using NodaTime;
using Shouldly;
using TeamsBot.Domain.Operations;
using Xunit;

namespace TeamsBot.Domain.Tests.Operations;

/// <summary>When a trouble begins, is the same as before, and ends.</summary>
public sealed class TroubleTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Sighting Down = new(TroubleKind.TeamsDown, "", Nine);

    [Fact]
    public void What_is_seen_for_the_first_time_rings()
    {
        var trouble = Trouble.Begin(Down, At(1));
        (trouble.Since, trouble.SeenAt, trouble.IsOver, trouble.Ring, trouble.Version).ShouldBe((Nine, At(1), false, 1, 1));
    }

    [Fact]
    public void What_lasts_changes_nothing_that_a_card_shows()
    {
        var trouble = Trouble.Begin(Down, At(1));
        trouble.See(Down, At(1)).ShouldBe(trouble);
        var later = trouble.See(Down, At(9));
        (later.SeenAt, later.Version).ShouldBe((At(9), 1));
    }

    [Fact]
    public void It_ends_once_and_never_before_it_began()
    {
        var over = Trouble.Begin(Down, At(1)).End(At(5));
        (over.Until, over.Version).ShouldBe((At(5), 2));
        over.End(At(8)).ShouldBe(over);
        Trouble.Begin(Down, At(1)).End(Nine - Duration.FromHours(1)).Until.ShouldBe(Nine);
    }

    [Fact]
    public void What_comes_back_soon_is_the_same_and_does_not_ring()
    {
        var back = Trouble.Begin(Down, At(1)).End(At(5)).See(Down with { Since = At(34) }, At(35));
        (back.Since, back.Until, back.Returns, back.Ring, back.Version).ShouldBe((Nine, null, 1, 1, 3));
    }

    [Fact]
    public void What_comes_back_after_the_quiet_time_is_another_one_and_rings()
    {
        var other = Trouble.Begin(Down, At(1)).End(At(5)).See(Down with { Since = At(36) }, At(37));
        (other.Since, other.Until, other.Returns, other.Ring, other.Version).ShouldBe((At(36), null, 0, 2, 3));
    }

    [Fact]
    public void Refusals_are_the_same_trouble_for_a_day()
    {
        var refused = new Sighting(TroubleKind.SendsRefused, "BadRequest", Nine) { Count = 2 };
        var trouble = Trouble.Begin(refused, Nine).See(refused with { Count = 3 }, At(2));
        (trouble.Count, trouble.SeenAt, trouble.Version).ShouldBe((5, At(2), 1));
        trouble.End(At(62)).See(refused with { Since = At(62 + (23 * 60)) }, At(62 + (23 * 60))).Ring.ShouldBe(1);
    }

    [Fact]
    public void An_outage_that_is_known_afterwards_is_over_at_once()
    {
        var outage = new Sighting(TroubleKind.StoreDown, "", Nine) { Until = At(2) };
        var trouble = Trouble.Begin(outage, At(3));
        (trouble.Since, trouble.Until, trouble.Ring).ShouldBe((Nine, At(2), 1));
    }

    [Fact]
    public void Another_instances_account_of_the_same_outage_is_nothing_new()
    {
        var trouble = Trouble.Begin(new(TroubleKind.StoreDown, "", Nine) { Until = At(2) }, At(3));
        trouble.See(new(TroubleKind.StoreDown, "", Nine + Duration.FromSeconds(3)) { Until = At(2) + Duration.FromSeconds(7) }, At(3)).ShouldBe(trouble);
        var over = Trouble.Begin(Down, At(1)).End(At(5));
        over.See(Down, At(5) + Duration.FromSeconds(20)).ShouldBe(over, "an instance that has not noticed the end");
    }

    [Fact]
    public void An_outage_that_nobody_confirms_is_forgotten_after_two_minutes()
    {
        var trouble = Trouble.Begin(Down, Nine);
        trouble.IsForgottenAt(At(1)).ShouldBeFalse();
        trouble.IsForgottenAt(At(2)).ShouldBeTrue();
        trouble.End(At(1)).IsForgottenAt(At(9)).ShouldBeFalse();
    }

    [Fact]
    public void The_card_of_parked_work_follows_the_number()
    {
        var parked = new Sighting(TroubleKind.WorkParked, "", Nine) { Count = 1 };
        var trouble = Trouble.Begin(parked, Nine);
        trouble.See(parked, At(1)).ShouldBe(trouble);
        var more = trouble.See(parked with { Count = 4 }, At(1));
        (more.Count, more.Version, more.Ring).ShouldBe((4, 2, 1));
    }

    private static Instant At(int minute) => Nine + Duration.FromMinutes(minute);
}
