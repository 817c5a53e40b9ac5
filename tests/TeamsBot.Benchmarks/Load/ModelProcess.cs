using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Benchmarks.Load;

/// <summary>A process that builds the read model of a store and ends.</summary>
internal static class ModelProcess
{
    public const string Role = "model";

    public static ServerProcess Start(string folder) =>
        ServerProcess.Start(typeof(ModelProcess).Assembly.Location, [Role, folder], new Dictionary<string, string>());

    public static async Task<int> RunAsync(string[] args)
    {
        var tables = TableStorage.Open(storage: null, args[0], TimeProvider.System);
        await using var closing = tables as IAsyncDisposable;
        await using var model = new FiguresModel(tables, args[0], TimeProvider.System);
        await model.CatchUpAsync(CancellationToken.None);
        return 0;
    }
}
