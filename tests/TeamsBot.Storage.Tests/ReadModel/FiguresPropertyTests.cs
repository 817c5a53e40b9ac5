using System.Text.Json;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Questions;
using Xunit;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>Every metric by every dimension, against a second evaluation that knows nothing of the first.</summary>
public sealed class FiguresPropertyTests
{
    private const int QueriesOfWorld = 600;

    // Clocks change at midnight in São Paulo; in Havana the midnight of autumn comes twice.
    [Theory]
    [InlineData(1, "Etc/UTC")]
    [InlineData(2, "Europe/Warsaw")]
    [InlineData(3, "America/Sao_Paulo")]
    [InlineData(4, "America/Havana")]
    [InlineData(5, "Asia/Kolkata")]
    [InlineData(6, "Pacific/Auckland")]
    public async Task Figures_are_what_the_definitions_say(int seed, string zoneId)
    {
        await using var desk = await ModelDesk.CreateAsync();
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var world = new RandomWorld(seed);
        await world.SaveAsync(desk, leads: 60, deals: 60);
        await desk.Model.CatchUpAsync(CancellationToken.None);
        var vocabulary = await desk.Model.VocabularyAsync(CancellationToken.None);
        foreach (var query in new RandomQueries(seed, vocabulary).Take(QueriesOfWorld))
        {
            var figures = await desk.Model.AnswerAsync(query, zone, CancellationToken.None);
            ShouldBeSame(figures.Rows, new NaiveFigures(world, zone, query).Rows(), query);
            figures.Columns.Count.ShouldBe(query.GroupBy.Count + (query.CompareTo is not null ? 3 : query.Aggregate == Aggregate.Share ? 2 : 1));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_model_that_followed_is_the_model_that_is_built(int seed)
    {
        await using var desk = await ModelDesk.CreateAsync();
        var world = new RandomWorld(seed);
        await desk.Model.CatchUpAsync(CancellationToken.None);
        for (var round = 0; round < 4; round++)
        {
            await world.SaveAsync(desk, leads: 30, deals: 30);
            await desk.Model.CatchUpAsync(CancellationToken.None);
            desk.Clock.Advance(TimeSpan.FromMinutes(7));
        }

        await desk.Model.CatchUpAsync(CancellationToken.None);
        var followed = await desk.Model.VocabularyAsync(CancellationToken.None);
        Query[] queries = [.. new RandomQueries(seed, followed).Take(200)];
        List<Figures> before = [];
        foreach (var query in queries)
        {
            before.Add(await desk.Model.AnswerAsync(query, DateTimeZone.Utc, CancellationToken.None));
        }

        await desk.Model.RebuildAsync(CancellationToken.None);
        JsonSerializer.Serialize(await desk.Model.VocabularyAsync(CancellationToken.None)).ShouldBe(JsonSerializer.Serialize(followed));
        foreach (var (query, figures) in queries.Zip(before))
        {
            ShouldBeSame((await desk.Model.AnswerAsync(query, DateTimeZone.Utc, CancellationToken.None)).Rows, figures.Rows, query);
        }
    }

    private static void ShouldBeSame(IReadOnlyList<IReadOnlyList<object?>> found, IReadOnlyList<IReadOnlyList<object?>> expected, Query query)
    {
        var same = found.Count == expected.Count && found.Zip(expected).All(pair => pair.First.Count == pair.Second.Count && pair.First.Zip(pair.Second).All(cells => IsSame(cells.First, cells.Second)));
        same.ShouldBeTrue($"{JsonSerializer.Serialize(query)}\nfound    {JsonSerializer.Serialize(found)}\nexpected {JsonSerializer.Serialize(expected)}");
    }

    private static bool IsSame(object? a, object? b) => (a, b) switch
    {
        (double x, double y) => Math.Abs(x - y) <= 1e-9 * Math.Max(1, Math.Abs(y)),
        _ => Equals(a, b),
    };
}
