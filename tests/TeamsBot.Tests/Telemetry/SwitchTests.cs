using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shouldly;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Telemetry;
using Xunit;

namespace TeamsBot.Tests.Telemetry;

/// <summary>When something is sent.</summary>
public sealed class SwitchTests
{
    [Fact]
    public async Task Without_an_endpoint_nothing_is_there_that_listens_or_sends()
    {
        await using var app = await BatonApp.StartAsync();

        Namespaces(app.Services.GetServices<IHostedService>()).ShouldNotContain("TeamsBot.Hosting.Telemetry");
        Namespaces(app.Services.GetServices<DistributedContextPropagator>()).ShouldNotContain("TeamsBot.Hosting.Telemetry");
        Namespaces(app.Services.GetServices<Microsoft.Extensions.Logging.ILoggerProvider>()).ShouldNotContain(name => name!.StartsWith("OpenTelemetry", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "/v1/traces")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "/v1/metrics")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "/v1/logs")]
    public async Task One_kind_alone_is_sent_where_only_it_has_an_endpoint(string setting, string path)
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var app = await StartAsync((setting, collector.Address + path));
        await app.As(Cast.Mia).Says("help");
        await app.StopAsync();

        collector.Requests.Select(request => request.Path).Distinct().ShouldBe([path]);
    }

    [Fact]
    public async Task The_standard_switch_turns_it_off()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var app = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_SDK_DISABLED", "true"));
        await app.As(Cast.Mia).Says("help");
        await app.StopAsync();

        collector.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318", "OTEL_EXPORTER_OTLP_ENDPOINT is the address of an OTLP collector, http or https, such as http://127.0.0.1:4318.")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "the logs", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT is the address of an OTLP collector, http or https, such as http://127.0.0.1:4318.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL is http/protobuf or grpc.")]
    public async Task A_value_that_cannot_be_used_stops_the_start_with_a_sentence(string setting, string value, string sentence) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => StartAsync((setting, value)))).Failures.ShouldBe([sentence]);

    [Fact]
    public async Task A_collector_that_is_not_there_keeps_nobody_from_an_answer()
    {
        await using var app = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"));

        await app.As(Cast.Mia).Says("help");

        (await app.ChatOf(Cast.Mia).NextCard()).Json.ToString().ShouldNotBeEmpty();
    }

    private static Task<BatonApp> StartAsync(params (string Name, string Value)[] settings) =>
        BatonApp.StartAsync(new() { Settings = settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value) });

    private static IEnumerable<string?> Namespaces(IEnumerable<object> services) => services.Select(service => service.GetType().Namespace);
}
