namespace TeamsBot.Features.LeadRouting;

/// <summary>What the buttons of routing's cards send.</summary>
public static class RouteVerbs
{
    /// <summary>How a lead would be routed now; with "lead", an id.</summary>
    public const string Look = "route.look";

    /// <summary>With "from" and "to", dates as 2026-12-24, and "who", a person's id, for a manager.</summary>
    public const string Away = "route.away";

    /// <summary>Takes leads again from now on; with "who" for a manager.</summary>
    public const string Back = "route.back";
}
