using Azure;
using NodaTime;
using TeamsBot.Domain.Operations;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Operators;

/// <summary>Writes a row and reads it, and remembers when the store did not do so: a full disk still gives what is on it.</summary>
public sealed class StoreProbe(ITables tables, TimeProvider time)
{
    // A row that means nothing, and any instance's.
    private const string Probe = "probe";

    // By a clock that cannot be set: what sleeps for a minute has not waited for one.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly OutageLog log = new(TroubleKind.StoreDown, time);

    /// <summary>How long it took; null when the store did not do it.</summary>
    public async Task<Duration?> ReadAsync(CancellationToken cancel)
    {
        var begun = time.GetTimestamp();
        try
        {
            await LookAsync(cancel).WaitAsync(s_patience, TimeProvider.System, cancel);
            log.Answered();
            return Duration.FromTimeSpan(time.GetElapsedTime(begun));
        }
        catch (Exception problem) when (problem is TableException or TimeoutException)
        {
            log.Failed();
            return null;
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var row = new TableEntity(Probe, Probe);
        try
        {
            await tables.SubmitAsync(TableNames.Operations, [new(TableTransactionActionType.UpdateReplace, row, ETag.All)], cancel);
        }
        catch (TableException first) when (first.Error == TableError.NotFound)
        {
            await tables.SubmitAsync(TableNames.Operations, [new(TableTransactionActionType.Add, row)], cancel);
        }

        await tables.GetAsync(TableNames.Operations, Probe, Probe, cancel);
    }

    /// <summary>The outages that are over and not on record yet. One that lasts cannot be put there.</summary>
    public IReadOnlyList<Sighting> Outages() => [.. log.Outages().Where(outage => outage.Until is not null)];

    /// <summary>An outage is on record.</summary>
    public void Forget(Sighting outage) => log.Forget(outage);
}
