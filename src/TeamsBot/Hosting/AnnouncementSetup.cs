using TeamsBot.Features.Announcements;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>What campaign announcements are made of.</summary>
internal static class AnnouncementSetup
{
    public static IServiceCollection AddAnnouncements(this IServiceCollection services) => services
        .AddSingleton<AnnouncementStore>()
        .AddSingleton<AnnouncementPostStore>()
        .AddSingleton<AnnouncementChanges>()
        .AddSingleton<UnknownCampaigns>()
        .AddSingleton<AnnouncementPlaces>()
        .AddSingleton<AnnouncementReaders>()
        .AddSingleton<AnnouncementViews>()
        .AddSingleton<AnnouncementMessages>()
        .AddSingleton<CampaignOutcome>()
        .AddSingleton<AnnouncementDesk>()
        .AddSingleton<AnnouncementStatuses>()
        .AddSingleton<AnnouncementClicks>()
        .AddSingleton<CampaignsDesk>()
        .AddSingleton<AnnouncementSwitch>()
        .AddSingleton<IWorkHandler, AnnouncementSpread>()
        .AddSingleton<IWorkHandler, AnnouncementCards>()
        .AddSingleton<IWorkHandler, AnnouncementProgress>()
        .AddSingleton<IWorkHandler, AnnouncementNotes>()
        .AddSingleton<IWorkHandler, AnnouncementQuestions>()
        .AddSingleton<IWorkHandler, AnnouncementReminders>()
        .AddSingleton<IWorkHandler, UnknownCampaignNews>();
}
