using System.Diagnostics;
using System.Globalization;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.Tests.Tables;

/// <summary>A process of its own that writes to a store, for tests of what other processes see of it.</summary>
public static class WriterProcess
{
    public const string Table = "Writes";
    private const int Writers = 8;

    /// <summary>Starts this assembly as a program.</summary>
    public static Process Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (ReadOnlySpan<string>)[typeof(WriterProcess).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public static async Task Main(string[] args)
    {
        if (args[0] == "model")
        {
            await BuildModelsAsync(args[1]);
        }

        await using var tables = new SqliteTables(args[1], TimeProvider.System);
        await tables.CreateAsync([Table], CancellationToken.None);
        await (args[0] == "append" ? AppendAsync(tables) : IncrementAsync(tables, int.Parse(args[2], CultureInfo.InvariantCulture)));
    }

    // Builds the read model of a store again and again until it is killed; says when it begins.
    private static async Task BuildModelsAsync(string folder)
    {
        await using var tables = new SqliteTables(Path.Combine(folder, "tables.db"), TimeProvider.System);
        await using var model = new FiguresModel(tables, folder, TimeProvider.System);
        await Console.Out.WriteLineAsync("begins");
        while (true)
        {
            await model.RebuildAsync(CancellationToken.None);
        }
    }

    // Adds rows until it is killed; says the key of a row once the store has acknowledged it.
    private static Task AppendAsync(SqliteTables tables) => Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
    {
        for (var i = 0; ; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{writer}-{i:D6}");
            await tables.SubmitAsync(Table, [new(TableTransactionActionType.Add, new TableEntity("p", key))], CancellationToken.None);
            await Console.Out.WriteLineAsync(key);
        }
    }));

    private static async Task IncrementAsync(SqliteTables tables, int times)
    {
        for (var done = 0; done < times;)
        {
            var row = await tables.GetAsync(Table, "p", "counter", CancellationToken.None);
            var next = new TableEntity("p", "counter") { ["Value"] = row!.GetInt32("Value") + 1 };
            var outcome = await tables.SubmitManyAsync(
                [new(Table, [new(TableTransactionActionType.UpdateReplace, next, row.ETag)])], CancellationToken.None);
            done += outcome[0] is null ? 1 : outcome[0]!.IsConflict ? 0 : throw outcome[0]!;
        }
    }
}
