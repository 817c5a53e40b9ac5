using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using Xunit;

namespace TeamsBot.Storage.Tests.Duplicates;

/// <summary>Leads find those that are the same through keys.</summary>
public abstract class DuplicateSearchContract(Func<Engine> open) : DuplicatesContract(open)
{
    private static readonly Lead Anna = Numbered(1) with { Email = "anna@nowastal.pl", Phone = "+48 501 234 568" };
    private static readonly Lead Again = Numbered(2) with { Email = "Anna+fair@nowastal.pl", Name = "A. Nowak" };
    private static readonly Lead Nearly = Numbered(3) with { Name = "Anna Nowalk" };

    [Fact]
    public async Task Saving_a_lead_plans_that_it_is_compared_and_saving_it_unchanged_does_not()
    {
        await SaveAsync(Anna, Nearly);
        (await PlannedAsync()).ShouldBe([Anna.Id, Nearly.Id]);
        await SaveAsync(Anna, Nearly);
        await SaveAsync(Anna with { Source = "fair" });
        (await PlannedAsync()).ShouldBeEmpty();
        await SaveAsync(Anna with { Company = "Nowa Huta" }, new Lead(new("nobody")) { Source = "web" });
        (await PlannedAsync()).ShouldBe([Anna.Id]);
    }

    [Fact]
    public async Task What_is_one_is_joined_and_what_may_be_one_waits()
    {
        await SaveAsync(Anna, Again, Nearly);
        (await Search.RunAsync([Anna.Id, Again.Id, Nearly.Id], None)).ShouldBe(new SearchResult(1, 1));
        (await JoinedToAsync(Again)).ShouldBe(Anna.Id);
        var waiting = (await Pairs.NextAsync(after: null, None)).ShouldNotBeNull();
        waiting.Why.ShouldContain(MatchReason.SimilarName);

        (await Search.RunAsync([Anna.Id, Again.Id, Nearly.Id], None)).ShouldBe(new SearchResult(0, 0));
    }

    [Fact]
    public async Task They_find_each_other_whichever_comes_first()
    {
        await SaveAsync(Anna);
        await Search.RunAsync([Anna.Id], None);
        await SaveAsync(Again);
        await Search.RunAsync([Again.Id], None);
        (await JoinedToAsync(Again)).ShouldBe(Anna.Id);
    }

    [Fact]
    public async Task What_a_person_said_are_two_is_not_asked_again()
    {
        await SaveAsync(Anna, Nearly);
        await Search.RunAsync([Anna.Id, Nearly.Id], None);
        var waiting = (await Pairs.NextAsync(after: null, None))!;
        await Pairs.RememberAsync(new(waiting.Pair, AreSame: false, Marta, Now), None);
        await Pairs.RemoveAsync(waiting.Pair, None);

        await SaveAsync(Nearly with { Phone = "+48 501 234 568", Name = "Anna Nowak" });
        (await Search.RunAsync([Nearly.Id], None)).ShouldBe(new SearchResult(0, 0));
        (await JoinedToAsync(Nearly)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_that_many_share_is_not_read_to_its_end()
    {
        Lead[] callers = [.. Enumerable.Range(1, 60).Select(number => new Lead(new($"C-{number:D3}")) { Name = $"Caller{(char)('a' + (number % 26))} Nr{number}", Phone = "+48 22 999 88 76" })];
        await SaveAsync(callers);
        var counted = 0;
        await Search.RunAsync([.. callers.Select(caller => caller.Id)], None);
        await foreach (var _ in Tables.QueryAsync(TableNames.Index, TableRange.Partition($"match|{LeadTraits.Of(callers[0]).Keys()[0]}"), take: null, None))
        {
            counted++;
        }

        counted.ShouldBe(60);
        (await Search.RunAsync([callers[59].Id], None)).Shown.ShouldBeLessThanOrEqualTo(LeadTraits.MostOfKey);
    }

    [Fact]
    public async Task Keys_go_with_what_they_were_made_of()
    {
        await SaveAsync(Anna);
        await Search.RunAsync([Anna.Id], None);
        var before = await KeysAsync();
        before.Count.ShouldBe(LeadTraits.Of(Anna).Keys().Count);

        var moved = Anna with { Email = null, Phone = null, Company = "Elsewhere" };
        await SaveAsync(moved);
        await Search.RunAsync([Anna.Id], None);
        (await KeysAsync()).ShouldBe(LeadTraits.Of(moved).Keys().Select(key => "match|" + key), ignoreOrder: true);
    }

    [Fact]
    public async Task A_forgotten_lead_is_found_by_nobody()
    {
        await SaveAsync(Anna, Again);
        await Search.RunAsync([Anna.Id], None);
        var row = (await Tables.GetAsync(TableNames.Leads, LeadRow.PartitionKey(Anna.Id), LeadRow.RowKey, None))!;
        await Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.UpdateReplace, LeadRow.Write(Anna.Erased(Now)), row.ETag)], None);
        (await Search.RunAsync([Anna.Id, Again.Id], None)).ShouldBe(new SearchResult(0, 0));
    }

    private async Task<IReadOnlyList<string>> KeysAsync() =>
        [.. (await RowsAsync(TableNames.Index)).Select(row => row.PartitionKey).Where(partition => partition.StartsWith("match|", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<LeadId>> PlannedAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var planned = new List<LeadId>();
        foreach (var item in await ClaimAsync())
        {
            planned.AddRange(DuplicateWork.Read(item.Key));
            await Queue.CompleteAsync(item, None);
        }

        return planned;
    }
}

public sealed class DuplicateSearchOnSqliteTests() : DuplicateSearchContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class DuplicateSearchOnAzuriteTests(AzuriteFixture azurite) : DuplicateSearchContract(() => Engine.Azurite(azurite));
