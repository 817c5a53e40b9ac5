using TeamsBot.Domain.Sla;

namespace TeamsBot.Text;

/// <summary>What somebody asked for in words.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <param name="Lead">A name or id, what stands before the tier and the first step; empty when the asker named none.</param>
    /// <param name="FirstStep">What stands after a colon, or null.</param>
    /// <param name="WholeText">Name, tier and first step as they were written, for a lead that has a colon in its own name or id.</param>
    public sealed record HandOff(string Lead, string? FirstStep, string WholeText) : Command
    {
        /// <summary>Named after the lead: "…, hot" or "… #hot"; null leaves it to the score.</summary>
        public Tier? Tier { get; init; }

        /// <summary>Name and tier as they were written, for a lead whose own name ends so.</summary>
        public string LeadAndTier { get; init; } = Lead;
    }

    /// <summary>Begins the announcement of a campaign.</summary>
    public sealed record Announce : Command;

    /// <summary>What is live, coming and over.</summary>
    public sealed record Campaigns : Command;

    public sealed record Help : Command;

    public sealed record Setup : Command;

    /// <summary>What marketing and sales agreed on.</summary>
    public sealed record Agreement : Command;

    /// <summary>How Baton itself is.</summary>
    public sealed record Status : Command;

    /// <summary>Leads that are the same, or may be.</summary>
    public sealed record Duplicates : Command;

    /// <summary>Who has which role.</summary>
    public sealed record Roles : Command;

    /// <param name="Person">A name, as written.</param>
    /// <param name="Assigned">Null leaves it to the membership of teams again.</param>
    public sealed record AssignRole(string Person, Domain.People.Roles? Assigned) : Command;

    public sealed record MyLeads : Command;

    /// <summary>Where a lead would go now.</summary>
    /// <param name="Lead">A name or id, as written; empty asks for the rules and the turns.</param>
    public sealed record Route(string Lead) : Command;

    /// <summary>Days on which no leads are routed to somebody.</summary>
    public sealed record Away : Command;

    /// <summary>How the agreement was kept.</summary>
    public sealed record SlaStatus(ReportPeriod Period) : Command;

    /// <summary>The ledger as a file.</summary>
    public sealed record ExportSla(ReportPeriod Period) : Command;

    /// <summary>The funnel of both teams.</summary>
    public sealed record FunnelStatus(ReportPeriod Period) : Command;

    /// <summary>What sales said of a campaign.</summary>
    /// <param name="Campaign">A name, a part of one or an id, as written; empty when the asker named none.</param>
    public sealed record Feedback(string Campaign) : Command;

    /// <summary>Has a person forgotten.</summary>
    /// <param name="Lead">A name or id, as written; empty when the asker named none.</param>
    public sealed record Forget(string Lead) : Command;

    /// <summary>All that is held of a person.</summary>
    /// <param name="Lead">A name or id, as written; empty when the asker named none.</param>
    public sealed record ExportLead(string Lead) : Command;

    /// <summary>None of these; may be a question.</summary>
    public sealed record Unknown(string Text) : Command;
}
