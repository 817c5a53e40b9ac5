using System.Globalization;
using Azure;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>Whether each table is there and can be read, and one can be written. What fails is a <see cref="TableException"/> that says why.</summary>
internal sealed class StoreCheckup(ITables tables, TextWriter output)
{
    // A partition that nothing else looks at.
    private const string Probe = "check";

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var table in TableNames.All)
        {
            await tables.GetAsync(table, Probe, Probe, cancel);
        }

        var row = new TableEntity(Probe, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        await tables.SubmitAsync(TableNames.Index, [new(TableTransactionActionType.Add, row)], cancel);
        await tables.SubmitAsync(TableNames.Index, [new(TableTransactionActionType.Delete, row, ETag.All)], cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Store: fine. {TableNames.All.Count} tables are read, and a row was written and taken away."));
    }
}
