using NodaTime;
using TeamsBot.Domain.Routing;
using TeamsBot.Text;

namespace TeamsBot.Features.LeadRouting.Cards;

/// <summary>How a member of a pool stands, in words.</summary>
internal static class StandingWords
{
    /// <summary>Why somebody cannot be asked now; null where they can.</summary>
    public static string? WhyNot(Availability availability, Standing standing, Moments moments) => availability switch
    {
        Availability.Free => null,
        Availability.NotAtWork => moments.Say.Text("route.notAtWork"),
        Availability.Away => moments.Say.Text("route.away", ("date", moments.Date(standing.Away!.End))),
        Availability.DayFull => moments.Say.Text("route.dayFull"),
        Availability.HandsFull => moments.Say.Text("route.handsFull"),
        _ => moments.Say.Text("route.notARep"),
    };

    /// <summary>"3 of 20 open" and "2 of 5 today", with the limits that there are.</summary>
    public static IEnumerable<string> Load(PoolMember member, Workload load, LocalDate today, Say say)
    {
        yield return member.Open is { } open ? say.Text("route.openOf", ("n", load.Open), ("most", open)) : say.Text("route.open", ("n", load.Open));
        if (member.Daily is { } daily)
        {
            yield return say.Text("route.todayOf", ("n", load.On(today)), ("most", daily));
        }
    }
}
