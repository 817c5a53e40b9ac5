namespace TeamsBot.Domain.Questions;

/// <summary>A stage of the funnel with its figures.</summary>
/// <param name="Stage">As the figures name it.</param>
/// <param name="Reached">Leads that reached it.</param>
/// <param name="WentOn">The share of them that went on; null where nobody could.</param>
public sealed record FunnelStep(string Stage, long Reached, double? WentOn);

/// <summary>The figures of <see cref="Metrics.Funnel"/>, read: without stages that say nothing, at the start those that nobody reached or that all left forwards, and the last where nobody is.</summary>
public sealed record FunnelFigures(IReadOnlyList<FunnelStep> Stages)
{
    // Fewer leads than these say nothing about where the funnel leaks.
    internal const int FewestForALeak = 5;

    private static readonly string[] OffThePath = ["lost", "recycled", "disqualified"];

    // Of leads that came in as Intent or later, nobody knows when they were in these.
    private static readonly string[] Early = ["awareness", "interest", "consideration"];

    /// <summary>Columns are found by their unit: the stage, then how many reached it, and the share that went on.</summary>
    public static FunnelFigures Of(Figures figures)
    {
        var (stage, reached, wentOn) = (Column(figures, Unit.Text), Column(figures, Unit.Count), Column(figures, Unit.Ratio));
        if (stage < 0 || reached < 0)
        {
            return new([]);
        }

        var steps = figures.Rows
            .Select(row => new FunnelStep(row[stage] as string ?? "", (long)(row[reached] as double? ?? 0), wentOn < 0 ? null : row[wentOn] as double?))
            .Where(step => !OffThePath.Contains(step.Stage, StringComparer.OrdinalIgnoreCase))
            .Where(step => step.Reached > 0 || !IsNamed(step, "retained"))
            .SkipWhile(step => step.Reached == 0 || (step.WentOn == 1 && Early.Contains(step.Stage, StringComparer.OrdinalIgnoreCase)));
        return new([.. steps]);
    }

    public long First => Stages is [var first, ..] ? first.Reached : 0;

    public long Won => Find("won")?.Reached ?? 0;

    /// <summary>The stage before Won from which the smallest share went on; null where too few were there to tell.</summary>
    public FunnelStep? Leak => Stages
        .TakeWhile(step => !IsNamed(step, "won"))
        .Where(step => step.WentOn is < 1 && step.Reached >= FewestForALeak)
        .MinBy(step => step.WentOn);

    public FunnelStep? Find(string stage) => Stages.FirstOrDefault(step => IsNamed(step, stage));

    private static bool IsNamed(FunnelStep step, string stage) => string.Equals(step.Stage, stage, StringComparison.OrdinalIgnoreCase);

    private static int Column(Figures figures, Unit unit) => figures.Columns.Select((column, at) => (column, at)).Where(found => found.column.Unit == unit).Select(found => found.at).DefaultIfEmpty(-1).First();
}

/// <summary>Where the funnel loses most: against the time before where that is known, else the stage that fewest leave forwards.</summary>
/// <param name="Was">The share that went on in the time before; null where that is not known.</param>
public sealed record FunnelLeak(FunnelStep Step, double? Was)
{
    // A smaller drop of the rate is chance.
    private const double SmallestDrop = 0.02;

    /// <summary>About how many more would have gone on at the earlier rate.</summary>
    public long Missing => Was is { } was ? (long)Math.Round((was - Step.WentOn!.Value) * Step.Reached) : 0;

    /// <summary>Null where the funnel is too small to tell.</summary>
    public static FunnelLeak? Of(FunnelFigures now, FunnelFigures? before)
    {
        var worse = now.Stages
            .Where(step => step.Reached >= FunnelFigures.FewestForALeak && step.WentOn is not null && before?.Find(step.Stage) is { WentOn: not null, Reached: >= FunnelFigures.FewestForALeak })
            .Select(step => new FunnelLeak(step, before!.Find(step.Stage)!.WentOn))
            .Where(leak => leak.Was - leak.Step.WentOn >= SmallestDrop)
            .MaxBy(leak => leak.Missing);
        return worse ?? (now.Leak is { } leak ? new(leak, before?.Find(leak.Stage)?.WentOn is { } was && was != leak.WentOn ? was : null) : null);
    }
}
