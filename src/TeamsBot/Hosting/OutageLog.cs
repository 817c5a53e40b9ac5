using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;

namespace TeamsBot.Hosting;

/// <summary>
/// What one thing that Baton depends on did lately, as this instance saw it: kept in memory, for the store cannot note that it is away.
/// Safe for concurrent use.
/// </summary>
/// <param name="kind">What its outages are called.</param>
public sealed class OutageLog(TroubleKind kind, TimeProvider time)
{
    // One failure says little, and what is mended sooner nobody notices.
    private const int FewestFailures = 2;
    private static readonly Duration s_shortest = Duration.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly List<Sighting> over = [];
    private (Instant Since, int Failures)? failing;

    public void Failed()
    {
        lock (gate)
        {
            failing = failing is { } known ? known with { Failures = known.Failures + 1 } : (time.Now, 1);
        }
    }

    public void Answered()
    {
        lock (gate)
        {
            if (Lasting() is { } outage)
            {
                over.Add(outage with { Until = time.Now });
            }

            failing = null;
        }
    }

    /// <summary>The outages that are to be told of: those that are over, oldest first, and the one that lasts.</summary>
    public IReadOnlyList<Sighting> Outages()
    {
        lock (gate)
        {
            return Lasting() is { } outage ? [.. over, outage] : [.. over];
        }
    }

    /// <summary>An outage is on record.</summary>
    public void Forget(Sighting outage)
    {
        lock (gate)
        {
            over.Remove(outage);
        }
    }

    private Sighting? Lasting() =>
        failing is { Failures: >= FewestFailures } known && time.Now - known.Since >= s_shortest ? new(kind, "", known.Since) : null;
}
