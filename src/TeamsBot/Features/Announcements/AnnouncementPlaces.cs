using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Announcements;

/// <summary>An announcement and one of the channels that it is for, or was.</summary>
/// <param name="Calendar">The channel's working time, in its zone.</param>
/// <param name="Conversation">Null where Baton cannot write to the channel.</param>
public sealed record AnnouncementPlace(Announcement Announcement, Organisation Organisation, SalesChannel Channel, WorkingCalendar Calendar, Conversation? Conversation)
{
    /// <summary>An edit may have taken the channel out again.</summary>
    public bool IsWanted => Announcement.IsAnnounced && Announcement.Content.SalesChannels.Contains(Channel.Id);
}

/// <summary>Looks up what the work for one channel needs to know.</summary>
public sealed class AnnouncementPlaces(AnnouncementStore announcements, PeopleStore people, AgreementStore agreements, ConversationStore conversations)
{
    /// <summary>Null when there is no such announcement.</summary>
    public async Task<AnnouncementPlace?> FindAsync(string id, string channel, CancellationToken cancel)
    {
        if (await announcements.FindAsync(id, cancel) is not { Value: var announcement })
        {
            return null;
        }

        var organisation = (await people.OrganisationAsync(announcement.Tenant, cancel)).Value;
        return new(
            announcement,
            organisation,
            organisation.FindChannel(channel) ?? new SalesChannel(channel, "", "", ""),
            (await agreements.InForceAsync(announcement.Tenant, cancel)).CalendarOf(channel),
            (await conversations.FindAsync(ConversationStore.Channel(channel), cancel))?.Value);
    }
}
