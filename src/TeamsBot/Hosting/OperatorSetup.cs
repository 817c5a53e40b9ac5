using TeamsBot.Features.Operators;

namespace TeamsBot.Hosting;

/// <summary>What admins are told by, and look after Baton with.</summary>
internal static class OperatorSetup
{
    public static IServiceCollection AddOperators(this IServiceCollection services) => services
        .AddSingleton<TeamsHealth>()
        .AddSingleton<StoreProbe>()
        .AddSingleton<Admins>()
        .AddSingleton<TroubleEnds>()
        .AddSingleton<StatusDesk>()
        .AddSingleton<ParkedDesk>()
        .AddSingleton<OperatorSwitch>()
        .AddSingleton<IWorkHandler, TroubleNews>()
        .AddHostedService<OperatorWatch>();
}
