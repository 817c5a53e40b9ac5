using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Features.Duplicates.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>Leads that are the same, or may be, as a marketer is shown them.</summary>
public static class DuplicateSamples
{
    private static readonly Instant Now = Samples.Requested + Duration.FromMinutes(30);
    private static readonly Lead Again = Samples.Nadia with { Id = new("web-2041"), Name = "Nadja Brandt", Company = "Kestrel Cold Chain GmbH", Title = null, Source = "trade fair", CreatedAt = Now - Duration.FromDays(1) };
    private static readonly Lead Other = Samples.Nadia with { Id = new("L-33871"), Name = "نادية برانت", Company = "سلسلة كيستريل للتبريد", Country = "Egypt" };

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>
    {
        ["duplicates"] = say => DuplicatesCard.Render(new(Moments(say), [Line(Again, PersonRef.Baton, MatchReason.SameEmail, MatchReason.SimilarName), Line(Other, Samples.Anna, MatchReason.SamePhone, MatchReason.NameInOtherScript, MatchReason.OtherCountry)], Pair(Samples.Nadia, Again), 12, Note: null)),
        ["duplicates-last"] = say => DuplicatesCard.Render(new(Moments(say), [], Pair(Other, Samples.Nadia), 1, say.Text("duplicates.saidDifferent"))),
        ["duplicates-longest"] = say => DuplicatesCard.Render(new(Moments(say), [Line(Samples.Longest, Samples.Anna, Enum.GetValues<MatchReason>())], Pair(Samples.Longest, Samples.Longest with { Id = new(new string('9', 90)) }, Enum.GetValues<MatchReason>()), 1000, Note: null)),
        ["duplicates-hostile"] = say => DuplicatesCard.Render(new(Moments(say), [Line(Samples.HostileLead, new(new("x"), Samples.Hostile), MatchReason.SameName)], Pair(Samples.HostileLead, Samples.Unknown), 2, Note: null)),
        ["duplicates-none"] = say => DuplicatesCard.Render(new(Moments(say), [], Pair: null, 0, Note: null)),
        ["duplicates-news"] = say => DuplicateNewsCard.Render(say, 7, 12),
        ["duplicates-news-waiting"] = say => DuplicateNewsCard.Render(say, 0, 1),
    };

    private static JoinedLine Line(Lead copy, PersonRef by, params MatchReason[] why) => new(copy, Samples.Nadia, new(copy.Id, Samples.Nadia.Id, why, by, Samples.Requested));

    private static ShownPair Pair(Lead one, Lead other, params MatchReason[] why) =>
        new(new(new(one.Id, other.Id), why.Length > 0 ? why : [MatchReason.SimilarName, MatchReason.SameCompany, MatchReason.OtherEmail], Now), new(one, SalesState.Has), new(other, SalesState.Never));

    private static Moments Moments(Say say) => new(say, Samples.Warsaw, Now);
}
