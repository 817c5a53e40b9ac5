namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>Where screenshots go: the folder that BATON_PICTURES names, otherwise one beside the built tests.</summary>
internal static class Pictures
{
    public static string File(string name)
    {
        var folder = Environment.GetEnvironmentVariable("BATON_PICTURES") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "pictures");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name + ".png");
    }
}
