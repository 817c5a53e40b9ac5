using TeamsBot.Features.Privacy;
using TeamsBot.Hosting.Files;

namespace TeamsBot.Hosting;

/// <summary>Adds what forgets leads and hands out what is held of them.</summary>
internal static class PrivacySetup
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<PrivacyCommands>()
        .AddSingleton<IFileMaker, LeadFile>()
        .AddSingleton<IWorkHandler, LeadEraser>()
        .AddSingleton<IWorkHandler, StoreScrubber>()
        .AddSingleton<RetentionRound>()
        .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<RetentionRound>())
        .AddHostedService<RetentionStart>();

    /// <summary>The options, validated at the start.</summary>
    public static void AddPrivacyOptions(this WebApplicationBuilder builder) => builder.Services
        .AddOptions<RetentionOptions>().Bind(builder.Configuration.GetSection("Privacy")).Checked(options => options.Problem());
}
