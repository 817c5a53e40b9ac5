using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Handoffs;
using Xunit;

namespace TeamsBot.Storage.Tests.Work;

/// <summary>Many people and processes at one handoff: one of them changes it, all are told the truth, no work is lost.</summary>
public abstract class HandoffChangesContract(Func<Engine> open) : StoresContract(open)
{
    private static readonly TimeSpan Lease = WorkQueue.Lease.ToTimeSpan();

    [Fact]
    public async Task Of_fifty_people_who_accept_at_once_one_gets_the_lead_and_the_others_learn_who()
    {
        var before = await AddHandoffAsync();
        var decisions = await AtOnceAsync(50, async number => (await AcceptAsync(before.Handoff.Id, $"rep {number}"))!.Decision);
        var winner = decisions.OfType<Decision.Applied>().ShouldHaveSingleItem().After;
        decisions.OfType<Decision.Refused>().Count(refused => refused.Why == Refusal.TakenByAnother && refused.Current.Owner == winner.Owner).ShouldBe(49);
        var after = (await Handoffs.LoadAsync(before.Handoff.Id, None))!;
        after.Handoff.ShouldBe(winner);
        after.Lead.Owner.ShouldBe(winner.Owner!.Name);
        (await Handoffs.LedgerAsync(winner.Id, None).ToListAsync()).ShouldHaveSingleItem().By.ShouldBe(winner.Owner);
        (await ClaimAfterCrashAsync()).ShouldHaveSingleItem().Key.ShouldBe(winner.Id.ToString());
    }

