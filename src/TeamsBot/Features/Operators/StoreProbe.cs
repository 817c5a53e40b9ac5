using NodaTime;
using TeamsBot.Domain.Operations;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Operators;

/// <summary>Asks the store for a row, and remembers when it did not answer.</summary>
public sealed class StoreProbe(ITables tables, TimeProvider time)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly OutageLog log = new(TroubleKind.StoreDown, time);

    /// <summary>How long a read took; null when the store did not answer.</summary>
    public async Task<Duration?> ReadAsync(CancellationToken cancel)
    {
        var begun = time.GetTimestamp();
        try
        {
            await tables.GetAsync(TableNames.Operations, "probe", "", cancel).WaitAsync(s_patience, time, cancel);
            log.Answered();
            return Duration.FromTimeSpan(time.GetElapsedTime(begun));
        }
        catch (Exception problem) when (problem is TableException or TimeoutException)
        {
            log.Failed();
            return null;
        }
    }

    /// <summary>The outages that are over and not on record yet. One that lasts cannot be put there.</summary>
    public IReadOnlyList<Sighting> Outages() => [.. log.Outages().Where(outage => outage.Until is not null)];

    /// <summary>An outage is on record.</summary>
    public void Forget(Sighting outage) => log.Forget(outage);
}
