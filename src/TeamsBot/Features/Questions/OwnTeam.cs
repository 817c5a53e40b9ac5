using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Features.Questions;

/// <summary>Finds out whose figures somebody may see. Who is in a team is what the records say: the team of a rep's own deals.</summary>
internal sealed class OwnTeam(QuestionSource source)
{
    /// <param name="name">As records name the rep.</param>
    /// <param name="repsSeeAll">The organisation lets every rep see the figures of all teams.</param>
    public async Task<QuestionRights> RightsAsync(Roles roles, string name, DateTimeZone zone, bool repsSeeAll, CancellationToken cancel)
    {
        // Nothing is looked up for those who see all or totals only.
        if (QuestionRights.Of(roles, [name], null, repsSeeAll) is not { Reps.Count: > 0 } alone || !HasTeams())
        {
            return QuestionRights.Of(roles, [name], null, repsSeeAll);
        }

        if (await LargestAsync("team", new QueryFilter("rep", [name]), zone, cancel) is not [var team, ..])
        {
            return alone;
        }

        var colleagues = await LargestAsync("rep", new QueryFilter("team", [team]), zone, cancel);
        return QuestionRights.Of(roles, [name, .. colleagues.Where(other => !string.Equals(other, name, StringComparison.OrdinalIgnoreCase))], team, repsSeeAll);
    }

    private bool HasTeams() => source.Vocabulary().Dimensions.Any(dimension => dimension.Id == "team" && dimension.Values.Count > 0);

    // The values of a dimension among the deals that a filter leaves, the most frequent first.
    private async Task<IReadOnlyList<string>> LargestAsync(string dimension, QueryFilter filter, DateTimeZone zone, CancellationToken cancel)
    {
        var figures = await source.Compute(new Query(Metrics.Deals) { Filters = [filter], GroupBy = [dimension] }, zone, cancel);
        return [.. figures.Rows.OrderByDescending(row => ValueWords.Number(row[^1])).Select(row => row[0] as string).OfType<string>().Where(value => value != Dimensions.None)];
    }
}
