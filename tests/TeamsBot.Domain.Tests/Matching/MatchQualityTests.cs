using System.Globalization;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using Xunit;
using Xunit.Abstractions;

namespace TeamsBot.Domain.Tests.Matching;

/// <summary>How good the matcher is on leads whose truth is known: keys find the candidates, as in the store, and the verdict decides.</summary>
public sealed class MatchQualityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(20260301)]
    [InlineData(7)]
    public void Of_ten_thousand_leads_it_joins_and_shows_what_it_should(int seed)
    {
        var set = LabelledLeads.Draw(seed);
        var found = Find(set.Leads);
        var joined = found.Where(pair => pair.Value == MatchVerdict.Join).Select(pair => pair.Key).ToList();
        var shown = found.Where(pair => pair.Value == MatchVerdict.Show).Select(pair => pair.Key).ToList();

        var precision = Ratio(joined.Count(pair => set.AreOne(pair.A, pair.B)), joined.Count);
        var recall = Recall(set.Pairs, found, MatchVerdict.Join);
        var showRecall = Recall(set.Pairs, found, MatchVerdict.Show);
        Report(set, found);
        output.WriteLine($"all: join precision {precision:P2} of {joined.Count}, join recall {recall:P2}, show recall {showRecall:P2}, of {shown.Count} shown {Ratio(shown.Count(pair => set.AreOne(pair.A, pair.B)), shown.Count):P2} are one");
        foreach (var (a, b) in joined.Where(pair => !set.AreOne(pair.A, pair.B)).Take(15))
        {
            output.WriteLine($"wrongly joined: {Text(set, a)} / {Text(set, b)}");
        }

        set.Leads.Count.ShouldBeGreaterThanOrEqualTo(10_000);
        precision.ShouldBeGreaterThanOrEqualTo(0.99);
        recall.ShouldBeGreaterThanOrEqualTo(0.95);
        showRecall.ShouldBeGreaterThanOrEqualTo(0.90);
    }

    // As the store does it: one after the other, each with the groups of those that share a key with it; of a key that very many share, some are looked at.
    private static Dictionary<(LeadId A, LeadId B), MatchVerdict> Find(IReadOnlyList<Lead> leads)
    {
        var byKey = new Dictionary<string, List<LeadTraits>>(StringComparer.Ordinal);
        var groups = new Dictionary<LeadId, List<LeadTraits>>();
        var found = new Dictionary<(LeadId, LeadId), MatchVerdict>();
        foreach (var traits in leads.Select(LeadTraits.Of))
        {
            List<LeadTraits> own = [traits];
            groups[traits.Lead] = own;
            var keys = traits.Keys();
            var candidates = keys.SelectMany(key => byKey.GetValueOrDefault(key, []).Take(LeadTraits.MostOfKey)).DistinctBy(other => other.Lead);
            foreach (var (with, match) in Matcher.Place(traits, candidates.Select(other => groups[other.Lead]).Distinct().ToList()))
            {
                found[Pair(traits.Lead, with.Lead)] = match.Verdict;
                if (match.Verdict == MatchVerdict.Join)
                {
                    Unite(own, groups[with.Lead], groups, found);
                }
            }

            foreach (var key in keys)
            {
                byKey.TryAdd(key, []);
                byKey[key].Add(traits);
            }
        }

        return found;
    }

    private static void Unite(List<LeadTraits> one, List<LeadTraits> other, Dictionary<LeadId, List<LeadTraits>> groups, Dictionary<(LeadId, LeadId), MatchVerdict> found)
    {
        foreach (var member in other)
        {
            foreach (var mate in one)
            {
                found[Pair(member.Lead, mate.Lead)] = MatchVerdict.Join;
            }
        }

        one.AddRange(other);
        foreach (var member in one)
        {
            groups[member.Lead] = one;
        }
    }

    private static double Recall(IEnumerable<LabelledPair> pairs, Dictionary<(LeadId A, LeadId B), MatchVerdict> found, MatchVerdict label)
    {
        var labelled = pairs.Where(pair => pair.Label == label).ToList();
        return Ratio(labelled.Count(pair => found.GetValueOrDefault(Pair(pair.First.Id, pair.Second.Id)) >= label), labelled.Count);
    }

    private void Report(LabelledLeads set, Dictionary<(LeadId A, LeadId B), MatchVerdict> found)
    {
        foreach (var script in set.Pairs.GroupBy(pair => pair.Script).OrderBy(group => group.Key))
        {
            output.WriteLine($"{script.Key}: join recall {Recall(script, found, MatchVerdict.Join):P1}, show recall {Recall(script, found, MatchVerdict.Show):P1} of {script.Count()} pairs");
        }

        foreach (var recipe in set.Pairs.GroupBy(pair => (pair.Recipe, pair.Script)).OrderBy(group => Recall(group, found, group.First().Label)).Take(16))
        {
            var missed = recipe.FirstOrDefault(pair => found.GetValueOrDefault(Pair(pair.First.Id, pair.Second.Id)) < pair.Label);
            output.WriteLine($"  {recipe.Key}: {Recall(recipe, found, recipe.First().Label):P1} of {recipe.Count()}; {(missed is null ? "" : $"missed {Text(missed.First)} / {Text(missed.Second)}")}");
        }
    }

    private static string Text(LabelledLeads set, LeadId id) => Text(set.Leads.First(lead => lead.Id == id));

    private static string Text(Lead lead) => string.Create(CultureInfo.InvariantCulture, $"{lead.Name}, {lead.Company}, {lead.Email}, {lead.Phone}, {lead.Country}");

    private static double Ratio(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static (LeadId, LeadId) Pair(LeadId a, LeadId b) => string.CompareOrdinal(a.Value, b.Value) < 0 ? (a, b) : (b, a);
}
