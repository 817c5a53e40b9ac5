using Azure;
using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public abstract partial class TablesContract
{
    [Fact]
    public async Task Creating_a_table_again_keeps_its_rows()
    {
        await Submit(Add(Row("p", "r", 7)));
        await Tables.CreateAsync([Table, Table + "x"], None);
        (await Get("p", "r"))!.GetInt32("Value").ShouldBe(7);
    }

    [Fact]
    public async Task An_added_row_is_read_back_with_its_etag_and_time()
    {
        var etag = (await Submit(Add(Row("p", "r", 7)))).ShouldHaveSingleItem();
        var row = (await Get("p", "r"))!;
        row.ETag.ShouldBe(etag);
        row.PartitionKey.ShouldBe("p");
        row.RowKey.ShouldBe("r");
        row.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, object>("Value", 7));
        row.Timestamp.ShouldBeGreaterThan(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_row_that_is_not_there_reads_as_null() => (await Get("p", "missing")).ShouldBeNull();

    [Fact]
    public async Task Adding_a_row_that_is_there_is_refused()
    {
        await Submit(Add(Row("p", "r", 1)));
        var refused = await Refused(Add(Row("p", "r", 2)));
        refused.Error.ShouldBe(TableError.AlreadyExists);
        refused.IsConflict.ShouldBeTrue();
        refused.FailedIndex.ShouldBe(0);
        (await Get("p", "r"))!.GetInt32("Value").ShouldBe(1);
    }

    [Fact]
    public async Task Replacing_drops_the_properties_that_are_not_given()
    {
        var etag = (await Submit(Add(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 })))[0];
        var changed = (await Submit(Replace(new TableEntity("p", "r") { ["A"] = 3 }, etag)))[0];
        changed.ShouldNotBe(etag);
        var row = (await Get("p", "r"))!;
        row.ETag.ShouldBe(changed);
        row["A"].ShouldBe(3);
        row["B"].ShouldBeNull();
    }

    [Fact]
    public async Task Merging_keeps_the_properties_that_are_not_given()
    {
        var etag = (await Submit(Add(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 })))[0];
        await Submit(Merge(new TableEntity("p", "r") { ["A"] = "three", ["C"] = true }, etag));
        var row = (await Get("p", "r"))!;
        row["A"].ShouldBe("three");
        row["B"].ShouldBe(2);
        row["C"].ShouldBe(true);
    }

    [Fact]
    public async Task A_change_under_an_old_etag_is_refused()
    {
        var old = (await Submit(Add(Row("p", "r", 1))))[0];
        await Submit(Replace(Row("p", "r", 2), old));
        (await Refused(Replace(Row("p", "r", 3), old))).Error.ShouldBe(TableError.PreconditionFailed);
        (await Refused(Merge(Row("p", "r", 3), old))).Error.ShouldBe(TableError.PreconditionFailed);
        (await Refused(Delete("p", "r", old))).Error.ShouldBe(TableError.PreconditionFailed);
        (await Get("p", "r"))!.GetInt32("Value").ShouldBe(2);
    }

    [Fact]
    public async Task A_change_of_a_row_that_is_not_there_is_refused()
    {
        (await Refused(Replace(Row("p", "r"), ETag.All))).Error.ShouldBe(TableError.NotFound);
        (await Refused(Merge(Row("p", "r"), ETag.All))).Error.ShouldBe(TableError.NotFound);
        (await Refused(Delete("p", "r", ETag.All))).Error.ShouldBe(TableError.NotFound);
    }

    [Fact]
    public async Task A_row_deleted_and_added_again_does_not_wear_its_old_etag()
    {
        var first = (await Submit(Add(Row("p", "r"))))[0];
        (await Submit(Delete("p", "r", first)))[0].ShouldBe(default);
        (await Get("p", "r")).ShouldBeNull();
        await Submit(Add(Row("p", "r")));
        (await Refused(Delete("p", "r", first))).Error.ShouldBe(TableError.PreconditionFailed);
    }

    [Fact]
    public async Task Whatever_is_there_is_overwritten_only_when_that_is_said()
    {
        await Submit(Add(Row("p", "r", 1)));
        (await Refused(Replace(Row("p", "r", 2), default))).Error.ShouldBe(TableError.Invalid);
        await Submit(Replace(Row("p", "r", 2), ETag.All));
        (await Get("p", "r"))!.GetInt32("Value").ShouldBe(2);
    }

    [Fact]
    public async Task A_transaction_does_all_of_its_actions()
    {
        var etags = await Submit(Add(Row("p", "a", 1)), Add(Row("p", "b", 1)), Add(Row("p", "c", 1)));
        var answers = await Submit(
            Replace(Row("p", "a", 2), etags[0]), Merge(Row("p", "b", 2), etags[1]), Delete("p", "c", etags[2]), Add(Row("p", "d", 2)));
        answers.Count.ShouldBe(4);
        answers[2].ShouldBe(default);
        var rows = await Query(TableRange.Partition("p"));
        rows.Select(row => row.RowKey).ShouldBe(["a", "b", "d"]);
        rows.Select(row => row.ETag).ShouldBe([answers[0], answers[1], answers[3]]);
        rows.ShouldAllBe(row => row.GetInt32("Value") == 2);
    }

    [Fact]
    public async Task A_transaction_that_fails_does_none_of_its_actions_and_names_the_one_that_failed()
    {
        var etags = await Submit(Add(Row("p", "a", 1)), Add(Row("p", "b", 1)));
        var refused = await Refused(
            Replace(Row("p", "a", 2), etags[0]), Add(Row("p", "new", 2)), Add(Row("p", "b", 2)), Delete("p", "c", ETag.All));
        refused.Error.ShouldBe(TableError.AlreadyExists);
        refused.FailedIndex.ShouldBe(2);
        var rows = await Query(TableRange.Partition("p"));
        rows.Select(row => row.RowKey).ShouldBe(["a", "b"]);
        rows.Select(row => row.ETag).ShouldBe(etags);
    }

    [Fact]
    public async Task Many_transactions_have_an_outcome_each()
    {
        await Submit(Add(Row("taken", "r")));
        string[] partitions = ["one", "taken", "two", "bad/key", "three"];
        var outcomes = await Tables.SubmitManyAsync(
            [.. partitions.Select(partition => new TableTransaction(Table, [Add(Row(partition, "q")), Add(Row(partition, "r"))]))], None);
        outcomes.Select(outcome => outcome?.Error).ShouldBe([null, TableError.AlreadyExists, null, TableError.Invalid, null]);
        (await Keys(TableRange.Everything)).ShouldBe(["one/q", "one/r", "taken/r", "three/q", "three/r", "two/q", "two/r"]);
    }

    [Fact]
    public async Task Many_rows_are_read_in_the_order_asked()
    {
        var rows = Enumerable.Range(0, 600).Select(i => Row($"p{i}", "r", i)).ToList();
        (await Tables.SubmitManyAsync([.. rows.Select(row => new TableTransaction(Table, [Add(row)]))], None)).ShouldAllBe(error => error == null);
        var keys = Enumerable.Range(0, 620).Reverse().Select(i => new TableKey($"p{i}", "r")).ToList();
        var read = await Tables.GetManyAsync(Table, keys, None);
        read.Select(row => row?.GetInt32("Value")).ShouldBe(Enumerable.Range(0, 620).Reverse().Select(i => i < 600 ? i : (int?)null));
    }

    [Fact]
    public async Task A_table_that_was_never_created_is_not_found()
    {
        const string Missing = "neverCreated";
        (await Should.ThrowAsync<TableException>(() => Tables.SubmitAsync(Missing, [Add(Row("p", "r"))], None))).Error.ShouldBe(TableError.NotFound);
        (await Should.ThrowAsync<TableException>(async () => await Tables.QueryAsync(Missing, TableRange.Everything, null, None).GetAsyncEnumerator().MoveNextAsync()))
            .Error.ShouldBe(TableError.NotFound);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_is_not_written()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(() => Tables.SubmitAsync(Table, [Add(Row("p", "r"))], cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Tables.GetAsync(Table, "p", "r", cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Tables.SubmitManyAsync([new(Table, [Add(Row("p", "r"))])], cancelled));
        (await Get("p", "r")).ShouldBeNull();
    }
}
