using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Privacy;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Duplicates;

/// <summary>Whoever is forgotten is so with all that they are under.</summary>
public sealed class ForgettingJoinedTests : AppTest
{
    private static readonly Lead Second = Zyphora.Lead with { Id = new("Z-78"), Company = "Umbraxis", CreatedAt = Zyphora.Lead.CreatedAt + Duration.FromDays(1) };

    private ITables Tables => App.Services.GetRequiredService<ITables>();

    [Theory]
    [InlineData("Z-77")]
    [InlineData("Z-78")]
    public async Task Her_joined_records_are_announced_and_forgotten_with_her(string named)
    {
        await App.HasAsync(Zyphora.Lead, Second);
        await App.PassesAsync(TimeSpan.FromMinutes(1));
        (await App.Records.Lead("Z-78")).JoinedTo.ShouldBe(Zyphora.Lead.Id);
        var (admin, chat) = (App.As(FakeTeam.Admin), App.ChatOf(FakeTeam.Admin));

        await admin.Says($"forget {named}");
        var ask = await chat.NextCard();
        ask.Says("1 lead that is joined with it is forgotten as well.").ShouldBeTrue();
        await admin.Clicks(ask, "Forget for good");
        await chat.NextUpdate(ask, "Erased (");
        await App.SettledAsync();
        await App.PassesAsync(TimeSpan.FromMinutes(16));
        await App.PassesAsync(TimeSpan.FromMinutes(20));

        (await App.Records.Lead("Z-77")).ErasedAt.ShouldNotBeNull();
        (await App.Records.Lead("Z-78")).ErasedAt.ShouldNotBeNull();
        (await Zyphora.InTablesAsync(Tables)).ShouldBeEmpty();
        (await Tables.QueryAsync(TableNames.Index, TableRange.PartitionsStartingWith("match|"), take: null, default).Select(row => row.RowKey).ToListAsync()).ShouldNotContain(row => row.StartsWith("Z-", StringComparison.Ordinal));
    }
}
