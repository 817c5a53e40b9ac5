using TeamsBot.Domain.Campaigns;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>Why something cannot be done to an announcement, in a sentence that says what to do next where there is something.</summary>
public static class RefusalSentence
{
    /// <param name="current">As it is now, which is often why; null where there is none.</param>
    public static string Of(AnnouncementRefusal why, Announcement? current, Moments moments)
    {
        var say = moments.Say;
        return why switch
        {
            AnnouncementRefusal.NotAMarketer => say.Text("refused.notAMarketer"),
            AnnouncementRefusal.NotYours => current?.Owner.Name is { Length: > 0 } owner
                ? say.Text("announcement.refused.notYours", ("person", owner))
                : say.Text("announcement.refused.notYoursAtAll"),
            AnnouncementRefusal.Withdrawn => say.Text("announcement.refused.withdrawn"),
            AnnouncementRefusal.Over => current?.LastDay is { } last
                ? say.Text("announcement.refused.overSince", ("date", moments.Date(last)))
                : say.Text("announcement.refused.over"),
            AnnouncementRefusal.NotAnnounced => say.Text("announcement.refused.notAnnounced"),
            AnnouncementRefusal.NotBegun => say.Text("announcement.refused.notBegun"),
            AnnouncementRefusal.AlreadyReminded => current?.RemindedAt is { } at
                ? say.Text("announcement.refused.remindedAt", ("time", moments.At(at)))
                : say.Text("announcement.refused.reminded"),
            _ => throw new ArgumentOutOfRangeException(nameof(why), why, "No such refusal."),
        };
    }
}
