using System.Text.RegularExpressions;
using Shouldly;
using TeamsBot.Testing.Infra;
using Xunit;

namespace TeamsBot.Tests.Infra;

/// <summary>Alerts on log lines, held against what the bot logs.</summary>
public sealed partial class AlertTests
{
    private static readonly string Alerts = File.ReadAllText(Path.Combine(InfraFolder.Root, "modules", "alerts.bicep"));

    private static readonly ILookup<int, string> Logged = Directory.EnumerateFiles(Path.Combine(Sources.Root, "src", "TeamsBot"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => LoggerMessage().Matches(File.ReadAllText(file))).ToLookup(match => int.Parse(match.Groups["id"].Value, null), match => match.Groups["level"].Value);

    [Fact]
    public void Each_event_that_an_alert_waits_for_is_logged_in_one_place_as_something_bad()
    {
        var events = Events().Matches(Alerts).SelectMany(match => match.Groups["ids"].Value.Split(',').Select(id => int.Parse(id, null))).ToList();
        events.Count.ShouldBeGreaterThan(5);
        foreach (var id in events)
        {
            Logged[id].ShouldHaveSingleItem($"event {id}").ShouldBeOneOf("Warning", "Error");
        }
    }

    [Fact]
    public void Each_error_that_the_bot_logs_has_an_alert() =>
        Logged.Where(logged => logged.Contains("Error")).Select(logged => logged.Key)
            .Where(id => !Events().Matches(Alerts).Any(match => match.Groups["ids"].Value.Split(',').Any(one => int.Parse(one, null) == id))).ShouldBeEmpty();

    [GeneratedRegex(@"LoggerMessage\((?<id>\d+), LogLevel\.(?<level>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LoggerMessage();

    [GeneratedRegex(@"events: \[(?<ids>[\d, ]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Events();
}
