using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Telemetry;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>The picture of a trace in the operators' page (src/TeamsBot/Hosting/Telemetry): drawn from what a collector got.</summary>
[Collection(Chromium.Collection)]
public sealed class TracePictureTests(Chromium chromium)
{
    // The first clicks of a process also compile what they run.
    private const int Warm = 20;

    [Fact]
    public async Task A_trace_is_drawn_with_every_span_in_its_place()
    {
        var page = await chromium.NewPageAsync(width: 1280, sharpness: 2);
        await page.SetContentAsync(new Waterfall(await TraceAsync()).Page());

        await page.Locator("svg").ScreenshotAsync(new() { Path = Pictures.File("trace") });

        (await page.Locator(".name").CountAsync()).ShouldBeGreaterThan(10);
        (await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('text')].filter(text => {
                const box = text.getBBox();
                return box.x < 0 || box.x + box.width > 1280 || (text.classList.contains('name') && box.x + box.width > 520);
            }).map(text => text.textContent)
            """)).ShouldBeEmpty();
        await page.CloseAsync();
    }

    private static async Task<IReadOnlyList<ReceivedSpan>> TraceAsync()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var app = await BatonApp.StartAsync(new() { Settings = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address } });
        await app.SetUpAsync();
        Lead[] leads = [.. Enumerable.Range(1, Warm).Select(number => Cast.Nadia with { Id = new($"W-{number}") })];
        await app.HasAsync(leads);
        ConnectorEvent? last = null;
        foreach (var lead in leads)
        {
            await app.As(Cast.Mia).Says($"hand off {lead.Id.Value}");
            var card = await app.Channel().NextCard();
            await app.SettledAsync();
            await app.As(FakeTeam.Rep).Clicks(card, "Accept");
            await app.Channel().NextUpdate(card, FakeTeam.Rep.Name);
            await app.SettledAsync();
            last = app.Teams.Log.All.Last(happened => happened.Operation == ConnectorOperation.Update && happened.ActivityId == card.ActivityId);
        }

        await app.StopAsync();
        return [.. collector.Spans.Where(span => span.Trace == last!.Trace!.Split('-')[1])];
    }
}
