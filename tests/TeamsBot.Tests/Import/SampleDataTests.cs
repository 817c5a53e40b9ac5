using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Features.Import.Sample;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Import;

public sealed class SampleDataTests : IAsyncDisposable
{
    private readonly ImportDesk desk = new();
    private readonly ManualClock clock = new();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task The_sample_is_imported_once()
    {
        (await ImportAsync()).ShouldBe(71);
        (await ImportAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("zolkiewski", "Łukasz Żółkiewski")]
    [InlineData("الاحمد", "محمد الأحمد")]
    [InlineData("小明", "王小明")]
    [InlineData("grace ok", "Grace Okafor")]
    [InlineData("evil", """[click](https://evil.example) **x** <at>everyone</at> =HYPERLINK("x")""")]
    public async Task The_sample_has_names_in_four_scripts_and_a_hostile_one(string typed, string name)
    {
        await ImportAsync();
        (await desk.Leads.FindAsync(typed, 5, CancellationToken.None)).ShouldContain(lead => lead.Name == name);
    }

    [Fact]
    public async Task The_sample_has_namesakes_and_a_lead_of_whom_nothing_is_known()
    {
        await ImportAsync();
        (await desk.Leads.FindAsync("jan kowalski", 5, CancellationToken.None)).Count.ShouldBe(2);
        var nearlyNothing = (await desk.LeadAsync("S-1070"))!;
        (nearlyNothing.DisplayName, nearlyNothing.Score, nearlyNothing.Email).ShouldBe(("S-1070", null, null));
    }

    [Fact]
    public async Task Dates_count_back_from_now_and_a_score_is_the_sum_of_its_lines()
    {
        await ImportAsync();
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var leads = await desk.Leads.GetManyAsync(Enumerable.Range(1001, 71).Select(id => new LeadId($"S-{id}")), CancellationToken.None);
        leads.Count.ShouldBe(71);
        leads.ShouldAllBe(lead => lead.CreatedAt == null || (lead.CreatedAt < now && lead.CreatedAt > now - Duration.FromDays(90)));
        leads.ShouldAllBe(lead => lead.Score == null || lead.Score == lead.ScoreLines.Sum(line => line.Points));
    }

    private Task<long> ImportAsync() => SampleData.ImportAsync(desk.Tables, clock, CancellationToken.None);
}
