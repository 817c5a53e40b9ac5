using TeamsBot.Features.Duplicates;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>Adds what finds leads that are the same, joins them and lets people decide.</summary>
internal static class DuplicateSetup
{
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .AddSingleton<JoinStore>()
        .AddSingleton<PairStore>()
        .AddSingleton<DuplicateNewsStore>()
        .AddSingleton<LeadJoins>()
        .AddSingleton<DuplicateSearch>()
        .AddSingleton<DuplicateWork>()
        .AddSingleton<KnownLeads>()
        .AddSingleton<DuplicatesDesk>()
        .AddSingleton<IWorkHandler, LeadMatching>()
        .AddSingleton<IWorkHandler, JoinApplier>()
        .AddSingleton<IWorkHandler, DuplicateNews>();
}
