namespace TeamsBot.Features.Sla;

/// <summary>What the buttons of the SLA's cards send, beside commands.</summary>
public static class SlaVerbs
{
    /// <summary>Offers the ledger as a file: with "days", a <see cref="Domain.Sla.DaySpan"/>.</summary>
    public const string Export = "sla.export";
}
