using TeamsBot.Domain.Campaigns;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>How far an announcement is, in words.</summary>
internal static class AuthorWords
{
    /// <summary>"Draft", "Posted to all 60 channels", "42 of 60 posted, 2 refused, 16 waiting".</summary>
    public static string State(AuthorView view) => view.Announcement switch
    {
        { Status: AnnouncementStatus.Draft } => view.Say.Text("announcement.draft"),
        { Status: AnnouncementStatus.Withdrawn, WithdrawnBy.Name: { Length: > 0 } person } => view.Say.Text("announcement.takenBackBy", ("person", person)),
        { Status: AnnouncementStatus.Withdrawn } => view.Say.Text("announcement.withdrawn"),
        _ => IsDone(view) ? view.Say.Text("announcement.postedToAll", ("n", view.Channels.Count)) : Progress(view),
    };

    /// <summary>Every channel has it.</summary>
    public static bool IsDone(AuthorView view) =>
        view.Announcement.IsAnnounced && view.Channels.Count > 0 && view.Channels.All(channel => channel.State == ChannelState.Posted);

    private static string Progress(AuthorView view)
    {
        string?[] parts =
        [
            view.Say.Text("announcement.posted", ("count", Count(ChannelState.Posted)), ("all", view.Channels.Count)),
            Part("announcement.countRefused", ChannelState.Refused),
            Part("announcement.countUncertain", ChannelState.Uncertain),
            Part("announcement.countWaiting", ChannelState.Waiting),
        ];
        return string.Join(view.Say.Text("list.comma"), parts.OfType<string>());

        int Count(ChannelState state) => view.Channels.Count(channel => channel.State == state);

        string? Part(string key, ChannelState state) => Count(state) is > 0 and var count ? view.Say.Text(key, ("count", count)) : null;
    }

    /// <summary>What became of the card where it is not simply posted.</summary>
    public static string Of(ChannelProgress channel, Moments moments) => channel switch
    {
        { State: ChannelState.Refused } => Refused(channel.Why, moments.Say),
        { State: ChannelState.Uncertain } => moments.Say.Text("announcement.uncertain"),
        { Due: { } due } when due > moments.Now => moments.Say.Text("announcement.waitsUntil", ("time", moments.On(due))),
        _ => moments.Say.Text("announcement.onItsWay"),
    };

    private static string Refused(string? code, Say say) => code switch
    {
        "BotNotInConversationRoster" => say.Text("announcement.refusal.notInstalled"),
        "BotDisabledByAdmin" => say.Text("announcement.refusal.disabled"),
        "ConversationBlockedByUser" or "MessageWritesBlocked" or "NotEnoughPermissions" => say.Text("announcement.refusal.forbidden"),
        "ConversationNotFound" or "NotFound" => say.Text("announcement.refusal.gone"),
        "BotNotRegistered" => say.Text("announcement.refusal.notRegistered"),
        "InvalidBotApiHost" or "HostNotAllowed" => say.Text("announcement.refusal.otherCloud"),
        "MessageSizeTooBig" => say.Text("announcement.refusal.tooLarge"),
        { Length: > 0 } => say.Text("announcement.refusal.code", ("code", code)),
        _ => say.Text("announcement.refusal.unknown"),
    };
}
