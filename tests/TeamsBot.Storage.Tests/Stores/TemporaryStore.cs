using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.Tests.Stores;

/// <summary>A store in a folder of its own, which goes with it.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-test-");
    private readonly SqliteTables sqlite;

    private TemporaryStore() => sqlite = new SqliteTables(Path.Combine(folder.FullName, "store.db"), TimeProvider.System);

    public ITables Tables => sqlite;

    public static async Task<TemporaryStore> CreateAsync()
    {
        var store = new TemporaryStore();
        await store.Tables.CreateAsync(TableNames.All, CancellationToken.None);
        return store;
    }

    public async Task<int> CountAsync(string table) =>
        await Tables.QueryAsync(table, TableRange.Everything, take: null, CancellationToken.None).CountAsync();

    public async ValueTask DisposeAsync()
    {
        await sqlite.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
