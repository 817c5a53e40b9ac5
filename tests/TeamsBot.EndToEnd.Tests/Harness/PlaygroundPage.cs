using System.Globalization;
using Microsoft.Playwright;
using TeamsBot.Hosting.Playground;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>The Playground as Alex Wilber sees it: opens chats and channels, types, presses buttons on cards, reads them.</summary>
internal sealed class PlaygroundPage(IPage page)
{
    // Channels show the newest first, chats show it last.
    private bool newestFirst;

    /// <summary>Stands in channels alone, so it tells that the page has changed over.</summary>
    private ILocator NewPost => page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true });

    private ILocator Cards => page.Locator(".ac-adaptiveCard");

    public static async Task<PlaygroundPage> OpenAsync(Chromium chromium, Uri address)
    {
        var page = await chromium.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        await page.GetByText("Connected.").First.WaitForAsync();
        var opened = new PlaygroundPage(page);
        await opened.OpenPersonalChatAsync();
        return opened;
    }

    public async Task OpenPersonalChatAsync()
    {
        newestFirst = false;
        await OpenAsync("Personal Chat");
        await NewPost.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    public async Task OpenChannelAsync(PlaygroundChannel channel)
    {
        newestFirst = true;
        await OpenAsync($"{PlaygroundTenant.TeamName} - {channel.Name}");
        await NewPost.WaitForAsync();
    }

    /// <summary>Types into the personal chat and sends it.</summary>
    public async Task SayAsync(string text)
    {
        await page.Locator("[data-lexical-editor=true]").Last.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>Hands a lead over, accepts it in the sales channel, and goes back to the chat, where its owner's card comes.</summary>
    public async Task HandOffAndAcceptAsync(string lead)
    {
        await SayAsync($"hand off {lead}");
        await OpenChannelAsync(PlaygroundTenant.SalesLeads);
        await PressAsync("Accept");
        await OpenPersonalChatAsync();
    }

    /// <summary>Opens an action of the message extension beside the message box; its dialog holds the newest card from then on.</summary>
    public async Task OpenDialogAsync(string command)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).ClickAsync();
        await page.GetByText("Action Command").ClickAsync();
        await page.GetByPlaceholder("Input command id or leave blanks").FillAsync(command);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
    }

    /// <summary>Searches with the message extension beside the message box.</summary>
    public async Task SearchAsync(string command, string parameter, string words)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).ClickAsync();
        await page.GetByText("Search Command").ClickAsync();
        await page.GetByText("Specify Command ID or Parameter").ClickAsync();
        await page.GetByPlaceholder("Command ID").FillAsync(command);
        await page.GetByPlaceholder("Parameter name").FillAsync(parameter);
        await page.GetByPlaceholder("Enter a search term").FillAsync(words);
    }

    /// <summary>Puts one of the results into the message, and sends it.</summary>
    public async Task InsertAsync(string result)
    {
        await page.GetByText(result).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    public Task CloseDialogAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

    /// <summary>The newest card with this text in it.</summary>
    public ILocator CardSaying(string text) => Newest(Cards.Filter(new() { HasText = text }));

    /// <summary>A message of words that has these in it.</summary>
    public ILocator Text(string words) => page.GetByText(words).Last;

    /// <summary>Presses a button on the newest card that has it.</summary>
    public Task PressAsync(string button) => Button(button).ClickAsync();

    /// <summary>A button of the newest card that has one of this name.</summary>
    public ILocator Button(string name) => Newest(Cards.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    /// <summary>Types into a field of the newest card that has one of this name, or picks from it when it is a list.</summary>
    public async Task FillAsync(string label, string value)
    {
        var field = Newest(Cards.GetByLabel(label));
        if (await field.GetAttributeAsync("role") == "combobox")
        {
            await field.ClickAsync();
            await page.GetByRole(AriaRole.Option, new() { Name = value, Exact = true }).ClickAsync();
            return;
        }

        await field.FillAsync(value);
    }

    /// <summary>Types a day into a field of the newest card that has one of this name.</summary>
    public Task FillDayAsync(string label, DateTimeOffset day) =>
        Newest(Cards.GetByLabel(label)).FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Task PictureAsync(string name) => page.ScreenshotAsync(new() { Path = Pictures.File(name) });

    private ILocator Newest(ILocator found) => newestFirst ? found.First : found.Last;

    private Task OpenAsync(string name) => page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true }).ClickAsync();
}
