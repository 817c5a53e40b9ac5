using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using Xunit;

namespace TeamsBot.Storage.Tests.Duplicates;

/// <summary>Leads point to another, and may be let go again, whoever is at it at the same time.</summary>
public abstract class LeadJoinsContract(Func<Engine> open) : DuplicatesContract(open)
{
    private static readonly Lead One = Numbered(1);
    private static readonly Lead Two = Numbered(2);
    private static readonly Lead Three = Numbered(3);

    [Fact]
    public async Task The_later_points_to_the_earlier_with_who_when_and_why()
    {
        await SaveAsync(One, Two);
        (await JoinAsync(Two, One, Marta)).ShouldBe(new JoinResult(JoinOutcome.Done, Two.Id, One.Id));

        (await JoinedToAsync(Two)).ShouldBe(One.Id);
        (await JoinedToAsync(One)).ShouldBeNull();
        var join = (await Joins.LatestAsync(9, None)).ShouldHaveSingleItem();
        (join.Lead, join.To, join.Cause!.By, join.Cause.At).ShouldBe((Two.Id, One.Id, Marta, Now));
        join.Cause.Why.ShouldBe([MatchReason.SameEmail]);
        var audit = (await RowsAsync(TableNames.Leads)).Where(row => row.RowKey.StartsWith("join|", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (audit.GetString("To"), audit.GetString("By"), audit.GetString("Why")).ShouldBe(("L-1", "marta", "SameEmail"));
        (await ClaimAsync()).ShouldAllBe(item => item.Kind != LeadJoins.ApplyKind);
    }

    [Fact]
    public async Task Undoing_it_leaves_both_as_they_were_and_is_remembered()
    {
        await SaveAsync(One, Two);
        var before = (await Leads.GetAsync(Two.Id, None))!;
        await JoinAsync(One, Two);
        (await Joining.UndoAsync(Two.Id, Marta, None)).ShouldBe(new JoinResult(JoinOutcome.Done, Two.Id, One.Id));

        (await Leads.GetAsync(Two.Id, None)).ShouldBeEquivalentTo(before);
        (await Joins.LatestAsync(9, None)).ShouldBeEmpty();
        (await JoinAsync(One, Two)).Outcome.ShouldBe(JoinOutcome.SaidDifferent);
        (await JoinAsync(One, Two, Marta)).Outcome.ShouldBe(JoinOutcome.Done);
        (await Joining.UndoAsync(Two.Id, Marta, None)).Outcome.ShouldBe(JoinOutcome.Done);
        (await Joining.UndoAsync(Two.Id, Marta, None)).Outcome.ShouldBe(JoinOutcome.Already);
    }

    [Fact]
    public async Task Groups_join_as_wholes_and_a_member_that_is_let_go_takes_its_own_along()
    {
        await SaveAsync(One, Two, Three);
        await JoinAsync(Two, Three);
        (await JoinAsync(One, Three)).ShouldBe(new JoinResult(JoinOutcome.Done, Two.Id, One.Id));
        (await Joins.RootAsync(Three.Id, None)).ShouldBe(One.Id);
        (await JoinAsync(One, Three)).Outcome.ShouldBe(JoinOutcome.Already);

        await Joining.UndoAsync(Two.Id, Marta, None);
        (await Joins.RootAsync(Three.Id, None)).ShouldBe(Two.Id);
        (await Joins.GroupAsync(One.Id, None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_one_that_sales_has_stays_and_two_that_sales_had_are_left_to_a_person()
    {
        await SaveAsync(One);
        var (late, early) = (await AddHandoffAsync("late"), One);
        (await JoinAsync(late.Lead, early)).ShouldBe(new JoinResult(JoinOutcome.Done, early.Id, late.Lead.Id));

        var other = await AddHandoffAsync("other");
        (await JoinAsync(late.Lead, other.Lead)).Outcome.ShouldBe(JoinOutcome.NeedsPerson);
        (await JoinAsync(late.Lead, other.Lead, Marta)).Outcome.ShouldBe(JoinOutcome.Done);
    }

    [Fact]
    public async Task A_handoff_of_a_joined_lead_is_one_of_the_lead_that_stands_for_it()
    {
        await SaveAsync(One, Two);
        await JoinAsync(One, Two);
        var requested = await Changes.RequestAsync(new(Two.Id, "contoso", "19:sales", Marta), "test", _ => { }, None);
        requested!.Handoff.Id.ShouldBe(new HandoffId(One.Id, 1));
        (await Changes.RequestAsync(new(Two.Id, "contoso", "19:sales", Marta), "test", _ => { }, None))!.IsNew.ShouldBeFalse();
    }

    [Fact]
    public async Task Importing_a_joined_lead_again_leaves_it_joined()
    {
        await SaveAsync(One, Two);
        await JoinAsync(One, Two);
        await SaveAsync(Two with { Company = "Nowa Stal SA" });
        (await JoinedToAsync(Two)).ShouldBe(One.Id);
    }

    [Fact]
    public async Task The_check_of_the_ledger_takes_the_rows_of_a_join_for_what_they_are()
    {
        await SaveAsync(One);
        var late = await AddHandoffAsync("late");
        await JoinAsync(late.Lead, One);
        await Joining.UndoAsync(One.Id, Marta, None);
        (await RowsAsync(TableNames.Leads)).Count(row => row.RowKey.StartsWith("join|", StringComparison.Ordinal)).ShouldBe(2);
        (await new LedgerAudit(Tables).RunAsync(None).ToListAsync()).SelectMany(lead => lead.Findings).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_join_that_was_cut_short_is_made_up_for()
    {
        await SaveAsync(One, Two);
        Tables.BeforeWrite = (table, _) => table == TableNames.Leads ? throw new OperationCanceledException() : Task.CompletedTask;
        await Should.ThrowAsync<OperationCanceledException>(() => JoinAsync(One, Two));
        Tables.BeforeWrite = (_, _) => Task.CompletedTask;
        (await JoinedToAsync(Two)).ShouldBeNull();

        Clock.Advance(TimeSpan.FromMinutes(1));
        var item = (await ClaimAsync()).Where(item => item.Kind == LeadJoins.ApplyKind).ShouldHaveSingleItem();
        await Joining.ApplyAsync(new(item.Key), None);
        (await JoinedToAsync(Two)).ShouldBe(One.Id);
        await Joining.ApplyAsync(new(item.Key), None);
        (await RowsAsync(TableNames.Leads)).Count(row => row.RowKey.StartsWith("join|", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Eight_who_join_and_undo_at_once_leave_no_circle_and_no_row_that_says_otherwise()
    {
        Lead[] all = [.. Enumerable.Range(1, 6).Select(Numbered)];
        await SaveAsync(all);
        await AtOnceAsync(8, async writer =>
        {
            var random = new Random(writer);
            for (var step = 0; step < 12; step++)
            {
                var (one, other) = (all[random.Next(6)], all[random.Next(6)]);
                if (random.Next(3) > 0 && one.Id != other.Id)
                {
                    await JoinAsync(one, other, Marta);
                }
                else
                {
                    await Joining.UndoAsync(one.Id, Marta, None);
                }
            }

            return true;
        });

        foreach (var lead in all)
        {
            var root = await Joins.RootAsync(lead.Id, None).WaitAsync(TimeSpan.FromSeconds(30));
            (await Joins.GroupAsync(root, None)).Select(member => member.Value.Lead).ShouldContain(lead.Id);
            (await JoinedToAsync(lead)).ShouldBe((await Joins.LoadAsync(lead.Id, None)).Value.To);
        }

        (await Joins.LatestAsync(99, None)).Count.ShouldBe(all.Length - (await Task.WhenAll(all.Select(lead => Joins.RootAsync(lead.Id, None)))).Distinct().Count());
    }
}

public sealed class LeadJoinsOnSqliteTests() : LeadJoinsContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class LeadJoinsOnAzuriteTests(AzuriteFixture azurite) : LeadJoinsContract(() => Engine.Azurite(azurite));
