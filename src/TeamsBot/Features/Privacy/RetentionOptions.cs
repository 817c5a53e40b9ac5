using TeamsBot.Domain.Privacy;

namespace TeamsBot.Features.Privacy;

/// <summary>How long personal data are kept: section <c>Privacy</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>
    /// For how long a lead is kept after the last thing that happened to it, in whole days: "730", or an ISO 8601 period such as "P2Y".
    /// Empty (the default) keeps leads until somebody has them forgotten.
    /// </summary>
    public string KeepLeadsFor { get; set; } = "";

    /// <summary>Null where leads are kept.</summary>
    public Retention? Read() => Retention.Parse(KeepLeadsFor);

    /// <summary>Why these options cannot be used; null when they can.</summary>
    public string? Problem() => string.IsNullOrWhiteSpace(KeepLeadsFor) || Read() is not null
        ? null
        : "Privacy:KeepLeadsFor is a number of days such as 730, or whole years, months, weeks and days such as P2Y or P18M; none keeps leads.";
}
