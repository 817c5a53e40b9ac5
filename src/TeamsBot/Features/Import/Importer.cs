using System.Threading.Channels;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Import;

/// <summary>
/// Moves rows into the store by the thousand. One thread reads and maps while the batch before is saved, and never runs
/// more than a few batches ahead, so that memory does not grow with the file.
/// </summary>
/// <param name="refuse">Takes the rows that were refused, with the reason.</param>
/// <param name="progress">Hears after each batch what became of the rows so far.</param>
internal sealed class Importer(ITables tables, TimeProvider clock, Action<SourceRow, string> refuse, Action<ImportCounts>? progress = null)
{
    private const int BatchSize = 1000;
    private const int BatchesAhead = 4;

    /// <summary>
    /// Imports all rows. When <paramref name="cancel"/> is set it finishes the batch at hand and says how far it came;
    /// importing the file again does the rest.
    /// </summary>
    /// <exception cref="ImportException">when the file breaks off or the store fails; what was saved before stays.</exception>
    public async Task<ImportReport> ImportAsync(IRowFile file, RowMapper mapper, Mapping mapping, CancellationToken cancel)
    {
        await PrepareAsync(mapping, cancel);
        var batches = Channel.CreateBounded<MappedRow[]>(BatchesAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAsync(file, mapper, batches.Writer, stop.Token), CancellationToken.None);
        var report = new ImportReport(ImportCounts.Nothing, 0, Completed: false);
        try
        {
            while (!cancel.IsCancellationRequested && await batches.Reader.WaitToReadAsync(CancellationToken.None) && batches.Reader.TryRead(out var batch))
            {
                var counts = report.Counts + await SaveAsync(batch, mapper.Coverage, mapping.Kind);
                report = new(counts, batch[^1].Row.Line, Completed: false);
                progress?.Invoke(counts);
            }
        }
        catch (TableException failure)
        {
            throw new ImportException($"The store failed after line {report.LastLine}: {failure.Message} What was saved stays; import the file again to do the rest.", failure);
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return report with { Completed = !cancel.IsCancellationRequested };
    }

    private async Task PrepareAsync(Mapping mapping, CancellationToken cancel)
    {
        await tables.CreateAsync(TableNames.All, cancel);
        await new AttributeStore(tables, clock).SaveAsync(mapping.Attributes.Select(attribute => attribute.Definition), cancel);
    }

    // What was read before a file breaks off is saved like any other batch.
    private static async Task ReadAsync(IRowFile file, RowMapper mapper, ChannelWriter<MappedRow[]> batches, CancellationToken stop)
    {
        Exception? failure = null;
        var batch = new List<MappedRow>(BatchSize);
        try
        {
            foreach (var row in file.Rows())
            {
                batch.Add(mapper.Map(row));
                if (batch.Count == BatchSize)
                {
                    await batches.WriteAsync([.. batch], stop);
                    batch.Clear();
                }
            }
        }
        catch (Exception broken)
        {
            failure = broken;
        }

        if (batch.Count > 0 && !stop.IsCancellationRequested)
        {
            await batches.WriteAsync([.. batch], stop);
        }

        batches.Complete(stop.IsCancellationRequested ? null : failure);
    }

    private async Task<ImportCounts> SaveAsync(MappedRow[] batch, Coverage coverage, RecordKind kind)
    {
        var saved = await kind.SaveAsync(tables, clock, [.. batch.Select(row => row.Record).OfType<object>()], coverage, CancellationToken.None);
        var (counts, next) = (ImportCounts.Nothing, 0);
        foreach (var row in batch)
        {
            var outcome = row.Record is null
                ? new Saved(row.Problem is null ? SaveOutcome.Unchanged : SaveOutcome.Refused, row.Problem)
                : saved[next++];
            counts += Count(outcome.Outcome);
            if (outcome.Why is { } why)
            {
                refuse(row.Row, why);
            }
        }

        return counts;
    }

    private static ImportCounts Count(SaveOutcome outcome) => outcome switch
    {
        SaveOutcome.Added => new(1, 0, 0, 0),
        SaveOutcome.Updated => new(0, 1, 0, 0),
        SaveOutcome.Unchanged => new(0, 0, 1, 0),
        _ => new(0, 0, 0, 1),
    };
}
