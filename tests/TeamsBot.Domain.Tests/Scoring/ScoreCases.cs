using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Scoring;

namespace TeamsBot.Domain.Tests.Scoring;

/// <summary>Random rubrics that can be written down, and leads on whom some of their rules hold.</summary>
public static class ScoreCases
{
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 15, 12, 0);

    private static readonly string[] Countries = ["Poland", "Germany", "المملكة", "中国"];
    private static readonly string[] Events = ["demo", "webinar", "price page"];

    private static readonly Gen<FactRule> Fact =
        from kind in Gen.Choose(0, 3)
        from value in Gen.Elements(Countries)
        from edge in Gen.Choose(1, 500)
        from points in Gen.Choose(1, 100)
        select kind switch
        {
            0 => new FactRule(ScoreReason.Fit, "country", points) { Is = [value.ToUpperInvariant(), "Spain"] },
            1 => new FactRule(ScoreReason.Fit, "employees", points) { From = edge },
            2 => new FactRule(ScoreReason.Bant, "budget", points) { Contains = ["es"], To = null },
            _ => new FactRule(ScoreReason.Negative, "employees", -points) { To = edge },
        };

    private static readonly Gen<EventRule> Event =
        from of in Gen.Elements(Events)
        from points in Gen.Choose(1, 100)
        from days in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 400).Select(days => (int?)days))
        from times in Gen.Choose(1, 4)
        select new EventRule(ScoreReason.Engagement, of, points) { HalfLifeDays = days, Times = times };

    public static readonly Gen<Rubric> Rubrics =
        from facts in Fact.ArrayOf().Resize(6)
        from events in Event.ArrayOf().Resize(6)
        from mql in Gen.Choose(0, 100)
        from own in Gen.Choose(0, 100)
        select new Rubric { MqlFrom = mql, OwnScorePercent = own, Rules = [.. facts.Cast<ScoreRule>().Concat(events).OrderBy(rule => rule.Reason)] };

    public static readonly Gen<Lead> Leads =
        from country in Gen.Elements(Countries.Append(null))
        from employees in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 600).Select(n => (int?)n))
        from score in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 100).Select(n => (int?)n))
        from budget in Gen.Elements("yes", "no", "")
        from days in Gen.Choose(-5, 400).ArrayOf().Resize(5).ArrayOf(Events.Length)
        select new Lead(new LeadId("L-1"))
        {
            Country = country,
            Employees = employees,
            Score = score,
            Attributes = new Dictionary<string, string>(
                Events.Zip(days).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => Dates(pair.Second)), StringComparer.Ordinal) { ["budget"] = budget },
        };

    private static string Dates(IEnumerable<int> daysAgo) =>
        string.Join("; ", daysAgo.Select(days => InstantPattern.ExtendedIso.Format(Now - Duration.FromDays(days))));
}
