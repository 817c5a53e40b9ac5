using System.Collections.Concurrent;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Protocol.Connector;

/// <summary>
/// Makes callers wait so that Teams' limits per conversation and per tenant hold. One for the whole process: limits count per bot. Memory holds the calls of
/// the last hour at the most. Safe for concurrent use.
/// </summary>
public sealed class SendBudget(SendLimits limits, TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, TenantQueue> _tenants = new(StringComparer.OrdinalIgnoreCase);
    private long _sweptAt = time.GetTimestamp();

    /// <summary>How many conversations are remembered, for a gauge.</summary>
    public int Remembered => _tenants.Values.Sum(tenant => tenant.Remembered);

    /// <summary>The calls that wait for their turn, here or away, for a gauge.</summary>
    public int Waiting => _tenants.Values.Sum(tenant => tenant.Waiting);

    /// <summary>What is left of the tightest limit of a tenant, and of a conversation: 1 is all of it, 0 means that calls wait. For a gauge.</summary>
    public (double OfTenant, double OfConversation) Left()
    {
        var (tenant, conversation) = (1.0, 1.0);
        foreach (var queue in _tenants.Values)
        {
            var left = queue.Left();
            (tenant, conversation) = (Math.Min(tenant, left.OfTenant), Math.Min(conversation, left.OfConversation));
        }

        return (tenant, conversation);
    }

    /// <summary>Completes when the call may go. A caller that gives up by its token takes nothing from the budget.</summary>
    /// <param name="tenantId">The tenant; empty where it is not known.</param>
    /// <param name="conversationId">The conversation; threads of a channel count together.</param>
    /// <param name="traffic">What the call counts as.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitAsync(string tenantId, string conversationId, Traffic traffic, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SweepNowAndThen();
        return QueueOf(tenantId).WaitAsync(Conversation(conversationId), traffic, cancellationToken);
    }

    /// <summary>
    /// For a caller that comes back rather than wait here: null when a call to the conversation goes within about a second, else how long it is until a turn
    /// of its own, which is kept for whoever comes then.
    /// </summary>
    public TimeSpan? UntilTurn(string tenantId, string conversationId, Traffic traffic) => QueueOf(tenantId).UntilTurn(Conversation(conversationId), traffic);

    /// <summary>Holds all calls of this kind to a conversation back, as Teams asks with Retry-After.</summary>
    public void Pause(string tenantId, string conversationId, Traffic traffic, TimeSpan wait) =>
        QueueOf(tenantId).Pause(Conversation(conversationId), traffic, wait);

    private static string Conversation(string id) => ChannelThread.Parse(id).ChannelId;

    private TenantQueue QueueOf(string tenantId) => _tenants.GetOrAdd(tenantId, static (_, x) => new TenantQueue(x.limits, x.time), (limits, time));

    private void SweepNowAndThen()
    {
        var swept = Volatile.Read(ref _sweptAt);
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(swept, now) < SweepEvery || Interlocked.CompareExchange(ref _sweptAt, now, swept) != swept)
        {
            return;
        }

        foreach (var queue in _tenants.Values)
        {
            queue.Sweep();
        }
    }
}
