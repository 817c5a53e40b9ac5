using TeamsBot.Features.Import.Sample;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Hosting;

/// <summary>Fills an empty store with leads to try the bot with, beside the start of everything else.</summary>
internal sealed partial class SampleStart(ITables tables, TimeProvider time, ILogger<SampleStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (await SampleData.ImportAsync(tables, time, stoppingToken) is var added and > 0)
        {
            Added(added);
        }
    }

    [LoggerMessage(601, LogLevel.Information, "{Count} sample leads are in the store. Say \"hand off Grace Okafor\" to Baton.")]
    private partial void Added(long count);
}
