namespace TeamsBot.Domain.Sla;

/// <summary>How urgent a lead is; decides the targets of its clocks.</summary>
public enum Tier
{
    Hot,
    Warm,
    Cold,
}
