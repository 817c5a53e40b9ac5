using Microsoft.Extensions.Options;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Protocol.Connector;

namespace TeamsBot.Hosting;

/// <summary>What the bot would say of its configuration at its start, and whom it would speak with.</summary>
internal sealed class ConfigurationCheck : IDisposable
{
    private readonly ServiceProvider services;

    public ConfigurationCheck()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] ??= BotApp.DefaultUrl;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTeams();
        BotApp.AddOptions(builder);
        services = builder.Services.BuildServiceProvider();
    }

    /// <summary>Teams as the bot reaches it; null where the bot has no identity. Only where there are no faults.</summary>
    public TeamsReach? Reach() => services.GetRequiredService<IOptions<BotOptions>>().Value is { IsAnonymous: false } bot
        ? new(bot, services.GetRequiredService<ConnectorClient>(), new HttpClient { Timeout = TimeSpan.FromSeconds(15) }, TimeProvider.System)
        : null;

    public void Dispose() => services.Dispose();

    /// <summary>A sentence for each fault; none when it would start.</summary>
    public IReadOnlyList<string> Faults()
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return [.. one.Failures];
        }
        catch (AggregateException several)
        {
            return [.. several.InnerExceptions.SelectMany(problem => problem is OptionsValidationException one ? one.Failures : [problem.Message])];
        }
        catch (InvalidOperationException unreadable)
        {
            return [unreadable.Message];
        }
    }
}
