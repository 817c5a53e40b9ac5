using TeamsBot.Features.Feedback;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>What tells marketing what sales says of its campaigns.</summary>
internal static class FeedbackSetup
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<FeedbackStore>()
        .AddSingleton<FeedbackPlan>()
        .AddSingleton<FeedbackCampaigns>()
        .AddSingleton<FeedbackReports>()
        .AddSingleton<FeedbackPlaces>()
        .AddSingleton<FeedbackWeek>()
        .AddSingleton<FeedbackNews>()
        .AddSingleton<FeedbackDesk>()
        .AddSingleton<IWorkHandler, WeeklyFeedback>()
        .AddSingleton<IWorkHandler, WeekCards>()
        .AddHostedService<FeedbackStart>();
}
