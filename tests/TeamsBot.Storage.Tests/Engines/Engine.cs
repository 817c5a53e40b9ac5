using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Azure;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Storage.Tests.Tables;

namespace TeamsBot.Storage.Tests.Engines;

/// <summary>One of the engines, opened for one test, and how to put it away.</summary>
public sealed record Engine(ITables Tables, Func<Task> CloseAsync)
{
    /// <summary>A file of its own.</summary>
    public static Engine Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("stores");
        var tables = new SqliteTables(Path.Combine(folder.FullName, "tables.db"), TimeProvider.System);
        return new(tables, async () =>
        {
            await tables.DisposeAsync();
            folder.Delete(recursive: true);
        });
    }

    /// <summary>The emulator that all tests share.</summary>
    public static Engine Azurite(AzuriteFixture azurite)
    {
        var service = new TableServiceClient(azurite.Server.ConnectionString, new TableClientOptions(), TimeProvider.System);
        return new(new AzureTables(service, TimeProvider.System), () => Task.CompletedTask);
    }
}
