using Azure.Core;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>Where records are kept: section <c>Storage</c>, or <c>--storage</c> and <c>--data</c> on the command line.</summary>
public sealed class StoreOptions
{
    /// <summary>The folder of the embedded store. Default: <c>.data</c> under the working directory.</summary>
    public string Folder { get; set; } = ".data";

    /// <summary>A connection string of Azure Tables or its https endpoint. Empty (the default) chooses the embedded store.</summary>
    public string Connection { get; set; } = "";
}

/// <summary>Adds the store and what is kept in it.</summary>
public static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options) => services
        .AddSingleton(provider => TableStorage.Open(
            options.Connection, options.Folder, provider.GetRequiredService<TimeProvider>(), provider.GetService<TokenCredential>()))
        .AddHostedService<StoreStart>()
        .AddSingleton<LeadStore>()
        .AddSingleton<CampaignStore>()
        .AddSingleton<HandoffStore>()
        .AddSingleton<CopyStore>()
        .AddSingleton<OwnerIndex>()
        .AddSingleton<PeopleStore>()
        .AddSingleton<AgreementStore>()
        .AddSingleton<PromiseStore>()
        .AddSingleton<JournalStore>()
        .AddSingleton<PastLeads>()
        .AddSingleton<ConversationStore>()
        .AddSingleton<UploadStore>()
        .AddSingleton<LastQuestionStore>()
        .AddSingleton<DossierStore>()
        .AddSingleton<ErasureStore>()
        .AddSingleton<PrivacyStore>()
        .AddSingleton<RetentionStore>()
        .AddSingleton<RoutingStore>()
        .AddSingleton<QuestionModel>()
        .AddSingleton(provider => new FiguresModel(provider.GetRequiredService<ITables>(), options.Folder, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<WorkQueue>()
        .AddSingleton<ParkedWork>()
        .AddSingleton<TroubleStore>()
        .AddSingleton<TroubleChanges>()
        .AddSingleton<CompanyReps>()
        .AddSingleton<RepLoads>()
        .AddSingleton<LeadRouter>()
        .AddSingleton<HandoffChanges>()
        .AddSingleton<AgreementChanges>()
        .AddSingleton<Erasures>()
        .AddSingleton<PromiseMonths>();
}

/// <summary>Makes the tables that are missing before anything listens or works.</summary>
internal sealed class StoreStart(ITables tables) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => tables.CreateAsync(TableNames.All, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
