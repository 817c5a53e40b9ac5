using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using Xunit;

namespace TeamsBot.Storage.Tests.Agreement;

/// <summary>Versions of an agreement: each put in force once, in order, and never changed.</summary>
public abstract class AgreementStoreContract(Func<Engine> open) : StoresContract(open)
{
    private AgreementChanges Changed => new(Agreements, Queue, Clock);

    [Fact]
    public async Task Of_many_who_change_it_at_once_one_does()
    {
        var added = await AtOnceAsync(10, number => Agreements.AddAsync("contoso", Next(1) with { Reminders = [number + 1] }, None));

        added.Count(outcome => outcome == AgreementAdded.InForce).ShouldBe(1);
        added.Count(outcome => outcome == AgreementAdded.Outdated).ShouldBe(9);
        var inForce = await Agreements.InForceAsync("contoso", None);
        (inForce.Version, inForce.ChangedBy, inForce.ChangedAt).ShouldBe((1, Mark.Person, Now));
    }

    [Fact]
    public async Task A_version_that_is_not_the_next_one_is_outdated()
    {
        (await Agreements.AddAsync("contoso", Next(2), None)).ShouldBe(AgreementAdded.Outdated);
        (await Agreements.InForceAsync("contoso", None)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task The_version_of_a_moment_is_found()
    {
        var start = Now;
        for (var version = 1; version <= 3; version++)
        {
            (await Agreements.AddAsync("contoso", Next(version), None)).ShouldBe(AgreementAdded.InForce);
            Clock.Advance(TimeSpan.FromDays(1));
        }

        (await Agreements.AtAsync("contoso", start.PlusTicks(-1), None)).Version.ShouldBe(0);
        (await Agreements.AtAsync("contoso", start, None)).Version.ShouldBe(1);
        (await Agreements.AtAsync("contoso", start + Duration.FromHours(36), None)).Version.ShouldBe(2);
        (await Agreements.AtAsync("contoso", Now, None)).Version.ShouldBe(3);
    }

    // Names are short; the ids that are stored for them need not be.
    [Fact]
    public async Task A_text_that_no_row_takes_is_refused_before_it_is_stored()
    {
        var channels = Enumerable.Range(0, 400).ToDictionary(number => $"19:{number:000}{new string('x', 60)}@thread.tacv2", _ => new ChannelTime(null, DateTimeZone.Utc), StringComparer.Ordinal);

        (await Agreements.AddAsync("contoso", Next(1) with { Channels = channels }, None)).ShouldBe(AgreementAdded.TooLarge);

        (await RowsAsync(TableNames.Agreement)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_promise_is_counted_though_the_one_who_agreed_on_it_dies_at_once()
    {
        (await Changed.AddAsync("contoso", Next(1) with { Promise = new(40, 60) }, DateTimeZone.Utc, _ => { }, None)).ShouldBe(AgreementAdded.InForce);

        Clock.Advance(WorkQueue.Lease.ToTimeSpan());
        PromiseMonths.Read((await ClaimAsync()).ShouldHaveSingleItem().Key).ShouldBe(("contoso", new YearMonth(2026, 3)));
    }

    [Fact]
    public async Task Without_a_promise_and_for_the_slower_one_no_work_is_left()
    {
        await Changed.AddAsync("contoso", Next(1), DateTimeZone.Utc, _ => { }, None);
        (await Changed.AddAsync("contoso", Next(1) with { Promise = new(40, 60) }, DateTimeZone.Utc, _ => { }, None)).ShouldBe(AgreementAdded.Outdated);

        (await RowsAsync(TableNames.Work)).ShouldBeEmpty();
    }

    private SlaAgreement Next(int version) => SlaAgreement.Initial(DateTimeZone.Utc) with { Version = version, ChangedBy = Mark.Person, ChangedAt = Now };
}

public sealed class AgreementStoreOnSqliteTests() : AgreementStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class AgreementStoreOnAzuriteTests(AzuriteFixture azurite) : AgreementStoreContract(() => Engine.Azurite(azurite));
