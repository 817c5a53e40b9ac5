using TeamsBot.Domain.Routing;

namespace TeamsBot.Text;

/// <summary>Why a lead came to somebody, or to a channel.</summary>
internal static class RouteWords
{
    private const int LongestName = 40;
    private const int LongestPerson = 22;

    /// <summary>The question that <see cref="Why"/> answers: "Why Anna Nowak:".</summary>
    public static string Question(LeadRoute route, Say say) => route.Rep is { } rep
        ? say.Text("route.whyRep", ("person", LeadWords.Cut(rep.Name, LongestPerson)))
        : say.Text("route.whyHere");

    /// <summary>"DACH (Germany); next in turn in Pool East".</summary>
    public static string Why(LeadRoute route, Say say)
    {
        var rule = Rule(route.Rule, route.By, say);
        var pool = LeadWords.Cut(route.Pool, LongestName);
        return route.Basis switch
        {
            RouteBasis.Turn => say.Text("route.turn", ("rule", rule), ("pool", pool)),
            RouteBasis.NamedRep => say.Text("route.named", ("rule", rule)),
            RouteBasis.SameCompany => say.Text("route.company", ("rule", rule)),
            RouteBasis.NobodyFree => say.Text("route.nobodyFree", ("rule", rule), ("pool", pool)),
            _ => say.Text("route.channel", ("rule", rule), ("pool", pool)),
        };
    }

    /// <summary>A rule by its name, and what of the lead met it.</summary>
    public static Phrase Rule(string name, string? by, Say say) => string.IsNullOrWhiteSpace(by)
        ? new(say.Value(LeadWords.Cut(name, LongestName)))
        : say.Phrase("route.ruleBy", ("rule", LeadWords.Cut(name, LongestName)), ("by", LeadWords.Cut(by, LongestName)));
}
