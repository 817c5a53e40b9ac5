using System.Diagnostics;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace TeamsBot.Hosting.Telemetry;

/// <summary>Adds what sends traces, metrics and logs by OTLP, where an endpoint is configured.</summary>
internal static class TelemetrySetup
{
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (!TelemetryOptions.IsOn(configuration))
        {
            return builder;
        }

        configuration[TelemetryOptions.Protocol] ??= "http/protobuf";

        // ASP.NET Core 10 tells method and path of a request only where it is asked to.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
        builder.Services.AddSingleton<DistributedContextPropagator>(new OwnTraces());
        builder.Services.AddHostedService<TelemetryExport>();
        if (TelemetryOptions.Sends(configuration, TelemetryOptions.Logs))
        {
            builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(Resource()).AddOtlpExporter(TelemetryOptions.To(configuration, TelemetryOptions.Logs)));
        }

        return builder;
    }

    /// <summary>What completes the spans of requests; before anything else that answers.</summary>
    public static WebApplication UseTelemetry(this WebApplication app)
    {
        if (TelemetryOptions.Sends(app.Configuration, TelemetryOptions.Traces))
        {
            app.Use(RequestSpans.RunAsync);
        }

        return app;
    }

    /// <summary>Stops the start, with a sentence each, where a value cannot be used.</summary>
    public static void AddTelemetryOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryCheck>().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TelemetryCheck>>(new TelemetryCheck.Validation(builder.Configuration));
    }

    /// <summary>Who measures. What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say goes before it.</summary>
    public static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddTelemetrySdk()
        .AddService("baton", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3), serviceInstanceId: s_instance)
        .AddEnvironmentVariableDetector();

    // One for all three kinds. A machine's name may be a person's.
    private static readonly string s_instance = Guid.NewGuid().ToString();

    private sealed class TelemetryCheck
    {
        internal sealed class Validation(IConfiguration configuration) : IValidateOptions<TelemetryCheck>
        {
            public ValidateOptionsResult Validate(string? name, TelemetryCheck options) =>
                TelemetryOptions.Faults(configuration).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
        }
    }
}
