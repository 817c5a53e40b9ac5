using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Campaigns;

/// <summary>What a channel is told around the dates of a campaign, below its card.</summary>
public enum AnnouncementNote
{
    /// <summary>It starts on the next working day.</summary>
    Soon,

    /// <summary>It is live.</summary>
    Live,

    /// <summary>It is over, and this is what came of it so far.</summary>
    Results,
}

/// <summary>When a channel gets an announcement and its notes: in its own zone, and while it works.</summary>
public static class AnnouncementSchedule
{
    // A reminder of the start is no use a week ahead.
    private const int MostDaysAhead = 7;

    /// <summary>
    /// When the card is posted: at once where no time was chosen, else at that time on the channel's clock or when it works next. At night
    /// rather than after the campaign is over.
    /// </summary>
    public static Instant PostAt(Announcement announcement, WorkingCalendar calendar)
    {
        var announced = announcement.AnnouncedAt ?? Instant.MinValue;
        if (announcement.Content.PostAt is not { } local)
        {
            return announced;
        }

        var wanted = Instant.Max(calendar.Zone.MomentOf(local), announced);
        var open = calendar.NextOpen(wanted);
        return announcement.LastDay is { } last && open >= calendar.Zone.MomentOf(last.PlusDays(1).AtMidnight()) ? wanted : open;
    }

    /// <summary>When a note is posted; null where it has nothing to say, such as a start that the card has told.</summary>
    /// <param name="postedAt">When the channel's card was posted.</param>
    public static Instant? NoteAt(Announcement announcement, AnnouncementNote note, WorkingCalendar calendar, Instant postedAt)
    {
        if (!announcement.IsAnnounced || announcement.Content.StartsOn is not { } first || announcement.LastDay is not { } last)
        {
            return null;
        }

        var at = note switch
        {
            AnnouncementNote.Soon => Before(first, calendar),
            AnnouncementNote.Live => calendar.NextOpen(calendar.Zone.MomentOf(first.AtMidnight())),
            _ => calendar.NextOpen(calendar.Zone.MomentOf(last.PlusDays(1).AtMidnight())),
        };
        var isInTime = note == AnnouncementNote.Results || at < calendar.Zone.MomentOf(last.PlusDays(1).AtMidnight());
        return at > postedAt && isInTime ? at : null;
    }

    // The first moment of the last working day before.
    private static Instant? Before(LocalDate first, WorkingCalendar calendar) => Enumerable.Range(1, MostDaysAhead)
        .Select(days => calendar.OpenOn(first.PlusDays(-days)).Select(open => (Instant?)open.Start).FirstOrDefault())
        .FirstOrDefault(start => start is not null);
}
