using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.People;

/// <summary>The last question of somebody in a conversation.</summary>
public abstract class LastQuestionStoreContract(Func<Engine> open) : StoresContract(open)
{
    private const string Chat = "a:chat/1";

    private static readonly PersonId Asker = new("rita");
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Query BySource = new(Metrics.Leads) { GroupBy = ["source"] };

    private LastQuestionStore Questions => new(Tables);

    [Fact]
    public async Task The_last_question_is_found_and_replaced()
    {
        await SaveAsync(BySource, Nine);
        (await FindAsync(Nine))!.GroupBy.ShouldBe(["source"]);

        await SaveAsync(new(Metrics.Revenue), Nine + Duration.FromMinutes(1));
        (await FindAsync(Nine))!.Metric.ShouldBe(Metrics.Revenue);
    }

    [Fact]
    public async Task It_is_ones_own_and_of_one_conversation()
    {
        await SaveAsync(BySource, Nine);

        (await Questions.FindAsync(new("ben"), Chat, Nine, None)).Value.ShouldBeNull();
        (await Questions.FindAsync(Asker, "19:channel", Nine, None)).Value.ShouldBeNull();
    }

    [Fact]
    public async Task After_some_hours_it_is_forgotten_and_another_takes_its_place()
    {
        await SaveAsync(BySource, Nine);
        var later = Nine + LastQuestionStore.Life;
        (await FindAsync(later)).ShouldBeNull();

        await SaveAsync(new(Metrics.Revenue), later);
        (await FindAsync(later)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_is_faster_stays()
    {
        var before = await Questions.FindAsync(Asker, Chat, Nine, None);
        await Questions.SaveAsync(Asker, Chat, before, BySource, Nine, None);
        await Questions.SaveAsync(Asker, Chat, before, new(Metrics.Revenue), Nine, None);

        (await FindAsync(Nine))!.Metric.ShouldBe(Metrics.Leads);
    }

    [Fact]
    public async Task A_question_with_very_many_values_is_not_kept()
    {
        await SaveAsync(BySource with { Filters = [new("source", [.. Enumerable.Range(0, 100).Select(n => new string('x', 150) + n)])] }, Nine);

        (await FindAsync(Nine)).ShouldBeNull();
    }

    private async Task<Query?> FindAsync(Instant now) => (await Questions.FindAsync(Asker, Chat, now, None)).Value;

    private async Task SaveAsync(Query query, Instant now) =>
        await Questions.SaveAsync(Asker, Chat, await Questions.FindAsync(Asker, Chat, now, None), query, now, None);
}

public sealed class LastQuestionStoreOnSqliteTests() : LastQuestionStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class LastQuestionStoreOnAzuriteTests(AzuriteFixture azurite) : LastQuestionStoreContract(() => Engine.Azurite(azurite));
