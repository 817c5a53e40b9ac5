using System.CommandLine;

namespace TeamsBot.Features.Package;

/// <summary>The command <c>package</c>: writes the app that an administrator uploads to Teams.</summary>
public static class PackageCommand
{
    private const string Description =
        "Writes the Teams app package of a registered bot: the manifest, its texts in four languages and the icons, checked against the rules of Teams.";

    public static Command Create()
    {
        var arguments = new PackageArguments();
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => new("baton.zip") };
        var command = new Command("package", Description);
        arguments.AddTo(command);
        command.Add(output);
        command.SetAction((parsed, cancel) => RunAsync(parsed, arguments.Read(parsed), parsed.GetValue(output)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, PackageValues values, FileInfo output, CancellationToken cancel)
    {
        var (said, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var package = AppPackage.Fill(values);
        if (package.Faults() is { Count: > 0 } faults)
        {
            await error.WriteLineAsync(string.Join(Environment.NewLine, faults));
            return 1;
        }

        try
        {
            await File.WriteAllBytesAsync(output.FullName, package.ToZip(), cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{output} cannot be written: {failure.Message}");
            return 1;
        }

        await said.WriteLineAsync($"{output}: {values.Name} {values.Version} of bot {values.AppId}. Upload it in the Teams admin center, or in Teams under Apps.");
        return 0;
    }
}