    [Fact]
    public async Task The_same_click_delivered_five_times_has_one_effect_and_one_answer()
    {
        var before = await AddHandoffAsync();
        var decisions = await AtOnceAsync(5, async _ => (await AcceptAsync(before.Handoff.Id, "rita"))!.Decision);
        var applied = decisions.OfType<Decision.Applied>().ShouldHaveSingleItem();
        decisions.OfType<Decision.Repeated>().Select(repeated => repeated.Current).ShouldBe(Enumerable.Repeat(applied.After, 4));
        (await Handoffs.LedgerAsync(before.Handoff.Id, None).ToListAsync()).Count.ShouldBe(1);
        (await ClaimAfterCrashAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_that_many_hand_over_at_once_is_handed_over_once()
    {
        var lead = (await AddLeadAsync()).Value.Id;
        var requests = await AtOnceAsync(10, number => RequestAsync(lead, $"activity-{number}"));
        requests.Count(request => request!.IsNew).ShouldBe(1);
        requests.Select(request => request!.Handoff).Distinct().ShouldHaveSingleItem().Id.ShouldBe(new HandoffId(lead, 1));
        (await RowsAsync(TableNames.Leads)).Count(row => row.RowKey.StartsWith("handoff", StringComparison.Ordinal)).ShouldBe(1);
        (await ClaimAfterCrashAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_closed_handoff_lets_the_lead_be_handed_over_anew()
    {
        var first = (await AddHandoffAsync()).Handoff.Id;
        await DecideAsync(first, handoff => handoff.Reject(Rita, Now, RejectionReason.Timing, note: null));
        var second = await RequestAsync(first.Lead);
        (second!.IsNew, second.Handoff.Id.Number).ShouldBe((true, 2));
        (await Handoffs.LatestAsync(first.Lead, None)).ShouldBe(second.Handoff);
        (await RequestAsync(first.Lead))!.IsNew.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_keeps_the_first_step_and_the_tier_of_the_score()
    {
        var request = await RequestAsync((await AddLeadAsync()).Value.Id);
        request!.Handoff.ShouldBe(HandoffDecisions.Request(request.Handoff.Id, "contoso", "19:sales", Domain.Sla.Tier.Warm, Mark.Person, Now, await Agreements.TermsAsync("contoso", None)) with { FirstStep = "Call at noon", Score = new(70, []) });
        request.Lead.Stage.ShouldBe(FunnelStage.Intent);
        (await Handoffs.LoadAsync(request.Handoff.Id, None))!.Lead.Stage.ShouldBe(FunnelStage.HandedOff);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_changed_and_leaves_no_work()
    {
        (await AcceptAsync(new HandoffId(new LeadId("nobody"), 1), "rita")).ShouldBeNull();
        (await RequestAsync(new LeadId("nobody"))).ShouldBeNull();
        (await RowsAsync(TableNames.Work)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_and_a_repetition_write_nothing()
    {
        var before = await AddHandoffAsync();
        await AcceptAsync(before.Handoff.Id, "rita");
        Tables.BeforeWrite = (table, _) => throw new InvalidOperationException($"A write to {table}.");
        (await AcceptAsync(before.Handoff.Id, "rita"))!.Decision.ShouldBeOfType<Decision.Repeated>();
        (await AcceptAsync(before.Handoff.Id, "omar"))!.Decision.ShouldBeOfType<Decision.Refused>();
    }

    [Fact]
    public async Task A_lead_that_an_import_changed_meanwhile_is_looked_at_again()
    {
        var before = await AddHandoffAsync();
        Tables.BeforeNextWrite(TableNames.Leads, () => ImportAsync(before.Lead.Id, "Ada King"));
        (await AcceptAsync(before.Handoff.Id, "rita"))!.Lead.Name.ShouldBe("Ada King");
        var after = (await Handoffs.LoadAsync(before.Handoff.Id, None))!;
        (after.Lead.Name, after.Lead.Owner, after.Handoff.Version).ShouldBe(("Ada King", "rita", 2));
        (await ClaimAfterCrashAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lead_that_an_import_changed_while_it_was_handed_over_is_looked_at_again()
    {
        var lead = (await AddLeadAsync()).Value.Id;
        Tables.BeforeNextWrite(TableNames.Leads, () => ImportAsync(lead, "Ada King"));
        (await RequestAsync(lead))!.Lead.Name.ShouldBe("Ada King");
        (await ClaimAfterCrashAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_crash_before_the_change_leaves_the_handoff_as_it_was_and_work_that_somebody_looks_at()
    {
        var before = await AddHandoffAsync();
        Tables.BeforeNextWrite(TableNames.Leads, () => throw new TableException(TableError.Unavailable, "Gone."));
        await Should.ThrowAsync<TableException>(() => AcceptAsync(before.Handoff.Id, "rita"));
        (await Handoffs.LoadAsync(before.Handoff.Id, None)).ShouldBe(before);
        (await ClaimAsync()).ShouldBeEmpty();
        (await ClaimAfterCrashAsync()).ShouldHaveSingleItem().Key.ShouldBe(before.Handoff.Id.ToString());
    }

    [Fact]
    public async Task The_work_of_showing_a_change_is_handed_out_once_and_only_after_the_change()
    {
        var before = await AddHandoffAsync();
        var planned = new List<WorkItem>();
        await Changes.DecideAsync(before.Handoff.Id, (stored, terms) => stored.Handoff.Accept(Rita, Now, terms), "activity-1", planned.Add, None);
        await Changes.DecideAsync(before.Handoff.Id, (stored, terms) => stored.Handoff.Accept(Rita, Now, terms), "activity-1", planned.Add, None);
        await Queue.CompleteAsync(planned.ShouldHaveSingleItem(), None);
        (await RowsAsync(TableNames.Work)).ShouldHaveSingleItem().GetString("Kind").ShouldBe(HandoffChanges.ClockKind);
    }

    [Fact]
    public async Task A_write_that_hangs_is_given_up_while_the_intent_is_still_ours()
    {
        var before = await AddHandoffAsync();
        var hanging = new TaskCompletionSource();
        Tables.BeforeWrite = async (table, cancel) =>
        {
            if (table == TableNames.Leads)
            {
                hanging.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            }
        };
        var accepting = AcceptAsync(before.Handoff.Id, "rita");
        await hanging.Task;
        Clock.Advance(Lease / 3);
        await Should.ThrowAsync<OperationCanceledException>(() => accepting);
        (await ClaimAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_is_overtaken_time_and_again_gives_up_and_says_so()
    {
        var before = await AddHandoffAsync();
        var round = 0;
        var importing = false;
        Tables.BeforeWrite = async (table, _) =>
        {
            if (table == TableNames.Leads && !importing)
            {
                importing = true;
                await ImportAsync(before.Lead.Id, $"Name {round++}");
                importing = false;
            }
        };
        var failure = await Should.ThrowAsync<TableException>(() => AcceptAsync(before.Handoff.Id, "rita"));
        failure.Error.ShouldBe(TableError.Unavailable);
        round.ShouldBe(60);
    }

    // What another instance finds when the one that wrote is gone.
    private Task<IReadOnlyList<WorkItem>> ClaimAfterCrashAsync()
    {
        Clock.Advance(Lease);
        return ClaimAsync();
    }

    private Task<Decided?> AcceptAsync(HandoffId id, string name) => DecideAsync(id, handoff => handoff.Accept(Rep(name), Now));

    private Task<Decided?> DecideAsync(HandoffId id, Func<Handoff, Decision> decide) =>
        Changes.DecideAsync(id, (stored, _) => decide(stored.Handoff), "activity-1", _ => { }, None);

    private Task<Requested?> RequestAsync(LeadId lead, string origin = "activity-1") =>
        Changes.RequestAsync(new(lead, "contoso", "19:sales", Mark.Person) { FirstStep = "Call at noon" }, origin, _ => { }, None);
}

public sealed class HandoffChangesOnSqliteTests() : HandoffChangesContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class HandoffChangesOnAzuriteTests(AzuriteFixture azurite) : HandoffChangesContract(() => Engine.Azurite(azurite));
