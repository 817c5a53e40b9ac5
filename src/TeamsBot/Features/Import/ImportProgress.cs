using System.Globalization;

namespace TeamsBot.Features.Import;

/// <summary>Says on standard error how far a long import is: nothing for the first seconds, then a line every few.</summary>
internal sealed class ImportProgress(TextWriter error, TimeProvider clock, string file, IRowFile rows)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly long started = clock.GetTimestamp();
    private TimeSpan lastSaid;

    public void Report(ImportCounts counts)
    {
        var elapsed = clock.GetElapsedTime(started);
        if (elapsed - lastSaid < Interval)
        {
            return;
        }

        lastSaid = elapsed;
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {rows.Progress * 100:N0}%, {counts.Read:N0} rows, {counts.Read / elapsed.TotalSeconds:N0} a second"));
    }
}
