namespace TeamsBot.Domain.Leads;

/// <summary>Where a lead stands in the one funnel that marketing and sales share. The numbers are the funnel's order.</summary>
public enum FunnelStage
{
    Awareness = 1,
    Interest = 2,
    Consideration = 3,

    /// <summary>Marketing qualified (MQL): its score passed the agreed threshold, or it asked for a person.</summary>
    Intent = 4,
    HandedOff = 5,

    /// <summary>Sales accepted (SAL).</summary>
    Accepted = 6,

    /// <summary>Sales qualified (SQL): budget, authority, need and timing are confirmed.</summary>
    Qualified = 7,
    Proposal = 8,
    Won = 9,
    Retained = 10,

    /// <summary>Off the path.</summary>
    Lost = 101,

    /// <summary>Off the path until a date; comes back at Interest or Consideration.</summary>
    Recycled = 102,

    /// <summary>Off the path: sales said no, with a reason.</summary>
    Disqualified = 103,
}
