using TeamsBot.Protocol.Activities;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>Teams' own count of calls, for one bot and tenant: 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in 1 h for a conversation, and 50 in 1 s for all together.</summary>
internal sealed class PublishedLimits(TimeProvider time)
{
    private static readonly (int Count, TimeSpan Window)[] OfConversation =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    private static readonly (int Count, TimeSpan Window)[] OfTenant = [(50, TimeSpan.FromSeconds(1))];

    private readonly List<long> all = [];
    private readonly Dictionary<string, List<long>> conversations = [];

    /// <summary>Counts a call where there is room for it; else says how long there will be none. Threads of a channel count together.</summary>
    public TimeSpan Take(string conversation)
    {
        var (now, place) = (time.GetTimestamp(), ChannelThread.Parse(conversation).ChannelId);
        if (!conversations.TryGetValue(place, out var own))
        {
            conversations[place] = own = [];
        }

        var wait = OfConversation.Max(limit => Wait(own, limit, now));
        wait = wait > TimeSpan.Zero ? wait : OfTenant.Max(limit => Wait(all, limit, now));
        if (wait <= TimeSpan.Zero)
        {
            own.Add(now);
            all.Add(now);
        }

        return wait;
    }

    // Until the call that is as many back as the limit counts has left its window.
    private TimeSpan Wait(List<long> calls, (int Count, TimeSpan Window) limit, long now) =>
        calls.Count < limit.Count ? TimeSpan.Zero : limit.Window - time.GetElapsedTime(calls[^limit.Count], now);
}
