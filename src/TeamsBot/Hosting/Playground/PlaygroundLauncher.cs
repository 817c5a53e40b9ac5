using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace TeamsBot.Hosting.Playground;

/// <summary>Starts Microsoft's Agents Playground against this bot once the bot listens, prints its address, and ends it with the bot.</summary>
/// <remarks>Whatever is missing or fails here is logged with what to do about it; the bot itself goes on.</remarks>
internal sealed class PlaygroundLauncher(
    IOptions<PlaygroundOptions> options, IServer server, IHostApplicationLifetime lifetime, PlaygroundOrganisation organisation, ILogger<PlaygroundLauncher> logger) : BackgroundService
{
    private readonly PlaygroundPackage package = new(options.Value.Folder);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartBesideAsync(await MessagesEndpointAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot ends, or could not start, which it says itself.
        }
    }

    private async Task StartBesideAsync(Uri bot, CancellationToken stoppingToken)
    {
        try
        {
            if (options.Value.Address is { } running)
            {
                await OpenAsync(running, stoppingToken);
            }
            else if (await HasNodeAsync(bot, stoppingToken) && await IsInstalledAsync(bot, stoppingToken))
            {
                await RunAsync(bot, stoppingToken);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Win32Exception or JsonException)
        {
            PlaygroundLog.Failed(logger, error.Message, bot);
        }
    }

    /// <summary>The bot's own address, known once its server listens.</summary>
    private async Task<Uri> MessagesEndpointAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
        var address = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var host = address.Host is "localhost" or "0.0.0.0" or "[::]" or "+" or "*" ? "127.0.0.1" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port, "/api/messages").Uri;
    }

    private async Task<bool> HasNodeAsync(Uri bot, CancellationToken cancellation)
    {
        var node = await NodeTool.RunAsync("node", ["--version"], cancellation);
        if (node is null)
        {
            PlaygroundLog.NoNode(logger, bot);
            return false;
        }

        if (Version.TryParse(node.Output.Trim().TrimStart('v'), out var version) && version.Major >= PlaygroundPackage.OldestNode)
        {
            return true;
        }

        PlaygroundLog.OldNode(logger, node.Output.Trim(), bot);
        return false;
    }

    private async Task<bool> IsInstalledAsync(Uri bot, CancellationToken cancellation)
    {
        if (package.IsInstalled)
        {
            return true;
        }

        PlaygroundLog.Installing(logger, PlaygroundPackage.Version);
        if (await package.InstallAsync(cancellation) is not { } complaint)
        {
            return true;
        }

        PlaygroundLog.NotInstalled(logger, complaint, bot);
        return false;
    }

    private async Task RunAsync(Uri bot, CancellationToken cancellation)
    {
        await using var child = PlaygroundProcess.Start(package.Script, options.Value.Folder, bot, options.Value.Port);
        if (await child.ListeningAsync(cancellation) is not { } page)
        {
            PlaygroundLog.Ended(logger, bot);
            return;
        }

        await OpenAsync(page, cancellation);
        if (options.Value.OpenBrowser && HasDesktop())
        {
            using var browser = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
        }

        await child.WaitAsync(cancellation);
        PlaygroundLog.Ended(logger, bot);
    }

    private async Task OpenAsync(Uri page, CancellationToken cancellation)
    {
        await organisation.PrepareAsync(page, cancellation);
        PlaygroundLog.Ready(logger, page);
    }

    private static bool HasDesktop() =>
        !OperatingSystem.IsLinux()
        || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
}
