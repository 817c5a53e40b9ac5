namespace TeamsBot.Protocol.Activities;

/// <summary>A conversation id taken apart: <c>19:...@thread.tacv2;messageid=1612345678901</c> is a channel and the message that began a thread in it.</summary>
/// <param name="ChannelId">The id without the suffix: of the channel, or of the whole conversation where there are no threads.</param>
/// <param name="RootMessageId">The message that began the thread; null where the id names none.</param>
public readonly record struct ChannelThread(string ChannelId, string? RootMessageId)
{
    private const string Separator = ";messageid=";

    public static ChannelThread Parse(string conversationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        var at = conversationId.IndexOf(Separator, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return new ChannelThread(conversationId, null);
        }

        var root = conversationId[(at + Separator.Length)..];
        return new ChannelThread(conversationId[..at], root.Length == 0 ? null : root);
    }

    /// <summary>The conversation id again.</summary>
    public override string ToString() => RootMessageId is null ? ChannelId : ChannelId + Separator + RootMessageId;
}
