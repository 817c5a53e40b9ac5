namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>
/// Draws a card as Teams would, with the npm renderer and Teams-like colours: 600 and 320 pixels wide, light and dark, and with each of its
/// forms open. The renderer knows no charts and draws their fallback.
/// </summary>
internal static class CardPictures
{
    /// <summary>Takes one picture of all the ways to see the card.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="name">The name of the picture's file.</param>
    /// <param name="card">The card's JSON.</param>
    /// <returns>What is cut off or sticks out at any width: empty for a good card.</returns>
    public static async Task<IReadOnlyList<string>> TakeAsync(Chromium chromium, string name, string card)
    {
        var page = await chromium.NewPageAsync(width: 1360, sharpness: 1.5f);
        try
        {
            var sheet = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Harness", "card-sheet.html"));
            await page.AddInitScriptAsync(scriptPath: NodePackages.File("adaptivecards", "dist", "adaptivecards.min.js"));
            await page.AddInitScriptAsync(scriptPath: NodePackages.File("markdown-it", "dist", "markdown-it.min.js"));
            await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = sheet }));
            await page.GotoAsync("http://127.0.0.1/");
            var clipped = await page.EvaluateAsync<string[]>("card => show(JSON.parse(card))", card);
            await page.Locator("#sheet").ScreenshotAsync(new() { Path = Pictures.File(name) });
            return clipped;
        }
        finally
        {
            await page.CloseAsync();
        }
    }
}
