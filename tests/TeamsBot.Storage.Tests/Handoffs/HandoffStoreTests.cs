using NodaTime;
using Shouldly;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Testing.Handoffs;
using Xunit;

namespace TeamsBot.Storage.Tests.Handoffs;

/// <summary>A handoff, its ledger, its audit and its lead: stored together, read back whole.</summary>
public abstract class HandoffStoreContract(Func<Engine> open) : StoresContract(open)
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Fact]
    public async Task Every_field_of_a_handoff_comes_back()
    {
        var full = Full();
        typeof(Handoff).GetProperties().Where(property => property.CanWrite && property.GetValue(full) is null or 0 or "")
            .ShouldBeEmpty("A field that the test leaves empty is not tested.");
        (await AddHandoffAsync(full, await AddLeadAsync(full.Id.Lead.Value))).Handoff.ShouldBe(full);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b\\c#d?e%f+g|h~i")]
    [InlineData("~1")]
    [InlineData("عميل 线索 é 😀")]
    [InlineData(" leading and trailing ")]
    public async Task A_lead_may_have_any_id(string id)
    {
        var stored = await AddHandoffAsync(id);
        (await Handoffs.LatestAsync(stored.Lead.Id, None)).ShouldBe(stored.Handoff);
        stored.Handoff.Id.ShouldBe(new HandoffId(new LeadId(id), 1));
    }

    [Fact]
    public async Task Each_step_is_stored_with_its_ledger_row_its_audit_row_and_the_lead()
    {
        var stored = await AddHandoffAsync();
        var entries = new List<LedgerEntry>();
        foreach (var (step, number) in Steps().Select((step, number) => (step, number)))
        {
            Clock.Advance(TimeSpan.FromTicks(12_345_678_901));
            var applied = step(stored.Handoff, Now).ShouldBeOfType<Decision.Applied>();
            (await Handoffs.SaveAsync(stored, applied, $"activity-{number + 1}", None)).ShouldBeTrue();
            entries.AddRange(applied.Entries);
            var lead = stored.Lead;
            stored = (await Handoffs.LoadAsync(stored.Handoff.Id, None))!;
            stored.Handoff.ShouldBe(applied.After);
            (stored.Lead.Name, stored.Lead.Stage, stored.Lead.Owner).ShouldBe((lead.Name, lead.Following(applied.After).Stage, lead.Following(applied.After).Owner));
        }

        (await Handoffs.LedgerAsync(stored.Handoff.Id, None).ToListAsync()).ShouldBe(entries);
        var audit = (await RowsAsync(TableNames.Leads)).Where(row => row.RowKey.StartsWith("audit|0001|", StringComparison.Ordinal)).ToList();
        audit.Select(row => row.RowKey).ShouldBe(Enumerable.Range(1, stored.Handoff.Version).Select(version => $"audit|0001|000{version}"));
        audit.Select(row => row.GetString("Action")).ShouldBe(["Request", "Ask", "Answer", "Accept", "Contact", "Reassign", "Qualify", "Recycle"]);
        audit.Select(row => row.GetString("Origin")).ShouldBe(Enumerable.Range(0, 8).Select(number => $"activity-{number}"));
        audit.Select(row => row.GetString("ByName")).ShouldBe(["Mark", "rita", "Mark", "rita", "rita", "rita", "omar", "omar"]);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task The_ledger_says_the_same_of_a_target_before_and_after_it_was_stored(int ticksAfter, bool met)
    {
        var stored = await AddHandoffAsync();
        var applied = stored.Handoff.Accept(Rita, stored.Handoff.AcceptBy.PlusTicks(ticksAfter)).ShouldBeOfType<Decision.Applied>();
        await Handoffs.SaveAsync(stored, applied, "activity-1", None);
        var read = await Handoffs.LedgerAsync(stored.Handoff.Id, None).ToListAsync();
        read.ShouldBe(applied.Entries);
        read[^1].Met.ShouldBe(met);
        (await RowsAsync(TableNames.Leads)).Last(row => row.RowKey.StartsWith("ack|", StringComparison.Ordinal)).GetBoolean("Met").ShouldBe(met);
    }

    [Fact]
    public async Task A_handoff_that_changed_meanwhile_is_not_overwritten_and_nothing_else_is_written()
    {
        var stored = await AddHandoffAsync();
        (await Handoffs.SaveAsync(stored, Accept(stored, Rita), "activity-1", None)).ShouldBeTrue();
        await ShouldWriteNothing(() => Handoffs.SaveAsync(stored, Accept(stored, Omar), "activity-2", None));
    }

    [Fact]
    public async Task A_lead_that_changed_meanwhile_keeps_the_handoff_from_changing()
    {
        var stored = await AddHandoffAsync();
        await ImportAsync(stored.Lead.Id, "Ada King");
        await ShouldWriteNothing(() => Handoffs.SaveAsync(stored, Accept(stored, Rita), "activity-1", None));
    }

    [Fact]
    public async Task A_ledger_row_is_never_written_over()
    {
        var stored = await AddHandoffAsync();
        var taken = new TableEntity(LeadRow.PartitionKey(stored.Lead.Id), "ack|0001|0001") { ["Action"] = "Accept" };
        await Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Add, taken)], None);
        await ShouldWriteNothing(() => Handoffs.SaveAsync(stored, Accept(stored, Rita), "activity-1", None));
    }

    [Fact]
    public async Task A_lead_that_changed_while_it_was_handed_over_is_not_handed_over()
    {
        var lead = await AddLeadAsync();
        await ImportAsync(lead.Value.Id, "Ada King");
        var handoff = AllDay.Request(new(lead.Value.Id, 1), "19:sales", Tier.Hot, Mark.Person, Now);
        await ShouldWriteNothing(() => Handoffs.AddAsync(handoff, lead.Value, lead.ETag, "activity-1", None));
    }

    [Fact]
    public async Task A_lead_that_was_removed_meanwhile_takes_its_handoffs_along()
    {
        var stored = await AddHandoffAsync();
        var rows = await RowsAsync(TableNames.Leads);
        await Tables.SubmitAsync(TableNames.Leads, [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag))], None);
        await ShouldWriteNothing(() => Handoffs.SaveAsync(stored, Accept(stored, Rita), "activity-1", None));
        (await Handoffs.LoadAsync(stored.Handoff.Id, None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_late_answer_to_a_closed_handoff_leaves_the_lead_with_the_later_one()
    {
        var first = await AddHandoffAsync();
        first = await SaveAsync(first, first.Handoff.Ask(Rita, Now, "Who?"));
        first = await SaveAsync(first, first.Handoff.Reject(Omar, Now, RejectionReason.Timing, note: null));
        var lead = (await Handoffs.LeadAsync(first.Lead.Id, None))!;
        await AddHandoffAsync(AllDay.Request(new(lead.Value.Id, 2), "19:sales", Tier.Hot, Mark.Person, Now), lead);
        first = (await Handoffs.LoadAsync(first.Handoff.Id, None))!;
        first = await SaveAsync(first, first.Handoff.Reply(Mark, Now, "Their head of sales."));
        first.Handoff.Answer!.Text.ShouldBe("Their head of sales.");
        first.Lead.Stage.ShouldBe(FunnelStage.HandedOff);
    }

    [Fact]
    public async Task The_latest_handoff_is_the_one_with_the_highest_number_of_this_very_lead()
    {
        await AddHandoffAsync("lead-70", number: 9);
        var lead = await AddLeadAsync();
        (await Handoffs.LatestAsync(lead.Value.Id, None)).ShouldBeNull();
        foreach (var number in new[] { 2, 10, 1 })
        {
            lead = (await Handoffs.LeadAsync(lead.Value.Id, None))!;
            await AddHandoffAsync(AllDay.Request(new(lead.Value.Id, number), "19:sales", Tier.Hot, Mark.Person, Now), lead);
        }

        (await Handoffs.LatestAsync(lead.Value.Id, None))!.Id.Number.ShouldBe(10);
    }

    [Fact]
    public async Task The_ledger_of_one_handoff_holds_no_row_of_another()
    {
        var lead = await AddLeadAsync();
        foreach (var number in new[] { 1, 10, 11 })
        {
            lead = (await Handoffs.LeadAsync(lead.Value.Id, None))!;
            var stored = await AddHandoffAsync(AllDay.Request(new(lead.Value.Id, number), "19:sales", Tier.Hot, Mark.Person, Now), lead);
            await SaveAsync(stored, stored.Handoff.Reject(Rita, Now, RejectionReason.Need, note: null));
        }

        (await Handoffs.LedgerAsync(new(lead.Value.Id, 1), None).ToListAsync()).ShouldHaveSingleItem().Handoff.Number.ShouldBe(1);
    }

    private async Task<StoredHandoff> SaveAsync(StoredHandoff before, Decision decision)
    {
        (await Handoffs.SaveAsync(before, decision.ShouldBeOfType<Decision.Applied>(), "activity-1", None)).ShouldBeTrue();
        return (await Handoffs.LoadAsync(before.Handoff.Id, None))!;
    }

    private async Task ShouldWriteNothing(Func<Task<bool>> write)
    {
        var before = await RowsAsync(TableNames.Leads);
        (await write()).ShouldBeFalse();
        (await RowsAsync(TableNames.Leads)).Select(row => (row.RowKey, row.ETag)).ShouldBe(before.Select(row => (row.RowKey, row.ETag)));
    }

    private Decision.Applied Accept(StoredHandoff stored, Actor by) => stored.Handoff.Accept(by, Now).ShouldBeOfType<Decision.Applied>();

    private static IEnumerable<Func<Handoff, Instant, Decision>> Steps() =>
    [
        (handoff, at) => handoff.Ask(Rita, at, "Which product?"),
        (handoff, at) => handoff.Reply(Mark, at, "线索：两个。"),
        (handoff, at) => handoff.Accept(Rita, at),
        (handoff, at) => handoff.Contact(Rita, at),
        (handoff, at) => handoff.Reassign(Rita, at, Omar),
        (handoff, at) => handoff.Qualify(Omar, at),
        (handoff, at) => handoff.Recycle(Omar, at, RecycleReason.Contract, Today.PlusDays(90), Today),
    ];

    // No handoff has all of this at once; the row has to keep it all the same.
    private static Handoff Full()
    {
        var at = Instant.FromUtc(2026, 3, 2, 9, 0).PlusTicks(1_234_567);
        PersonRef Somebody(string name) => new(new PersonId(name), $"{name} Żółć 王 \"<b>\"");
        return new(new HandoffId(new LeadId("lead/7#~2"), 12), "contoso", "19:sales@thread.tacv2", Tier.Cold, Somebody("requester"), at)
        {
            State = HandoffState.Recycled,
            Version = 7,
            CalledVersion = 4,
            LedgerRows = 5,
            LedgerHash = "abc",
            AcceptClock = new(ClockKind.Accept, at, Duration.FromTicks(11), 3, at.PlusTicks(1))
            {
                Counted = Duration.FromTicks(12),
                End = ClockEnd.Met,
                StoppedAt = at.PlusTicks(10),
                Steps = 2,
            },
            ContactClock = new(ClockKind.Contact, at.PlusTicks(2), Duration.FromTicks(13), 4, at.PlusTicks(3)) { CountsFrom = at.PlusTicks(2) },
            Notices = Notices.None
                .With(NoticeKind.Reminder, ClockKind.Accept, at, percent: 50)
                .With(NoticeKind.Head, ClockKind.Accept, at.PlusTicks(20), Somebody("head"))
                .With(NoticeKind.Offer, ClockKind.Accept, at.PlusTicks(21), channel: "19:other"),
            Score = new(63, [new(ScoreReason.Engagement, "opened\n\"الموجز\"", 70) { At = at.PlusTicks(40), Times = 3 }, new(ScoreReason.Fit, "country", -7) { Found = "PL" }]),
            Cause = HandoffCause.Rerouted,
            Route = new("DACH", "east", RouteBasis.Turn, Rita.Person) { By = "Germany", Until = Instant.FromUtc(2026, 3, 2, 10, 0), EndedAt = Instant.FromUtc(2026, 3, 2, 11, 0) },
            FirstStep = "Call\r\nat noon 😀",
            Owner = new(new PersonId("owner"), ""),
            AcceptedAt = at.PlusTicks(2),
            ContactedAt = at.PlusTicks(4),
            QualifiedAt = at.PlusTicks(5),
            Rejection = new(Somebody("rejecter"), at.PlusTicks(6), RejectionReason.Other, "a note") { Follows = Consequence.Reroute, Until = Today.PlusDays(9), To = "19:east" },
            Dispute = new(Somebody("disputer"), at.PlusTicks(31), "ليس صحيحا", Somebody("head of marketing"), Somebody("head of sales"))
            {
                Ruling = new(Somebody("judge"), at.PlusTicks(32), Stands: true),
            },
            Recycling = new(Somebody("recycler"), at.PlusTicks(7), RecycleReason.NoAnswer, Today),
            Question = new(Somebody("asker"), at.PlusTicks(8), "هل لديهم ميزانية؟"),
            Feedback = new(Somebody("noter"))
            {
                Objections = [new(Objection.Price, at.PlusTicks(33)), new(Objection.Technical, at.PlusTicks(34))],
                Content = [new(new("0a1b2c", "مقارنة | \"x\""), at.PlusTicks(35)), new(HelpfulContent.Of(ContentKind.Demo), at.PlusTicks(36))],
                Quote = new("“为什么？”\n\"<b>\"", at.PlusTicks(37)),
                Version = 6,
                SharedVersion = 3,
            },
            ErasedAt = at.PlusTicks(30),
            Answer = new(Somebody("answerer"), at.PlusTicks(9), "نعم"),
        };
    }
}

public sealed class HandoffStoreOnSqliteTests() : HandoffStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class HandoffStoreOnAzuriteTests(AzuriteFixture azurite) : HandoffStoreContract(() => Engine.Azurite(azurite));
