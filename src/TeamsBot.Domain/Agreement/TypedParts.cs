using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>A tier as somebody typed it; null or empty where nothing was typed.</summary>
/// <param name="FromScore">Cold leads have none.</param>
/// <param name="Accept">As in the document: "30m", "2h", "1h30m".</param>
public sealed record TypedTier(string? FromScore, string? Accept, string? Contact)
{
    public static TypedTier Of(TierTerms terms, bool hasScore) =>
        new(hasScore ? $"{terms.FromScore}" : null, DurationText.Write(terms.Accept), DurationText.Write(terms.Contact));

    internal string Json() => JsonText.Line(
        from member in new[] { ("fromScore", FromScore), ("accept", Accept), ("contact", Contact) }
        where !string.IsNullOrEmpty(member.Item2)
        select (member.Item1, JsonText.Quote(member.Item2!)));
}

/// <summary>The targets of all tiers as somebody typed them.</summary>
public sealed record TypedTargets(TypedTier Hot, TypedTier Warm, TypedTier Cold)
{
    public static TypedTargets Of(SlaAgreement agreement) =>
        new(TypedTier.Of(agreement.Hot, hasScore: true), TypedTier.Of(agreement.Warm, hasScore: true), TypedTier.Of(agreement.Cold, hasScore: false));
}

/// <summary>The working time of a channel, or of all that have none of their own, as somebody typed it.</summary>
/// <param name="Channel">The channel's id; null for the default calendar.</param>
/// <param name="Week">Days and hours as in the document, such as "mon-thu" and "09:00-12:00, 13:00-17:00"; null is "always".</param>
/// <param name="Closed">Dates as in the document, and names of the agreement's regions, one each.</param>
public sealed record TypedWorkingTime(string? Channel, IReadOnlyList<(string Days, string Hours)>? Week, string? TimeZone, IReadOnlyList<string> Closed)
{
    /// <summary>The lines for <see cref="Closed"/> that a calendar has.</summary>
    public static IEnumerable<string> ClosedOf(WorkingCalendar calendar) =>
        calendar.Closed.Regions.Select(region => region.Name).Concat(ClosureText.Write(calendar.Closed.Own));

    internal string Json(IReadOnlyList<HolidayRegion> regions)
    {
        var observed = Closed.Where(IsRegion).ToList();
        return JsonText.Line(Members());

        bool IsRegion(string line) => regions.Any(region => string.Equals(region.Name, line, StringComparison.OrdinalIgnoreCase));

        IEnumerable<(string Name, string Json)> Members()
        {
            if (!string.IsNullOrEmpty(TimeZone))
            {
                yield return ("timeZone", JsonText.Quote(TimeZone));
            }

            if (Week is not { Count: 0 })
            {
                yield return ("week", Week is null ? JsonText.Quote(WeekReader.Always) : JsonText.Line(Week.Select(days => (days.Days, JsonText.Quote(days.Hours)))));
            }

            yield return ("holidays", JsonText.List(0, observed.Select(JsonText.Quote)));
            yield return ("closed", JsonText.List(0, Closed.Except(observed).Select(JsonText.Quote)));
        }
    }
}
