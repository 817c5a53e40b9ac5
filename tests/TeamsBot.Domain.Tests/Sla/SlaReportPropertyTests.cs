using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using Xunit;
using Cast = TeamsBot.Domain.Tests.Handoffs.Cast;

namespace TeamsBot.Domain.Tests.Sla;

/// <summary>The report of any rows says what a slow recomputation in other words says, in whatever order the rows came.</summary>
public sealed class SlaReportPropertyTests
{
    private static readonly PersonRef[] Reps = [Cast.Rita.Person, Cast.Omar.Person, Cast.Mona.Person];

    private static readonly Gen<LedgerEntry> Rows =
        from action in Gen.Elements(HandoffAction.Accept, HandoffAction.Assign, HandoffAction.Reject, HandoffAction.Contact, HandoffAction.Qualify, HandoffAction.Recycle, HandoffAction.RunOut)
        from rep in Gen.Elements(Reps)
        from owned in Gen.Elements(true, false)
        from tier in Gen.Elements(Enum.GetValues<Tier>())
        from channel in Gen.Elements("19:a", "19:b", "19:c", "19:d")
        from clock in Gen.Elements<ClockKind?>(ClockKind.Accept, ClockKind.Contact, null)
        from end in Gen.Elements<ClockEnd?>(ClockEnd.Met, ClockEnd.Breached, ClockEnd.Stopped, null)
        from minutes in Gen.Choose(0, 2000)
        from met in Gen.Elements<bool?>(true, false, null)
        select new LedgerEntry(Cast.Id, 1, action, action == HandoffAction.RunOut ? PersonRef.Baton : rep, Cast.After(minutes))
        {
            Tenant = "contoso",
            Channel = channel,
            Tier = tier,
            RequestedAt = Cast.Start,
            Owner = owned ? rep : null,
            Clock = clock,
            End = clock is null ? null : end,
            Elapsed = Duration.FromMinutes(minutes),
            Target = met is null ? null : Duration.FromMinutes(met == true ? minutes : minutes / 2),
            Met = met,
        };

    [Fact]
    public void It_says_what_a_naive_recomputation_says() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Rows.ArrayOf(40).ToArbitrary(), Compare));

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Rows.ArrayOf(40).ToArbitrary(), rows =>
    {
        var (one, other) = (Report(rows), Report(rows.Reverse()));
        other.Total.ShouldBe(one.Total);
        other.Channels.ShouldBe(one.Channels);
        other.People.ShouldBe(one.People);
        (other.ToAccept, other.ToContact).ShouldBe((one.ToAccept, one.ToContact));
        other.Latest.Select(entry => entry.Late).ShouldBe(one.Latest.Select(entry => entry.Late));
    }));

    private static void Compare(LedgerEntry[] rows)
    {
        var report = Report(rows);
        var ended = rows.Where(row => row.Clock != null && (row.End == ClockEnd.Met || row.End == ClockEnd.Breached)).ToList();
        var met = ended.Count(row => row.End == ClockEnd.Met);
        report.Total.ShouldBe(new SlaFigures(met, ended.Count - met));
        report.Total.MetRate.ShouldBe(ended.Count == 0 ? null : met / (double)ended.Count);
        report.Clocks.ShouldBe(Groups(ended, row => row.Clock!.Value), ignoreOrder: true);
        report.Tiers.ShouldBe(Groups(ended, row => row.Tier), ignoreOrder: true);
        report.Channels.ToDictionary(group => group.Of, group => group.Figures).ShouldBe(Groups(ended, row => row.Channel), ignoreOrder: true);
        report.People.ToDictionary(group => group.Of?.Id.Value ?? "nobody", group => group.Figures)
            .ShouldBe(Groups(ended, row => (row.Owner ?? row.By).Id.Value switch { "baton" => "nobody", var id => id }), ignoreOrder: true);
        report.People.Select(group => group.Figures.Breached).ShouldBeInOrder(SortDirection.Descending);
        report.ToAccept.ShouldBe(Times(rows.Where(row => row.Clock == ClockKind.Accept && row.Action is HandoffAction.Accept or HandoffAction.Assign && row.Clock == ClockKind.Accept)));
        report.ToContact.ShouldBe(Times(rows.Where(row => row.Clock == ClockKind.Contact && row.Action is HandoffAction.Contact or HandoffAction.Qualify && row.Clock == ClockKind.Contact)));
        report.Latest.Select(row => row.Late).ShouldBe(rows
            .Where(row => row.Clock != null && row.Met == false && row.Action != HandoffAction.RunOut)
            .Select(row => (Duration?)(row.Elapsed - row.Target!.Value)).OrderDescending().Take(3));
    }

    private static Dictionary<T, SlaFigures> Groups<T>(IEnumerable<LedgerEntry> ended, Func<LedgerEntry, T> of)
        where T : notnull =>
        ended.GroupBy(of).ToDictionary(group => group.Key, group => new SlaFigures(group.Count(row => row.End == ClockEnd.Met), group.Count(row => row.End == ClockEnd.Breached)));

    private static WorkTimes Times(IEnumerable<LedgerEntry> rows)
    {
        var minutes = rows.Select(row => row.Elapsed.TotalMinutes).Order().ToList();
        if (minutes.Count == 0)
        {
            return new(null, null);
        }

        var median = minutes.Count % 2 == 1 ? minutes[minutes.Count / 2] : (minutes[(minutes.Count / 2) - 1] + minutes[minutes.Count / 2]) / 2;
        return new(Duration.FromMinutes(median), Duration.FromMinutes(minutes[^1]));
    }

    private static SlaReport Report(IEnumerable<LedgerEntry> rows)
    {
        var tally = new SlaTally();
        foreach (var row in rows)
        {
            tally.Add(row);
        }

        return tally.Report();
    }
}
