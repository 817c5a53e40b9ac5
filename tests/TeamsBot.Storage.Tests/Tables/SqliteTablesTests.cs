using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.Tests.Tables;

public sealed class SqliteTablesTests : TablesContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tables");
    private SqliteTables? tables;

    protected override Task<ITables> OpenAsync()
    {
        tables = new SqliteTables(Path.Combine(folder.FullName, "tables.db"), TimeProvider.System);
        return Task.FromResult<ITables>(tables);
    }

    public override async Task DisposeAsync()
    {
        await tables!.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
