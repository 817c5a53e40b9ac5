using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>What somebody may ask, and how their question is narrowed to it.</summary>
public sealed record QuestionRights
{
    private const Roles SeeAll = Roles.Manager | Roles.Marketer | Roles.Admin;

    // What names people, one or several.
    private static readonly string[] OfPeople = ["rep", "manager", "team"];

    private QuestionRights()
    {
    }

    /// <summary>Everything: managers, marketers, admins, and the command line.</summary>
    public static QuestionRights All { get; } = new() { SeesAll = true };

    /// <summary>Totals over everything, and how they changed with time.</summary>
    public static QuestionRights Totals { get; } = new();

    public bool SeesAll { get; private init; }

    /// <summary>The reps whose figures are shown; empty for somebody who is no rep, or sees all.</summary>
    public IReadOnlyList<string> Reps { get; private init; } = [];

    /// <summary>The team of these reps, as deals name it.</summary>
    public string? Team { get; private init; }

    /// <param name="reps">For a rep the names of those in their team with their own first, as records have them.</param>
    /// <param name="team">The team's name in the records; null where it has none.</param>
    /// <param name="repsSeeAll">The organisation lets every rep see the figures of all teams.</param>
    public static QuestionRights Of(Roles roles, IReadOnlyList<string> reps, string? team, bool repsSeeAll)
    {
        if ((roles & SeeAll) != Roles.Reader || (repsSeeAll && roles.HasFlag(Roles.Rep)))
        {
            return All;
        }

        return roles.HasFlag(Roles.Rep) ? new() { Reps = reps, Team = team } : Totals;
    }

    /// <summary>The query as it may be computed for them, or why not.</summary>
    public Permission Apply(Query query)
    {
        if (SeesAll || query.Form == QueryForm.Definition)
        {
            return new Permission.Allowed(query);
        }

        return Reps.Count > 0 ? OfTeam(query) : OfTotals(query);
    }

    private static Permission OfTotals(Query query)
    {
        if (query.Form == QueryForm.Sla)
        {
            return new Permission.Denied(Denial.NoRole);
        }

        if (query.Form != QueryForm.Figure)
        {
            return new Permission.Denied(Denial.Records);
        }

        var isTotal = query.Filters.Count == 0 && query.CompareTo?.Value is null && query.GroupBy.All(Dimensions.IsOfTime);
        return isTotal ? new Permission.Allowed(query) : new Permission.Denied(Denial.OnlyTotals);
    }

    // A filter of their own team is added; a question about others is not answered with nothing.
    private Permission OfTeam(Query query)
    {
        var subject = Metrics.Find(query.Metric)?.Records ?? Subject.Leads;
        if (query.Form == QueryForm.Sla)
        {
            return new Permission.Allowed(query);
        }

        if (!Dimensions.Of(subject).Contains("rep"))
        {
            return query.Metric == Metrics.Campaigns ? new Permission.Allowed(query) : new Permission.Denied(Denial.WholeCompany);
        }

        return AsksForOthers(query)
            ? new Permission.Denied(Denial.OtherTeam)
            : new Permission.Allowed(query with { Filters = [.. query.Filters, new QueryFilter("rep", Reps)] });
    }

    private bool AsksForOthers(Query query)
    {
        IEnumerable<QueryFilter> named = query.CompareTo?.Value is { } value ? [.. query.Filters, value] : query.Filters;
        return named.Where(filter => !filter.Exclude && OfPeople.Contains(filter.Dimension)).Any(filter => filter.Dimension switch
        {
            "rep" => filter.Values.Any(name => !Reps.Contains(name, StringComparer.OrdinalIgnoreCase)),
            "team" => filter.Values.Any(name => !string.Equals(name, Team, StringComparison.OrdinalIgnoreCase)),
            "manager" => true,
            _ => false,
        });
    }
}

/// <summary>Whether a question may be answered.</summary>
public abstract record Permission
{
    private Permission()
    {
    }

    /// <param name="Query">What is to be computed: the question, narrowed to what its asker may see.</param>
    public sealed record Allowed(Query Query) : Permission;

    public sealed record Denied(Denial Why) : Permission;
}

/// <summary>Why somebody is not answered.</summary>
public enum Denial
{
    /// <summary>Without a role there are totals, and no parts of them.</summary>
    OnlyTotals,

    /// <summary>Records have personal details.</summary>
    Records,

    /// <summary>It is about people of another team.</summary>
    OtherTeam,

    /// <summary>It is a figure that no team has, such as what campaigns cost.</summary>
    WholeCompany,

    /// <summary>It is for those who have a role.</summary>
    NoRole,
}
