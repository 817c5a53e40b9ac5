using Microsoft.Playwright;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>
/// Draws cards as Teams would, with the npm renderer and Teams-like colours: 600 and 320 pixels wide, light and dark, and with each of their
/// forms open. The renderer knows no charts and draws their fallback.
/// </summary>
internal sealed class CardPictures(IPage page) : IAsyncDisposable
{
    public static async Task<CardPictures> OpenAsync(Chromium chromium)
    {
        var page = await chromium.NewPageAsync(width: 1400);
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Harness", "card-sheet.html")));
        await page.AddScriptTagAsync(new() { Path = NodePackages.File("adaptivecards", "dist", "adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = NodePackages.File("markdown-it", "dist", "markdown-it.min.js") });
        return new CardPictures(page);
    }

    /// <summary>Takes one picture of all the ways to see the card.</summary>
    /// <param name="name">The name of the picture's file.</param>
    /// <param name="card">The card's JSON.</param>
    /// <returns>What is cut off or sticks out at any width: empty for a good card.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(string name, string card)
    {
        var clipped = await page.EvaluateAsync<string[]>("card => show(JSON.parse(card))", card);
        await page.Locator("#sheet").ScreenshotAsync(new() { Path = Pictures.File(name) });
        return clipped;
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
