using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;

namespace TeamsBot.Tests.Agreement;

/// <summary>What is planned for the months of a promise.</summary>
internal static class PromiseWork
{
    // It begins on its own, and plans what is due before now, which a clock that stands still does not come to.
    private static readonly string[] s_apart = [DuplicateWork.WorkKind, FeedbackPlan.WorkKind];

    /// <summary>Whether nothing is under way any more that a month waits for, and months are looked at again at these times.</summary>
    public static async Task<bool> IsSettledAsync(BatonApp app, params IReadOnlyList<Instant> again)
    {
        var work = await app.Services.GetRequiredService<ITables>().QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None)
            .Select(row => (Kind: row.GetString("Kind"), Due: Instant.FromDateTimeOffset(row.GetDateTimeOffset("Due")!.Value))).ToListAsync();
        var leased = Instant.FromDateTimeOffset(app.Clock.GetUtcNow()) + WorkQueue.Lease;
        var months = work.Where(item => item.Kind == PromiseMonths.WorkKind).Select(item => item.Due);
        return again.Order().SequenceEqual(months.Order()) && !work.Any(item => !s_apart.Contains(item.Kind) && item.Due <= leased && !again.Contains(item.Due));
    }
}
