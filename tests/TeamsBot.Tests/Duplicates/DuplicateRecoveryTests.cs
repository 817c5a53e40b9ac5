using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Duplicates;

/// <summary>The bot ends between the save and the search; the next one finds the work.</summary>
public sealed class DuplicateRecoveryTests
{
    [Fact]
    public async Task Leads_that_were_saved_and_not_compared_are_compared_by_the_next_bot()
    {
        var folder = Directory.CreateTempSubdirectory("baton-duplicates-");
        await using (var teams = await Cast.InTeamsAsync())
        {
            var clock = new ManualClock();
            await using (var first = await BatonApp.StartAsync(new() { Folder = folder.FullName, Clock = clock }, teams))
            {
                await first.HasAsync(Cast.Nadia, Cast.Nadia with { Id = new LeadId("L-7"), Name = "Nadia B.", CreatedAt = null });
                (await first.Records.Lead("L-7")).JoinedTo.ShouldBeNull();
            }

            await using var second = await BatonApp.StartAsync(new() { Folder = folder.FullName, Clock = clock }, teams);
            await second.PassesAsync(TimeSpan.FromMinutes(1));
            (await second.Records.Lead("L-7")).JoinedTo.ShouldBe(Cast.Nadia.Id);
        }

        folder.Delete(recursive: true);
    }
}
