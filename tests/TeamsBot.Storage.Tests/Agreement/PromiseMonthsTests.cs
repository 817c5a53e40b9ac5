using Azure;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Handoffs;
using Xunit;

namespace TeamsBot.Storage.Tests.Agreement;

/// <summary>Months of marketing's promise, looked at by timers that come twice, at once, late and early. It is 2 March 2026.</summary>
public abstract class PromiseMonthsContract(Func<Engine> open) : StoresContract(open)
{
    private static readonly YearMonth March = new(2026, 3);

    private static readonly Instant Half = Instant.FromUtc(2026, 3, 16, 12, 0);
    private static readonly Instant Over = Instant.FromUtc(2026, 4, 1, 0, 10);

    private PromiseStore Promises => new(Tables);

    private JournalStore Journal => new(Tables, Clock);

    private PromiseMonths Months => new(Promises, Agreements, Journal, Queue, Clock);

    [Fact]
    public async Task A_first_look_plans_the_first_reminder_and_a_second_one_nothing_more()
    {
        await AgreeAsync(new(10, 60));

        (await LookAsync()).Next.ShouldBe(Half);
        (await LookAsync()).Next.ShouldBe(Half);

        (await RowsAsync(TableNames.Work)).ShouldHaveSingleItem();
        (await Months.LookAsync("contoso", March, DateTimeZone.Utc, None)).Month!.PlannedFor.ShouldBe(Half);
    }

    [Fact]
    public async Task Of_many_who_look_at_once_one_reminds_and_one_writes_the_ledger()
    {
        await AgreeAsync(new(10, 60));
        await FollowAsync("lead-1", HandoffAction.Accept);
        await FollowAsync("lead-2", HandoffAction.Reject);
        await FollowAsync("lead-3", HandoffAction.Request);
        Until(Half);
        await AtOnceAsync(5, _ => LookAsync());
        Until(Over);
        await AtOnceAsync(5, _ => LookAsync());

        var month = (await LookAsync()).Month!;
        month.Notices.Select(notice => (notice.Percent, notice.Counts)).ShouldBe([(50, new PromiseCounts(3, 1, 2)), (100, new PromiseCounts(3, 1, 2))]);
        (await Promises.LedgerAsync("contoso", None).ToListAsync()).Select(entry => (entry.Number, entry.Kind, entry.Value, entry.Kept))
            .ShouldBe([(1, PromiseKind.Leads, 3, false), (2, PromiseKind.Acceptance, 50, false)]);
        (await Promises.FirstBrokenAsync("contoso", None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_month_is_followed_by_the_next_one_whose_rows_follow_in_the_ledger()
    {
        await AgreeAsync(new(10, 60));
        Until(Over);
        await LookAsync();

        PromiseMonths.Read((await ClaimAfterAsync(Instant.FromUtc(2026, 4, 16, 0, 0))).Single().Key)!.Value.Month.ShouldBe(new YearMonth(2026, 4));
        Until(Instant.FromUtc(2026, 5, 1, 0, 10));
        await Months.LookAsync("contoso", new(2026, 4), DateTimeZone.Utc, None);

        (await Promises.LedgerAsync("contoso", None).ToListAsync()).Select(entry => entry.Number).ShouldBe([1, 2, 3, 4]);
        (await Promises.FirstBrokenAsync("contoso", None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_row_of_the_ledger_that_was_altered_is_found()
    {
        await AgreeAsync(new(10, 60));
        Until(Over);
        await LookAsync();
        var row = (await RowsAsync(TableNames.Agreement)).Single(row => row.RowKey == "kept|0002");
        row["Promised"] = 10;
        await Tables.SubmitAsync(TableNames.Agreement, [new(TableTransactionActionType.UpdateReplace, row, ETag.All)], None);

        (await Promises.FirstBrokenAsync("contoso", None)).ShouldBe(2);
    }

    [Fact]
    public async Task A_promise_that_is_taken_back_ends_the_chain_and_a_new_one_begins_it_anew()
    {
        await AgreeAsync(new(10, 60));
        await LookAsync();
        await AgreeAsync(null);
        Until(Half);
        (await LookAsync()).Next.ShouldBeNull();
        (await LookAsync()).Month!.Notices.ShouldBeEmpty();

        await AgreeAsync(new(20, 60));
        (await LookAsync()).Next.ShouldBe(Instant.FromUtc(2026, 3, 25, 19, 12));
        await AgreeAsync(null);
        Until(Over);

        (await LookAsync()).Next.ShouldBeNull();
        (await Promises.LedgerAsync("contoso", None).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_month_ends_under_the_agreement_of_its_last_moment()
    {
        await AgreeAsync(new(10, 60));
        Until(Over);
        await AgreeAsync(new(1, 1));

        await LookAsync();

        (await Promises.LedgerAsync("contoso", None).ToListAsync()).Select(entry => (entry.Promised, entry.Agreement)).ShouldBe([(10, 1), (60, 1)]);
    }

    [Fact]
    public async Task A_notice_is_claimed_once_until_it_is_given_up()
    {
        var month = new PromiseMonth("contoso", March, DateTimeZone.Utc);
        var notice = new PromiseNotice(1, 50, Now, new(0, 0, 0), new(10, 60), 1);
        (await AtOnceAsync(5, _ => Promises.ClaimAsync(month, notice, Mark.Person, None))).Count(claimed => claimed).ShouldBe(1);
        (await Promises.ClaimAsync(month, notice, Rita.Person, None)).ShouldBeTrue();

        await Promises.ToldAsync(month, notice, Rita.Person, "a:chat", "1");
        await Promises.ReleaseAsync(month, notice, Mark.Person);

        (await Promises.ClaimAsync(month, notice, Rita.Person, None)).ShouldBeFalse();
        (await Promises.ClaimAsync(month, notice, Mark.Person, None)).ShouldBeTrue();
    }

    private Task<PromiseLook> LookAsync() => Months.LookAsync("contoso", March, DateTimeZone.Utc, None);

    private async Task AgreeAsync(Promise? promise)
    {
        var current = await Agreements.InForceAsync("contoso", None);
        var next = SlaAgreement.Initial(DateTimeZone.Utc) with { Version = current.Version + 1, ChangedBy = Mark.Person, ChangedAt = Now, Promise = promise };
        (await Agreements.AddAsync("contoso", next, None)).ShouldBe(AgreementAdded.InForce);
    }

    private void Until(Instant at) => Clock.Advance((at - Now).ToTimeSpan());

    private async Task<IReadOnlyList<WorkItem>> ClaimAfterAsync(Instant at)
    {
        Until(at);
        return await ClaimAsync();
    }

    // A handoff of today, and what sales did with it, in the journal.
    private async Task FollowAsync(string lead, HandoffAction answer)
    {
        var stored = await AddHandoffAsync(lead);
        var decision = answer switch
        {
            HandoffAction.Accept => stored.Handoff.Accept(Rita, Now),
            HandoffAction.Reject => stored.Handoff.Reject(Rita, Now, RejectionReason.Budget, null),
            _ => null,
        };
        if (decision is Decision.Applied applied)
        {
            (await Handoffs.SaveAsync(stored, applied, "activity", None)).ShouldBeTrue();
        }

        await Journal.FollowAsync((await Handoffs.LoadAsync(stored.Handoff.Id, None))!.Handoff, None);
    }
}

public sealed class PromiseMonthsOnSqliteTests() : PromiseMonthsContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class PromiseMonthsOnAzuriteTests(AzuriteFixture azurite) : PromiseMonthsContract(() => Engine.Azurite(azurite));
