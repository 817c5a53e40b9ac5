using System.Globalization;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Testing.Teams;

/// <summary>What Teams knows: people, channels and chats, and the messages that stand in them now. Safe for concurrent use.</summary>
public sealed class FakeConversations
{
    private readonly Lock _gate = new();
    private readonly List<Person> _people = [];
    private readonly Dictionary<string, ChannelInfo> _channels = [];
    private readonly Dictionary<string, string> _refusals = [];
    private readonly Dictionary<string, List<Activity>> _messages = [];
    private long _lastId = 1_772_442_100_000;

    public FakeConversations()
    {
        AddPeople(FakeTeam.People);
        AddChannel(FakeTeam.GeneralChannelId, null);
        AddChannel(FakeTeam.SalesChannelId, "Sales");
        AddChannel(FakeTeam.MarketingChannelId, "Marketing");
    }

    /// <summary>Any conversation and any user is known: for load tests.</summary>
    public bool AcceptsUnknown { get; set; }

    public IReadOnlyList<ChannelInfo> Channels
    {
        get
        {
            lock (_gate)
            {
                return [.. _channels.Values];
            }
        }
    }

    /// <summary>More people in the team, each with a personal chat.</summary>
    public void AddPeople(IEnumerable<Person> people)
    {
        lock (_gate)
        {
            _people.AddRange(people);
        }
    }

    public void AddChannel(string id, string? name)
    {
        lock (_gate)
        {
            _channels[id] = new ChannelInfo { Id = id, Name = name };
        }
    }

    /// <summary>A conversation answers 403 with this code from now on; null opens it again. MessageWritesBlocked has a body of its own shape, as in Teams.</summary>
    public void Refuse(string conversationId, string? code)
    {
        lock (_gate)
        {
            _ = code is null ? _refusals.Remove(conversationId) : (_refusals[conversationId] = code) is not null;
        }
    }

    /// <summary>The messages that stand in a conversation now, oldest first; a channel's with those of its threads.</summary>
    public IReadOnlyList<Activity> Messages(string conversationId)
    {
        lock (_gate)
        {
            return [.. MessagesOf(conversationId)];
        }
    }

    internal string? RefusalOf(string conversationId)
    {
        lock (_gate)
        {
            return _refusals.GetValueOrDefault(Key(conversationId)) ?? _refusals.GetValueOrDefault(conversationId);
        }
    }

    internal bool Knows(string conversationId)
    {
        lock (_gate)
        {
            return AcceptsUnknown || _channels.ContainsKey(Key(conversationId)) || _people.Exists(p => p.PersonalChatId == conversationId);
        }
    }

    internal string Add(string conversationId, Activity activity)
    {
        lock (_gate)
        {
            var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
            MessagesOf(conversationId).Add(activity with { Id = id });
            return id;
        }
    }

    internal bool Replace(string conversationId, string activityId, Activity activity)
    {
        lock (_gate)
        {
            var messages = MessagesOf(conversationId);
            var at = messages.FindIndex(message => message.Id == activityId);
            if (at >= 0)
            {
                messages[at] = activity with { Id = activityId };
            }

            return at >= 0;
        }
    }

    internal bool Remove(string conversationId, string activityId)
    {
        lock (_gate)
        {
            return MessagesOf(conversationId).RemoveAll(message => message.Id == activityId) > 0;
        }
    }

    /// <summary>The roster: of a channel all people, of a personal chat one.</summary>
    internal IReadOnlyList<Person> Members(string conversationId)
    {
        lock (_gate)
        {
            return _channels.ContainsKey(Key(conversationId)) ? [.. _people] : _people.FindAll(p => p.PersonalChatId == conversationId);
        }
    }

    internal string? PersonalChatOf(string userId)
    {
        lock (_gate)
        {
            return _people.Find(p => p.Id == userId)?.PersonalChatId ?? (AcceptsUnknown ? "a:" + userId : null);
        }
    }

    private List<Activity> MessagesOf(string conversationId)
    {
        var key = Key(conversationId);
        if (!_messages.TryGetValue(key, out var messages))
        {
            _messages[key] = messages = [];
        }

        return messages;
    }

    private static string Key(string conversationId) => ChannelThread.Parse(conversationId).ChannelId;
}
