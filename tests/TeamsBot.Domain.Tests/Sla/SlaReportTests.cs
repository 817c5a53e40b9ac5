using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Domain.Tests.Handoffs;
using Xunit;
using Cast = TeamsBot.Domain.Tests.Handoffs.Cast;

namespace TeamsBot.Domain.Tests.Sla;

/// <summary>What the ledger's rows add up to.</summary>
public sealed class SlaReportTests
{
    [Fact]
    public void Without_an_ended_clock_there_is_no_rate()
    {
        var report = new SlaTally().Report();
        (report.Total.Ended, report.Total.MetRate, report.ToAccept.Median, report.ToContact.Slowest).ShouldBe((0, null, null, null));
        (report.Channels.Count, report.People.Count, report.Latest.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_lead_accepted_and_contacted_in_time_is_two_clocks_met()
    {
        var accepted = Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.After(20)).ShouldApply();
        var report = Report([.. accepted.Entries, accepted.After.Contact(Cast.Rita, Cast.After(80)).ShouldAcknowledge()]);

        (report.Total, report.Total.MetRate).ShouldBe((new SlaFigures(2, 0), 1.0));
        report.Clocks.ShouldBe(new Dictionary<ClockKind, SlaFigures> { [ClockKind.Accept] = new(1, 0), [ClockKind.Contact] = new(1, 0) }, ignoreOrder: true);
        report.Tiers.ShouldBe(new Dictionary<Tier, SlaFigures> { [Tier.Hot] = new(2, 0) });
        report.Channels.ShouldBe([new SlaGroup<string>("19:sales", new(2, 0))]);
        report.People.ShouldBe([new SlaGroup<PersonRef?>(Cast.Rita.Person, new(2, 0))]);
        (report.ToAccept.Median, report.ToContact.Median).ShouldBe((Duration.FromMinutes(20), Duration.FromMinutes(60)));
    }

    [Fact]
    public void A_late_acceptance_is_one_breach_of_nobody_and_counts_with_all_that_it_took()
    {
        var report = Report(Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.After(45)).ShouldApply().Entries);

        report.Total.ShouldBe(new SlaFigures(0, 1));
        report.People.ShouldBe([new SlaGroup<PersonRef?>(null, new(0, 1))]);
        report.ToAccept.ShouldBe(new WorkTimes(Duration.FromMinutes(45), Duration.FromMinutes(45)));
        report.Latest.ShouldHaveSingleItem().Late.ShouldBe(Duration.FromMinutes(15));
    }

    [Fact]
    public void A_late_contact_is_a_breach_of_the_owner()
    {
        var report = Report(Cast.Accepted(Tier.Hot).Contact(Cast.Rita, Cast.After(200)).ShouldApply().Entries);
        report.People.ShouldBe([new SlaGroup<PersonRef?>(Cast.Rita.Person, new(0, 1))]);
        report.ToContact.Slowest.ShouldBe(Duration.FromMinutes(190));
    }

    [Fact]
    public void A_rejection_is_in_time_for_its_rep_and_no_acceptance()
    {
        var report = Report([Cast.Requested().Reject(Cast.Omar, Cast.After(5), RejectionReason.Need, note: null).ShouldAcknowledge()]);
        report.People.ShouldBe([new SlaGroup<PersonRef?>(Cast.Omar.Person, new(1, 0))]);
        report.ToAccept.Median.ShouldBeNull();
    }

    [Fact]
    public void A_lead_sent_back_ended_no_clock_and_was_not_contacted()
    {
        var report = Report([Cast.Accepted().Recycle(Cast.Rita, Cast.After(40), RecycleReason.Timing, Cast.Until, Cast.Today).ShouldAcknowledge()]);
        (report.Total.Ended, report.ToContact.Median).ShouldBe((0, null));
    }

    [Fact]
    public void A_qualification_after_the_contact_counts_for_nothing()
    {
        var report = Report([Cast.At(Standing.Contacted).Qualify(Cast.Rita, Cast.After(9999)).ShouldAcknowledge()]);
        (report.Total.Ended, report.ToContact.Median, report.Latest.Count).ShouldBe((0, null, 0));
    }

    [Fact]
    public void The_median_of_two_is_between_them()
    {
        var report = Report([Accept(10, Cast.Rita), Accept(20, Cast.Omar)]);
        report.ToAccept.ShouldBe(new WorkTimes(Duration.FromMinutes(15), Duration.FromMinutes(20)));
    }

    [Fact]
    public void A_person_has_the_name_of_their_last_row()
    {
        var renamed = new Actor(new(Cast.Rita.Person.Id, "Rita King"), Roles.Rep);
        Report([Accept(20, renamed), Accept(10, Cast.Rita)]).People.ShouldBe([new SlaGroup<PersonRef?>(renamed.Person, new(2, 0))]);
    }

    [Fact]
    public void The_latest_three_are_named_the_latest_first()
    {
        var late = new[] { 45, 90, 31, 60 }.SelectMany(minutes => Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.After(minutes)).ShouldApply().Entries);
        Report(late).Latest.Select(entry => entry.Elapsed.TotalMinutes).ShouldBe([90, 60, 45]);
    }

    private static LedgerEntry Accept(int minutes, Actor by) => Cast.Requested().Accept(by, Cast.After(minutes)).ShouldAcknowledge();

    private static SlaReport Report(IEnumerable<LedgerEntry> entries)
    {
        var tally = new SlaTally();
        foreach (var entry in entries)
        {
            tally.Add(entry);
        }

        return tally.Report();
    }
}
