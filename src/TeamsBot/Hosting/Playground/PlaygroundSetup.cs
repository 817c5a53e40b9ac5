namespace TeamsBot.Hosting.Playground;

/// <summary>Adds the Playground to the host.</summary>
public static class PlaygroundSetup
{
    /// <summary>
    /// Starts the Agents Playground beside the bot in Development, unless section <c>Playground</c> turns it off. Call it only for a bot without
    /// credentials: one that has them answers Teams and nobody else.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="dataFolder">The folder of the embedded store; the Playground is installed in a folder beside the data.</param>
    public static WebApplicationBuilder AddPlayground(this WebApplicationBuilder builder, string dataFolder)
    {
        var section = builder.Configuration.GetSection("Playground");
        if (!builder.Environment.IsDevelopment() || !section.GetValue(nameof(PlaygroundOptions.Enabled), defaultValue: true))
        {
            return builder;
        }

        builder.Services.AddOptions<PlaygroundOptions>()
            .Configure(options => options.Folder = Path.GetFullPath(Path.Combine(dataFolder, "playground")))
            .Bind(section)
            .Validate(options => options.Port is > 0 and <= 65535, "Playground:Port is a TCP port, 1 to 65535.")
            .ValidateOnStart();
        builder.Services.AddSingleton<PlaygroundOrganisation>().AddHostedService<PlaygroundLauncher>();
        return builder;
    }
}
