using TeamsBot.Domain.Scoring;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Text;

/// <summary>The rubric, and what it found, in the reader's words.</summary>
internal static class ScoreWords
{
    private const int LongestValue = 60;

    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["company"] = "score.company",
        ["title"] = "label.jobTitle",
        ["country"] = "label.country",
        ["speaks"] = "label.speaks",
        ["employees"] = "label.employees",
        ["source"] = "label.source",
        ["campaign"] = "label.campaign",
        ["product"] = "label.product",
        ["segment"] = "label.segment",
        ["budget"] = "score.budget",
        ["authority"] = "score.authority",
        ["need"] = "score.need",
        ["timing"] = "score.timing",
        [LeadFacts.LastActivity] = "label.lastActivity",
    };

    public static string Section(ScoreReason reason, Say say) => say.Text(reason switch
    {
        ScoreReason.Own => "score.ownLines",
        ScoreReason.Fit => "score.fit",
        ScoreReason.Engagement => "score.engagement",
        ScoreReason.Negative => "score.negative",
        ScoreReason.Bant => "score.bant",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    });

    /// <summary>"Country: Poland", "demo: Mon 23 Nov".</summary>
    public static string Line(ScoredLine line, Moments moments)
    {
        var say = moments.Say;
        return line switch
        {
            { Reason: ScoreReason.Own, What: "" } => say.Text("score.own"),
            { Reason: ScoreReason.Own } => say.Value(line.What),
            { At: { } at, Times: > 1 } => Fact(say, line.What, say.Text("score.times", ("n", line.Times), ("date", moments.Date(at)))),
            { At: { } at } => Fact(say, line.What, moments.Date(at).Text),
            _ => Fact(say, line.What, say.Value(LeadWords.Cut(line.Found ?? "", LongestValue))),
        };
    }

    /// <summary>"Employees: 50 or more", "demo: half after 14 days".</summary>
    public static string Rule(ScoreRule rule, Say say) => rule switch
    {
        FactRule fact => Fact(say, fact.Of, string.Join(say.Text("list.semicolon"), Conditions(fact, say))),
        EventRule { HalfLifeDays: null, Times: 1 } done => Named(done.Of, say),
        EventRule done => Fact(say, done.Of, string.Join(say.Text("list.semicolon"), Fading(done, say))),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    /// <summary>"+25", "−5".</summary>
    public static string Points(int points, Say say)
    {
        var signed = points < 0 ? $"\u2212{say.Number(-(long)points)}" : $"+{say.Number(points)}";
        return say.IsRightToLeft ? Bidi.Isolate(signed) : signed;
    }

    private static IEnumerable<string> Conditions(FactRule rule, Say say)
    {
        if (rule.Is.Count > 0)
        {
            yield return Values(rule.Is, say);
        }

        if (rule.Contains.Count > 0)
        {
            yield return say.Text("score.contains", ("values", new Phrase(Values(rule.Contains, say))));
        }

        if ((rule.From, rule.To) is not (null, null))
        {
            yield return (rule.From, rule.To) switch
            {
                ({ } from, { } to) => say.Text("score.between", ("from", from), ("to", to)),
                ({ } from, _) => say.Text("score.from", ("from", from)),
                var (_, to) => say.Text("score.to", ("to", to!.Value)),
            };
        }
    }

    private static IEnumerable<string> Fading(EventRule rule, Say say)
    {
        if (rule.Times > 1)
        {
            yield return say.Text("score.latest", ("n", rule.Times));
        }

        if (rule.HalfLifeDays is { } days)
        {
            yield return say.Text("score.halfLife", ("n", days));
        }
    }

    private static string Values(IReadOnlyList<string> values, Say say) =>
        LeadWords.Cut(string.Join(say.Text("list.comma"), values.Select(value => say.Value(value))), 2 * LongestValue);

    private static string Fact(Say say, string what, string found) => say.Text("score.fact", ("what", new Phrase(Named(what, say))), ("found", new Phrase(found)));

    private static string Named(string of, Say say) => Fields.TryGetValue(of, out var key) ? say.Text(key) : say.Value(LeadWords.Cut(of, LongestValue));
}
