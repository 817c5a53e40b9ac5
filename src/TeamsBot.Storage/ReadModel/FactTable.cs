using TeamsBot.Domain.Questions;

namespace TeamsBot.Storage.ReadModel;

/// <summary>A table of the read model that figures are counted in, with one column for each dimension, named as the dimension.</summary>
/// <param name="Source">The table, joined with the one that holds its dimensions where it has none of its own.</param>
/// <param name="Key">The column that tells its rows apart.</param>
internal sealed record FactTable(string Source, Subject Subject, string Key)
{
    public static FactTable Leads { get; } = new("lead", Subject.Leads, "lead.key");

    public static FactTable Deals { get; } = new("deal", Subject.Deals, "deal.key");

    public static FactTable Handoffs { get; } = new("handoff", Subject.Handoffs, "handoff.key");

    public static FactTable Campaigns { get; } = new("campaigns", Subject.Campaigns, "campaigns.key");

    public static FactTable Announcements { get; } = new("announcement", Subject.Announcements, "announcement.key");

    /// <summary>Leads once for each time that they were returned to nurture.</summary>
    public static FactTable Recyclings { get; } = new("recycling JOIN lead ON lead.id = recycling.of_lead", Subject.Leads, "lead.key");

    /// <summary>Clocks that ended, with the dimensions of their handoffs.</summary>
    public static FactTable Clocks { get; } = new("clock JOIN handoff ON handoff.id = clock.of_handoff", Subject.Handoffs, "clock.key");
}
