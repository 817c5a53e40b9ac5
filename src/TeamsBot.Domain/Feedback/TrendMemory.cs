using NodaTime;

namespace TeamsBot.Domain.Feedback;

/// <summary>A trend with the week in which it was pointed out.</summary>
/// <param name="Since">That week's Monday.</param>
public sealed record RememberedTrend(Trend Trend, LocalDate Since);

/// <summary>What was pointed out of a campaign and goes on, so that nobody is told of it again.</summary>
/// <param name="Week">The Monday of the week that was looked at last; null before the first.</param>
public sealed record TrendMemory(LocalDate? Week, IReadOnlyList<RememberedTrend> Trends)
{
    public static TrendMemory Empty { get; } = new(null, []);

    /// <summary>After a look at a week: what goes on is kept, what is new is added. A week that was looked at is not looked at again.</summary>
    /// <param name="monday">Of the week. A trend of which a whole week has seen nothing is over.</param>
    public TrendMemory After(LocalDate monday, FeedbackFigures week, FeedbackFigures before)
    {
        if (Week >= monday)
        {
            return this;
        }

        RememberedTrend[] lasting = Week == monday.PlusWeeks(-1) ? [.. Trends.Where(known => known.Trend.Lasts(week))] : [];
        var fresh = Trend.Found(week, before).Where(found => !lasting.Any(known => known.Trend.IsSame(found)));
        return new(monday, [.. lasting, .. fresh.Select(found => new RememberedTrend(found, monday))]);
    }

    /// <summary>What is to be pointed out in the card of a week.</summary>
    public IReadOnlyList<Trend> NewIn(LocalDate monday) => [.. Trends.Where(known => known.Since == monday).Select(known => known.Trend)];
}
