using TeamsBot.Domain.Scoring;

namespace TeamsBot.Domain.Agreement;

/// <summary>The rubric as the section "scoring" of an agreement's text.</summary>
internal static class RubricText
{
    private const int MostRules = 20;
    private const int MostValues = 50;
    private const int MostTimes = 20;
    private const int LongestHalfLife = 3650;
    private const int MostNumber = 1_000_000_000;

    private static readonly string[] Bant = ["budget", "authority", "need", "timing"];

    private static readonly IReadOnlyList<(ScoreReason Reason, string Name)> Sections =
    [
        (ScoreReason.Fit, "fit"), (ScoreReason.Engagement, "engagement"), (ScoreReason.Negative, "negative"), (ScoreReason.Bant, "bant"),
    ];

    public static Rubric Read(AgreementNode node)
    {
        node.Allow("mqlFrom", "ownScore", "fit", "engagement", "negative", "bant");
        return new()
        {
            MqlFrom = node.Find("mqlFrom") is { } mql ? mql.Whole(0, Rubric.MostPoints) ?? 0 : Rubric.Initial.MqlFrom,
            OwnScorePercent = node.Find("ownScore") is { } own ? own.Whole(0, 100, "%") ?? 0 : Rubric.Initial.OwnScorePercent,
            Rules = [.. Sections.SelectMany(section => node.Find(section.Name)?.Items(MostRules).Select(item => ReadRule(section.Reason, item)) ?? []).OfType<ScoreRule>()],
        };
    }

    /// <summary>Null for the rubric that holds where the text says nothing of it.</summary>
    public static string? Write(Rubric rubric) =>
        rubric.MqlFrom == Rubric.Initial.MqlFrom && rubric.OwnScorePercent == Rubric.Initial.OwnScorePercent && rubric.Rules.Count == 0
            ? null
            : JsonText.Object(1, Parts(rubric));

    private static IEnumerable<(string Name, string Json)> Parts(Rubric rubric)
    {
        yield return ("mqlFrom", $"{rubric.MqlFrom}");
        yield return ("ownScore", JsonText.Quote($"{rubric.OwnScorePercent}%"));
        foreach (var (reason, name) in Sections)
        {
            if (rubric.Rules.Where(rule => rule.Reason == reason).ToList() is { Count: > 0 } rules)
            {
                yield return (name, JsonText.List(2, rules.Select(Write)));
            }
        }
    }

    private static string Write(ScoreRule rule) => JsonText.Line(rule switch
    {
        FactRule fact => [("of", JsonText.Quote(fact.Of)), .. Conditions(fact), ("points", $"{fact.Points}")],
        EventRule done => [("event", JsonText.Quote(done.Of)), .. Fading(done), ("points", $"{done.Points}")],
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    });

    private static IEnumerable<(string Name, string Json)> Conditions(FactRule rule)
    {
        if (rule.Is.Count > 0)
        {
            yield return ("is", Texts(rule.Is));
        }

        if (rule.Contains.Count > 0)
        {
            yield return ("contains", Texts(rule.Contains));
        }

        if (rule.From is { } from)
        {
            yield return ("from", $"{from}");
        }

        if (rule.To is { } to)
        {
            yield return ("to", $"{to}");
        }
    }

    private static IEnumerable<(string Name, string Json)> Fading(EventRule rule)
    {
        if (rule.HalfLifeDays is { } days)
        {
            yield return ("halfLife", JsonText.Quote($"{days}d"));
        }

        if (rule.Times != 1)
        {
            yield return ("times", $"{rule.Times}");
        }
    }

    private static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(JsonText.Quote))}]";

    // Only what speaks against a lead may be either.
    private static ScoreRule? ReadRule(ScoreReason reason, AgreementNode node)
    {
        var isEvent = reason == ScoreReason.Engagement || (reason == ScoreReason.Negative && node.Find("event") is not null);
        node.Allow(isEvent ? ["event", "points", "halfLife", "times"] : ["of", "is", "contains", "from", "to", "points"]);
        var of = node.Require(isEvent ? "event" : "of");
        var name = of?.Text();
        var points = reason == ScoreReason.Negative ? node.Require("points")?.Whole(-Rubric.MostPoints, -1) : node.Require("points")?.Whole(1, Rubric.MostPoints);
        if (name is null || NoteUnfit(reason, of!, name))
        {
            return null;
        }

        return isEvent ? ReadEvent(node, new(reason, name, points ?? 0)) : ReadFact(node, new(reason, Known(reason, name), points ?? 0));
    }

    private static EventRule ReadEvent(AgreementNode node, EventRule rule) => rule with
    {
        HalfLifeDays = node.Find("halfLife")?.Whole(1, LongestHalfLife, "d"),
        Times = node.Find("times") is { } times ? times.Whole(1, MostTimes) ?? 1 : 1,
    };

    private static FactRule ReadFact(AgreementNode node, FactRule rule)
    {
        var read = rule with
        {
            Is = ReadTexts(node.Find("is")),
            Contains = ReadTexts(node.Find("contains")),
            From = node.Find("from")?.Whole(-MostNumber, MostNumber),
            To = node.Find("to")?.Whole(-MostNumber, MostNumber),
        };
        if (new[] { "is", "contains", "from", "to" }.All(name => node.Find(name) is null))
        {
            node.Fault(AgreementFaultKind.NoCondition, rule.Of, "is", "contains", "from", "to");
        }

        if (read.From > read.To)
        {
            node.Fault(AgreementFaultKind.EndNotAfterStart, $"{read.From}..{read.To}");
        }

        return read;
    }

    private static List<string> ReadTexts(AgreementNode? node)
    {
        if (node is null)
        {
            return [];
        }

        node.NoteEmpty();
        return [.. node.Items(MostValues).Select(item => item.Text()).OfType<string>()];
    }

    private static bool NoteUnfit(ScoreReason reason, AgreementNode node, string name)
    {
        var (isWrong, allowed) = reason == ScoreReason.Bant
            ? (!Bant.Contains(name, StringComparer.OrdinalIgnoreCase), Bant)
            : (LeadFacts.Personal.Contains(name, StringComparer.OrdinalIgnoreCase), []);
        if (isWrong)
        {
            node.Fault(allowed.Length > 0 ? AgreementFaultKind.UnknownName : AgreementFaultKind.PersonalField, name, allowed);
        }

        return isWrong;
    }

    private static string Known(ScoreReason reason, string name) => reason == ScoreReason.Bant ? name.ToLowerInvariant() : name;
}
