using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TeamsBot.Protocol;
using TeamsBot.Storage;

namespace TeamsBot.Hosting.Telemetry;

/// <summary>Listens to what the bot measures, from before anything works until after everything stopped, and sends it.</summary>
internal sealed class TelemetryExport(IConfiguration configuration, IServiceProvider services) : IHostedService, IDisposable
{
    private TracerProvider? traces;
    private MeterProvider? metrics;
    private Gauges? gauges;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (TelemetryOptions.Sends(configuration, TelemetryOptions.Traces))
        {
            traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureServices(own => own.AddSingleton(configuration))
                .SetResourceBuilder(TelemetrySetup.Resource())
                .AddSource(BotTelemetry.Name, ProtocolTelemetry.Name, StorageTelemetry.Name, "Microsoft.AspNetCore")
                .AddProcessor(new RequestSpans())
                .AddOtlpExporter(TelemetryOptions.To(configuration, TelemetryOptions.Traces))
                .Build();
        }

        if (TelemetryOptions.Sends(configuration, TelemetryOptions.Metrics))
        {
            gauges = new(services);
            metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(own => own.AddSingleton(configuration))
                .SetResourceBuilder(TelemetrySetup.Resource())
                .AddMeter(BotTelemetry.Name, ProtocolTelemetry.Name, StorageTelemetry.Name)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter(TelemetryOptions.To(configuration, TelemetryOptions.Metrics))
                .Build();
        }

        return Task.CompletedTask;
    }

    // Sends what is left; a collector that does not answer holds the stop up for some seconds at most.
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, CancellationToken.None);

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
        gauges?.Dispose();
        (traces, metrics, gauges) = (null, null, null);
    }
}
