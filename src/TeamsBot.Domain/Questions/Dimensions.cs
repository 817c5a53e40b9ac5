namespace TeamsBot.Domain.Questions;

/// <summary>What figures are grouped and filtered by, besides the attributes that imports declare.</summary>
public static class Dimensions
{
    /// <summary>The value of records that have none.</summary>
    public const string None = "(none)";

    /// <summary>Names one record in a query of the form <see cref="QueryForm.Record"/>: its id, or the name of a campaign, or the name or company of a lead.</summary>
    public const string Id = "id";

    /// <summary>Dimensions of time, the finest first.</summary>
    public static IReadOnlyList<string> OfTime { get; } = ["day", "week", "month", "quarter", "year"];

    private static readonly Dictionary<Subject, string[]> s_bySubject = new()
    {
        [Subject.Leads] = ["source", "campaign", "rep", "product", "segment", "country", "account", "stage", "tier"],
        [Subject.Deals] = ["source", "campaign", "rep", "manager", "team", "region", "product", "segment", "country", "account", "stage", "status"],
        [Subject.Handoffs] = ["source", "campaign", "rep", "team", "product", "segment", "country", "account", "status", "reason", "tier", "channel"],
        [Subject.Campaigns] = ["campaign", "channel", "status"],
        [Subject.Announcements] = ["campaign", "channel"],
    };

    /// <summary>All that are not of time, each once.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_bySubject.Values.SelectMany(ids => ids).Distinct(StringComparer.Ordinal)];

    public static bool IsOfTime(string dimension) => OfTime.Contains(dimension);

    /// <summary>The ids that records of this kind have, without those of time and without attributes.</summary>
    public static IReadOnlyList<string> Of(Subject subject) => s_bySubject[subject];
}
