using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Text;

namespace TeamsBot.Routing;

/// <summary>One activity with all that is known of its sender: who they are, what they may do, which language they read.</summary>
/// <param name="Roles">Looked up for this turn from the set-up and the person's record; nothing that the client sent counts.</param>
public sealed record Turn(Activity Activity, Organisation Organisation, Person Person, Roles Roles, Instant Now)
{
    public Actor Actor => new(Person.Ref, Roles);

    public Language Language => Person.Language ?? Organisation.Language;

    public Say Say => Say.In(Language);

    public DateTimeZone TimeZone => Person.TimeZone ?? Organisation.TimeZone;

    public Moments Moments => new(Say, TimeZone, Now);

    /// <summary>Whether it is somebody's own chat with Baton.</summary>
    public bool IsPersonal => Activity.Conversation!.ConversationType == ConversationTypes.Personal && !IsFromMessageBox;

    /// <summary>
    /// Whether it came from the message extension. The conversation is then where the person writes a message, which may be a chat
    /// between people, "personal" too, in which Baton is not: nothing is ever sent there.
    /// </summary>
    public bool IsFromMessageBox => Activity.IsOfMessageExtension();

    /// <summary>The team that the conversation is in; null outside of teams.</summary>
    public string? Team => Activity.ChannelData?.Team?.Id;

    /// <summary>The conversation without its thread: the channel, the group chat or the personal chat.</summary>
    public string ConversationId => ChannelThread.Parse(Activity.Conversation!.Id!).ChannelId;

    /// <summary>Names this activity in the audit.</summary>
    public string Origin => Activity.Id ?? "";
}
