using System.Text.Json;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;

namespace TeamsBot.Domain.Agreement;

/// <summary>How leads find their reps, as the section "routing" of an agreement's text.</summary>
internal sealed class RoutingText(AgreementNames names)
{
    private const int MostRules = 50;
    private const int MostPools = 20;
    private const int MostMembers = 25;
    private const int MostValues = 100;
    private const int MostWeight = 100;
    private const int MostLeads = 1000;
    private const string SameCompany = "sameCompany";

    private static readonly IReadOnlyDictionary<string, RoutingFact> Facts =
        Enum.GetValues<RoutingFact>().ToDictionary(fact => JsonNamingPolicy.CamelCase.ConvertName(fact.ToString()), StringComparer.OrdinalIgnoreCase);

    public RoutingPlan Read(AgreementNode node)
    {
        node.Allow("rules", "pools");
        // A pool with faults is null, so that a name that is there is not called unknown.
        var pools = (node.Find("pools")?.Properties(MostPools) ?? []).Select(pool => (pool.Key, Pool: ReadPool(pool))).ToList();
        var rules = node.Find("rules") is { } listed ? listed.Items(MostRules).Select(item => ReadRule(item, pools)).OfType<RoutingRule>().ToList() : [];
        return new(rules, [.. pools.Select(pool => pool.Pool).OfType<Pool>()]);
    }

    /// <summary>Null where the plan has nothing.</summary>
    public string? Write(RoutingPlan plan) => plan is { Rules: [], Pools: [] } ? null : JsonText.Object(1,
    [
        ("rules", JsonText.List(2, plan.Rules.Select(Write))),
        ("pools", JsonText.Object(2, plan.Pools.Select(pool => (pool.Name, Write(pool))))),
    ]);

    private string Write(RoutingRule rule) => JsonText.Line(
    [
        ("name", JsonText.Quote(rule.Name)),
        .. rule.Conditions.Select(condition => (NameOf(condition.Of), Texts(condition.Is))),
        .. rule.SameCompany ? [(SameCompany, "true")] : Array.Empty<(string, string)>(),
        .. rule.Rep is { } rep ? [("rep", JsonText.Quote(names.NameOf(rep)))] : Array.Empty<(string, string)>(),
        .. rule.Pool is { } pool ? [("pool", JsonText.Quote(pool))] : Array.Empty<(string, string)>(),
    ]);

    private string Write(Pool pool) => JsonText.Object(3,
    [
        ("channel", JsonText.Quote(names.NameOf(pool.Channel))),
        .. pool.OfferFor is { } alone ? [("offerFor", JsonText.Quote(DurationText.Write(alone)))] : Array.Empty<(string, string)>(),
        .. pool.Members.Count == 0 ? Array.Empty<(string, string)>() : [("reps", JsonText.List(4, pool.Members.Select(Write)))],
    ]);

    private string Write(PoolMember member) => JsonText.Line(
    [
        ("rep", JsonText.Quote(names.NameOf(member.Person))),
        .. member.Weight == 1 ? Array.Empty<(string, string)>() : [("weight", $"{member.Weight}")],
        .. member.Daily is { } daily ? [("daily", $"{daily}")] : Array.Empty<(string, string)>(),
        .. member.Open is { } open ? [("open", $"{open}")] : Array.Empty<(string, string)>(),
    ]);

    private Pool? ReadPool(AgreementNode node)
    {
        node.Allow("channel", "offerFor", "reps");
        var channel = node.Require("channel") is { } named && named.Text() is { } text ? names.ReadChannel(named, text) : null;
        var alone = DurationText.Read(node.Find("offerFor"));
        var members = (alone is null ? node.Find("reps") : node.Require("reps")) is { } reps ? ReadMembers(reps) : [];
        return channel is null ? null : new(node.Key, channel, alone) { Members = members };
    }

    private List<PoolMember> ReadMembers(AgreementNode node)
    {
        node.NoteEmpty();
        var members = new List<PoolMember>();
        foreach (var item in node.Items(MostMembers))
        {
            item.Allow("rep", "weight", "daily", "open");
            var weight = item.Find("weight")?.Whole(1, MostWeight) ?? 1;
            var (daily, open) = (item.Find("daily")?.Whole(1, MostLeads), item.Find("open")?.Whole(1, MostLeads));
            if (names.ReadPerson(item.Require("rep")) is not { } rep)
            {
                continue;
            }

            if (members.Any(member => member.Person.Id == rep.Id))
            {
                item.Fault(AgreementFaultKind.DuplicateName, rep.Name);
            }

            members.Add(new(rep, weight, daily, open));
        }

        return members;
    }

    private RoutingRule? ReadRule(AgreementNode node, IReadOnlyList<(string Name, Pool? Pool)> pools)
    {
        node.Allow(["name", .. Facts.Keys, SameCompany, "rep", "pool"]);
        var name = node.Require("name")?.Text();
        var same = node.Find(SameCompany) is { } flag && ReadFlag(flag);
        var pool = (same ? node.Find("pool") : node.Require("pool")) is { } named ? ReadPoolName(named, pools) : null;
        return name is null ? null : new(name)
        {
            Conditions = [.. Facts.Select(fact => (Of: fact.Value, Node: node.Find(fact.Key))).Where(fact => fact.Node is not null)
                .Select(fact => new RuleCondition(fact.Of, ReadTexts(fact.Node!)))],
            SameCompany = same,
            Pool = pool?.Name,
            Rep = ReadRep(node.Find("rep"), pool?.Pool),
        };
    }

    private PersonRef? ReadRep(AgreementNode? node, Pool? pool)
    {
        if (node is null || names.ReadPerson(node) is not { } rep || pool is null)
        {
            return null;
        }

        if (!pool.Members.Any(member => member.Person.Id == rep.Id))
        {
            node.Fault(AgreementFaultKind.NotInPool, rep.Name, [.. pool.Members.Select(member => names.NameOf(member.Person))]);
        }

        return rep;
    }

    private static (string Name, Pool? Pool)? ReadPoolName(AgreementNode node, IReadOnlyList<(string Name, Pool? Pool)> pools)
    {
        if (node.Text() is not { } text)
        {
            return null;
        }

        foreach (var pool in pools.Where(pool => string.Equals(pool.Name, text, StringComparison.OrdinalIgnoreCase)))
        {
            return pool;
        }

        node.Fault(AgreementFaultKind.UnknownPool, text, [.. pools.Select(pool => pool.Name)]);
        return null;
    }

    private static bool ReadFlag(AgreementNode node)
    {
        if (node.Json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return node.Json.GetBoolean();
        }

        node.Fault(AgreementFaultKind.NotAFlag, node.Json.GetRawText());
        return false;
    }

    private static List<string> ReadTexts(AgreementNode node)
    {
        if (node.Json.ValueKind == JsonValueKind.String)
        {
            return node.Text() is { } only ? [only] : [];
        }

        node.NoteEmpty();
        return [.. node.Items(MostValues).Select(item => item.Text()).OfType<string>()];
    }

    private static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(JsonText.Quote))}]";

    private static string NameOf(RoutingFact fact) => JsonNamingPolicy.CamelCase.ConvertName(fact.ToString());
}
