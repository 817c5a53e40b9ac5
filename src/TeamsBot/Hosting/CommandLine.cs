using System.CommandLine;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Hosting;

/// <summary>The options of every command that say where records are kept.</summary>
internal sealed class StoreArguments
{
    public Option<string> Data { get; } = new("--data") { Description = "The folder of the embedded store.", Recursive = true, HelpName = "DIR" };

    public Option<string> Storage { get; } = new("--storage")
    {
        Description = "A connection string of Azure Tables, or its https endpoint, instead of the embedded store.",
        Recursive = true,
        HelpName = "CONNECTION",
    };

    /// <summary>What the command line says, else the configuration (environment and appsettings), else the defaults.</summary>
    public StoreOptions Read(ParseResult arguments)
    {
        var store = new StoreOptions();
        Configuration().GetSection("Storage").Bind(store);
        store.Folder = arguments.GetValue(Data) ?? store.Folder;
        store.Connection = arguments.GetValue(Storage) ?? store.Connection;
        return store;
    }

    /// <summary>Opens the store, for commands that work on it without the bot.</summary>
    public ITables Open(ParseResult arguments)
    {
        var store = Read(arguments);
        return TableStorage.Open(store.Connection, store.Folder, TimeProvider.System);
    }

    /// <summary>The same for commands that only read: they make no store where there is none.</summary>
    public ITables OpenExisting(ParseResult arguments)
    {
        var store = Read(arguments);
        return TableStorage.Exists(store.Connection, store.Folder)
            ? Open(arguments)
            : throw new TableException(TableError.NotFound, $"There is no store in {Path.GetFullPath(store.Folder)}. --data names its folder.");
    }

    /// <summary>What a command has of it: environment and appsettings.</summary>
    public static IConfigurationRoot Configuration() =>
        new ConfigurationBuilder().AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
}

/// <summary>Runs a command: 0 on success, 2 on wrong arguments, 1 with one clear line on standard error for all else.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{string.Join(' ', parsed.Errors.Select(error => error.Message))} Try --help.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is TableException or IOException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
