using Microsoft.Extensions.Options;

namespace TeamsBot.Hosting;

/// <summary>What the bot would say of its configuration at its start.</summary>
internal static class ConfigurationCheck
{
    /// <summary>A sentence for each fault; none when it would start.</summary>
    public static IReadOnlyList<string> Faults()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] ??= BotApp.DefaultUrl;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTeams();
        BotApp.AddOptions(builder);
        using var services = builder.Services.BuildServiceProvider();
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
