using Microsoft.Playwright;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>One browser for all tests: the machine's own Chromium, found by the variable CHROMIUM or on the PATH.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Collection = "Chromium";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Deadline.Step.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
    }

    /// <summary>A page without history or cookies, of a size of the test's choice.</summary>
    public async Task<IPage> NewPageAsync(int width = 1400, int height = 900, ColorScheme scheme = ColorScheme.Light, float sharpness = 1)
    {
        var page = await browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, DeviceScaleFactor = sharpness });
        page.SetDefaultTimeout((float)Deadline.Step.TotalMilliseconds);
        return page;
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Programs.Find(Names);
}

[CollectionDefinition(Chromium.Collection)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
