using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;
using TeamsBot.Hosting.Telemetry;
using TeamsBot.Protocol;
using TeamsBot.Storage;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Telemetry;
using Xunit;

namespace TeamsBot.Tests.Telemetry;

/// <summary>The operators' page of telemetry, held against what is measured.</summary>
public sealed partial class PageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Sources.Root, "src", "TeamsBot", "Hosting", "Telemetry", "README.md"));

    [Fact]
    public async Task Each_instrument_of_ours_is_on_the_page_with_its_unit_and_no_other()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var app = await BatonApp.StartAsync(new() { Settings = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address } });
        foreach (var type in new[] { typeof(BotTelemetry), typeof(StorageTelemetry), typeof(ProtocolTelemetry) }.SelectMany(one => one.Assembly.GetTypes()).Where(HasInstruments))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        using var emitted = new Emitted(BotTelemetry.Name, StorageTelemetry.Name, ProtocolTelemetry.Name);
        var written = Row().Matches(Page).Select(match => (match.Groups["name"].Value, match.Groups["unit"].Value)).ToList();
        written.Count.ShouldBeGreaterThan(15);
        written.ShouldBe(emitted.Instruments, ignoreOrder: true);
    }

    [Fact]
    public void Each_attribute_of_our_own_that_was_said_so_far_is_on_the_page() =>
        Emitted.OfTheSuite.Texts.Select(said => said.Where[(said.Where.LastIndexOf(' ') + 1)..]).Where(key => key.StartsWith("baton.", StringComparison.Ordinal)).Distinct()
            .Where(key => !Page.Contains($"`{key}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Its_picture_is_there() => File.Exists(Path.Combine(Sources.Root, "src", "TeamsBot", "Hosting", "Telemetry", "trace.png")).ShouldBeTrue();

    private static bool HasInstruments(Type type) => !type.ContainsGenericParameters && type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Any(field => field.FieldType.IsAssignableTo(typeof(Instrument)));

    // | `name` | unit | ...
    [GeneratedRegex(@"^\| `(?<name>[\w.]+)` \| `(?<unit>[\w{}]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
