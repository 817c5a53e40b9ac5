using System.Net.Sockets;
using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>The one command that starts the bot with the Playground before it.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_Playground_starts_with_the_bot_and_ends_with_it()
    {
        await using var bot = await StartAsync();
        var page = await PageAsync(bot);

        using (var client = new HttpClient { BaseAddress = page })
        {
            (await client.GetStringAsync("/_internal/v1/testConfig")).ShouldContain("Zofia Wiśniewska");
        }

        (await bot.StopAsync()).ShouldBe(0);
        await ShouldBeClosedAsync(page);
    }

    [Fact]
    public async Task The_Playground_ends_with_a_bot_that_was_killed()
    {
        await using var bot = await StartAsync();
        var page = await PageAsync(bot);
        using var line = new TcpClient();
        await line.ConnectAsync(page.Host, page.Port);

        await bot.KillAsync();

        await EndAsync(line);
        await ShouldBeClosedAsync(page);
    }

    [Fact]
    public async Task Without_Nodejs_the_bot_runs_and_says_what_to_install()
    {
        await using var bot = await StartAsync(("PATH", folder.Path));

        var said = await bot.LogLineAsync("Node.js was not found");

        said.ShouldContain("Install Node.js 20 or newer");
        said.ShouldContain(bot.Messages.AbsoluteUri);
        using var client = new HttpClient();
        (await client.GetAsync(new Uri(bot.Address, "/health/live"))).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Without_a_way_to_the_package_the_bot_runs_and_says_so()
    {
        var install = Directory.CreateDirectory(Path.Combine(folder.Path, "bin"));
        File.CreateSymbolicLink(Path.Combine(install.FullName, "node"), Programs.Find("node"));
        await using var bot = await StartAsync(("PATH", install.FullName), ("Playground__Folder", Path.Combine(folder.Path, "elsewhere")));

        var said = await bot.LogLineAsync("npm could not install the Agents Playground");

        said.ShouldContain(bot.Messages.AbsoluteUri);
    }

    public void Dispose() => folder.Dispose();

    // The package that the tests have is taken for the one that the bot has installed before.
    private async Task<BotProcess> StartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var playground = Directory.CreateDirectory(Path.Combine(folder.Path, "data", "playground"));
        Directory.CreateSymbolicLink(Path.Combine(playground.FullName, "node_modules"), NodePackages.File());
        var all = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        all["Playground__Port"] = $"{Loopback.FreePort()}";
        return await BotProcess.StartAsync(new BotStart(Path.Combine(folder.Path, "data"), Loopback.FreePort(), Storage: null, all));
    }

    private static async Task<Uri> PageAsync(BotProcess bot) => new((await bot.LogLineAsync("Talk to Baton")).Split(' ')[^1]);

    // Whoever listens no more closes the lines that are open.
    private static async Task EndAsync(TcpClient line)
    {
        using var deadline = new CancellationTokenSource(Deadline.Step);
        try
        {
            (await line.GetStream().ReadAsync(new byte[1], deadline.Token)).ShouldBe(0);
        }
        catch (IOException)
        {
            // Cut off rather than closed: ended all the same.
        }
    }

    private static async Task ShouldBeClosedAsync(Uri page)
    {
        using var client = new TcpClient();
        await Should.ThrowAsync<SocketException>(() => client.ConnectAsync(page.Host, page.Port));
    }
}
