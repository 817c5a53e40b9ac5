using System.Globalization;

namespace TeamsBot.Features.Check;

/// <summary>Says on standard error how far a long check is: nothing for the first seconds, then a line every few.</summary>
internal sealed class CheckProgress(TextWriter error, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly long started = clock.GetTimestamp();
    private TimeSpan lastSaid;

    public void Report(long rows, long handoffs)
    {
        var elapsed = clock.GetElapsedTime(started);
        if (elapsed - lastSaid < Interval)
        {
            return;
        }

        lastSaid = elapsed;
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows of {handoffs:N0} handoffs, {rows / elapsed.TotalSeconds:N0} a second"));
    }
}
