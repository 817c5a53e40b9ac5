using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public abstract partial class TablesContract
{
    [Fact]
    public async Task Of_fifty_writers_under_one_etag_exactly_one_wins()
    {
        var etag = (await Submit(Add(Row("p", "r"))))[0];
        var winners = await Race(50, writer => Submit(Replace(Row("p", "r", writer), etag), Add(Row("p", $"ledger{writer}", writer))));
        var winner = winners.ShouldHaveSingleItem();
        (await Get("p", "r"))!.GetInt32("Value").ShouldBe(winner);
        (await Keys(TableRange.RowsStartingWith("p", "ledger"))).ShouldBe([$"p/ledger{winner}"]);
    }

    [Fact]
    public async Task Of_fifty_writers_that_add_one_row_exactly_one_wins()
    {
        var winner = (await Race(50, writer => Submit(Add(Row("p", "r", writer))))).ShouldHaveSingleItem();
        (await Get("p", "r"))!.GetInt32("Value").ShouldBe(winner);
    }

    [Fact]
    public async Task A_counter_raised_by_twenty_writers_twenty_times_loses_none()
    {
        await Submit(Add(Row("p", "counter")));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await Increment();
            }
        })));
        (await Get("p", "counter"))!.GetInt32("Value").ShouldBe(400);
    }

    protected async Task Increment()
    {
        while (true)
        {
            var row = (await Get("p", "counter"))!;
            try
            {
                await Submit(Replace(Row("p", "counter", row.GetInt32("Value")!.Value + 1), row.ETag));
                return;
            }
            catch (TableException lost) when (lost.Error is TableError.PreconditionFailed)
            {
            }
        }
    }

    // The writers that won; all others met a conflict and nothing else.
    private static async Task<IReadOnlyList<int>> Race(int writers, Func<int, Task> write)
    {
        var start = new TaskCompletionSource();
        var races = Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                await write(writer);
                return true;
            }
            catch (TableException lost) when (lost.IsConflict)
            {
                return false;
            }
        })).ToList();
        start.SetResult();
        var won = await Task.WhenAll(races);
        return [.. Enumerable.Range(0, writers).Where(writer => won[writer])];
    }
}
