using System.Globalization;
using NodaTime;
using Shouldly;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using Xunit;

namespace TeamsBot.Storage.Tests.Work;

/// <summary>Work that is done at least once, by one at a time, when it is due.</summary>
public abstract class WorkQueueContract(Func<Engine> open, int many) : StoresContract(open)
{
    private static readonly TimeSpan Lease = WorkQueue.Lease.ToTimeSpan();

    [Fact]
    public async Task An_item_is_claimed_from_its_time_on_and_says_what_was_planned()
    {
        var planned = Now;
        var due = Now + Duration.FromMinutes(5);
        await Queue.PlanAsync("remind", "lead/7 线索~1", due, None);
        Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromTicks(1));
        var item = (await ClaimAsync()).ShouldHaveSingleItem();
        (item.Kind, item.Key, item.PlannedFor, item.PlannedAt, item.Attempts).ShouldBe(("remind", "lead/7 线索~1", due, planned, 1));
        item.Due.ShouldBe(Now + WorkQueue.Lease);
    }

    [Fact]
    public async Task Two_claimers_share_all_items_and_no_item_comes_twice()
    {
        await AtOnceAsync(many, number => Queue.PlanAsync("post", Name(number), Now, None));
        var claimed = await AtOnceAsync(2, _ => ClaimAllAsync(new WorkQueue(Tables, Clock)));
        claimed.SelectMany(keys => keys).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, many).Select(Name));
    }

    [Fact]
    public async Task An_item_of_a_claimer_that_died_comes_back_when_its_lease_ends()
    {
        await Queue.PlanAsync("post", "a", Now, None);
        (await ClaimAsync()).Count.ShouldBe(1);
        Clock.Advance(Lease - TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_claimer_that_comes_too_late_neither_removes_nor_moves_what_another_has()
    {
        await Queue.PlanAsync("post", "a", Now, None);
        var late = (await ClaimAsync()).Single();
        Clock.Advance(Lease);
        var theirs = (await ClaimAsync()).Single();
        await Queue.CompleteAsync(late, None);
        (await Queue.PostponeAsync(late, Now, None)).ShouldBeNull();
        (await RowsAsync(TableNames.Work)).ShouldHaveSingleItem();
        await Queue.CompleteAsync(theirs, None);
        (await RowsAsync(TableNames.Work)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_completed_item_is_gone_and_may_be_completed_again()
    {
        var item = await Queue.PlanAsync("post", "a", Now, None);
        await Queue.CompleteAsync(item, None);
        await Queue.CompleteAsync(item, None);
        Clock.Advance(Lease * 2);
        (await ClaimAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_postponed_item_comes_when_it_was_put_off_to()
    {
        await Queue.PlanAsync("post", "a", Now, None);
        var postponed = await Queue.PostponeAsync((await ClaimAsync()).Single(), Now + Duration.FromHours(1), None);
        postponed!.Attempts.ShouldBe(1);
        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(2);
        (await Queue.PostponeAsync(postponed, Now, None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_time_that_an_item_was_first_planned_for_stays_when_it_is_claimed_and_put_off()
    {
        var due = (await Queue.PlanAsync("remind", "a", Now + Duration.FromMinutes(1), None)).PlannedFor;
        due.ShouldBe(Now + Duration.FromMinutes(1));
        Clock.Advance(TimeSpan.FromMinutes(2));
        var postponed = await Queue.PostponeAsync((await ClaimAsync()).Single(), Now + Duration.FromHours(1), None);
        postponed!.PlannedFor.ShouldBe(due);
        Clock.Advance(TimeSpan.FromHours(1));
        (await ClaimAsync()).ShouldHaveSingleItem().PlannedFor.ShouldBe(due);
    }

    [Fact]
    public async Task An_item_that_a_version_without_it_wrote_was_planned_for_the_time_that_it_is_due()
    {
        await Queue.PlanAsync("remind", "a", Now, None);
        var row = (await RowsAsync(TableNames.Work)).Single();
        row["PlannedFor"] = null;
        await Tables.SubmitAsync(TableNames.Work, [new(TableTransactionActionType.UpdateReplace, row, row.ETag)], None);
        (await ClaimAsync()).ShouldHaveSingleItem().PlannedFor.ShouldBe(Now);
    }

    [Fact]
    public async Task Items_of_one_key_come_oldest_first()
    {
        foreach (var minutes in new[] { 7, 1, 9, 3, 0, 8, 2 })
        {
            await Queue.PlanAsync($"after {minutes}", "one key, so one shard", Now + Duration.FromMinutes(minutes), None);
        }

        Clock.Advance(TimeSpan.FromMinutes(8));
        (await ClaimAsync()).Select(item => item.Kind).ShouldBe(["after 0", "after 1", "after 2", "after 3", "after 7", "after 8"]);
    }

    [Fact]
    public async Task Items_of_all_shards_come_oldest_first()
    {
        await PlanMinutesAsync(60);
        Clock.Advance(TimeSpan.FromMinutes(49));
        (await ClaimAsync()).Select(item => item.Key).ShouldBe(Enumerable.Range(0, 50).Select(Name));
    }

    [Fact]
    public async Task As_many_are_claimed_as_were_asked_for_and_the_others_are_left()
    {
        await PlanMinutesAsync(40);
        Clock.Advance(TimeSpan.FromMinutes(40));
        (await ClaimAsync(most: 7)).Select(item => item.Key).ShouldBe(Enumerable.Range(0, 7).Select(Name));
        (await ClaimAsync(most: 0)).ShouldBeEmpty();
        (await ClaimAsync(most: 30)).Select(item => item.Key).ShouldBe(Enumerable.Range(7, 30).Select(Name));
        (await ClaimAsync(most: 30)).Select(item => item.Key).ShouldBe(Enumerable.Range(37, 3).Select(Name));
    }

    [Fact]
    public async Task A_claimer_that_finds_another_at_the_oldest_leaves_that_one_and_takes_of_the_others()
    {
        await PlanMinutesAsync(40);
        Clock.Advance(TimeSpan.FromMinutes(40));
        IReadOnlyList<WorkItem> theirs = [];
        Tables.BeforeNextWrite(TableNames.Work, async () => theirs = await ClaimAsync(most: 1));
        var ours = await ClaimAsync(most: 5);
        theirs.ShouldHaveSingleItem().Key.ShouldBe(Name(0));
        ours.Count.ShouldBe(5);
        ours.Select(item => item.Key).ShouldBe(Enumerable.Range(int.Parse(ours[0].Key, CultureInfo.InvariantCulture), 5).Select(Name));
        (await ClaimAsync()).Select(item => item.Key).Union(ours.Select(item => item.Key)).Count().ShouldBe(39);
    }

    [Fact]
    public async Task An_intent_is_nobody_elses_until_its_lease_ends()
    {
        var intent = await Queue.IntendAsync("post", "a", None);
        Clock.Advance(Lease - TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldHaveSingleItem().PlannedAt.ShouldBe(intent.PlannedAt);
    }

    [Fact]
    public async Task An_intent_and_its_timer_are_planned_together_and_each_comes_in_its_time()
    {
        Tables.BeforeNextWrite(TableNames.Work, () =>
        {
            Tables.BeforeNextWrite(TableNames.Work, () => throw new TableException(TableError.Unavailable, "There is one write only."));
            return Task.CompletedTask;
        });
        var due = Now + Duration.FromHours(1);
        var intent = await Queue.IntendAsync("show", "a", new("breach", due), None);
        (intent.Kind, intent.Key, intent.Due).ShouldBe(("show", "a", Now + WorkQueue.Lease));
        Tables.BeforeWrite = (_, _) => Task.CompletedTask;
        await Queue.CompleteAsync(intent, None);
        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        (await ClaimAsync()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromTicks(1));
        var timer = (await ClaimAsync()).ShouldHaveSingleItem();
        (timer.Kind, timer.Key, timer.PlannedFor, timer.Attempts).ShouldBe(("breach", "a", due, 1));
    }

    [Fact]
    public async Task An_intent_that_cannot_be_written_leaves_no_timer_and_a_timer_that_cannot_leaves_no_intent()
    {
        Tables.BeforeNextWrite(TableNames.Work, () => throw new TableException(TableError.Unavailable, "Gone."));
        await Should.ThrowAsync<TableException>(() => Queue.IntendAsync("show", "a", new("breach", Now), None));
        await Should.ThrowAsync<TableException>(() => Queue.IntendAsync("show", "a", new(new string('/', 512), Now), None));
        (await RowsAsync(TableNames.Work)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_work_planned_often_at_once_is_so_many_items()
    {
        await AtOnceAsync(20, _ => Queue.PlanAsync("post", "a", Now, None));
        (await ClaimAsync()).Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_key_may_be_as_long_as_any_id()
    {
        var key = new string('/', 512);
        await Queue.PlanAsync("post", key, Now, None);
        (await ClaimAsync()).ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    // One every minute from now on, none in order.
    private Task<WorkItem[]> PlanMinutesAsync(int count) => AtOnceAsync(
        count, number => Queue.PlanAsync("remind", Name(number), Now + Duration.FromMinutes(number), None));

    private async Task<IReadOnlyList<string>> ClaimAllAsync(WorkQueue queue)
    {
        var keys = new List<string>();
        while (await ClaimAsync(queue, most: 32) is { Count: > 0 } items)
        {
            keys.AddRange(items.Select(item => item.Key));
        }

        return keys;
    }

    private static string Name(int number) => number.ToString("D4", CultureInfo.InvariantCulture);
}

public sealed class WorkQueueOnSqliteTests() : WorkQueueContract(Engine.Sqlite, many: 1000);

[Collection(AzuriteTests.Name)]
public sealed class WorkQueueOnAzuriteTests(AzuriteFixture azurite) : WorkQueueContract(() => Engine.Azurite(azurite), many: 150);
