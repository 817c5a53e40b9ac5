using NodaTime;

namespace TeamsBot.Domain.Routing;

/// <summary>What a rep has on their hands.</summary>
/// <param name="Open">Leads that they were offered alone, or accepted and did not qualify yet.</param>
/// <param name="Day">The day that <paramref name="OnDay"/> counts, in the organisation's zone.</param>
/// <param name="OnDay">Leads that were routed to them on that day, whatever became of them.</param>
public sealed record Workload(int Open, LocalDate Day, int OnDay)
{
    public static Workload None { get; } = new(0, LocalDate.MinIsoValue, 0);

    /// <summary>Whether all that they had before they were in a pool is counted.</summary>
    public bool IsCounted { get; init; }

    public int On(LocalDate day) => day == Day ? OnDay : 0;

    /// <summary>One more lead is routed to them.</summary>
    public Workload WithAnother(LocalDate day) => this with { Open = Open + 1, Day = day, OnDay = On(day) + 1 };

    /// <summary>A lead that was routed to them came to nothing.</summary>
    public Workload WithoutTurn(LocalDate day) => this with { Open = Open - 1, OnDay = day == Day ? OnDay - 1 : OnDay };
}
