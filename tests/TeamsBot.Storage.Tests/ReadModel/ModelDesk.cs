using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Funnel;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Testing.Time;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>A store with a read model beside it, in a folder of their own.</summary>
public sealed class ModelDesk : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-model-");

    private ModelDesk()
    {
        Tables = new(Path.Combine(folder.FullName, "tables.db"), Clock);
        Model = Open();
    }

    public ManualClock Clock { get; } = new();

    public SqliteTables Tables { get; }

    public FiguresModel Model { get; private set; }

    public string File => Path.Combine(folder.FullName, FiguresModel.FileName);

    public static async Task<ModelDesk> CreateAsync()
    {
        var desk = new ModelDesk();
        await desk.Tables.CreateAsync(TableNames.All, None);
        return desk;
    }

    /// <summary>Another reader of the same file, as another process would be.</summary>
    public FiguresModel Open() => new(Tables, folder.FullName, Clock);

    /// <summary>Closes the model and opens it again, as a restart does.</summary>
    public async Task ReopenAsync()
    {
        await Model.DisposeAsync();
        Model = Open();
    }

    public Task SaveAsync(params IReadOnlyList<Lead> leads) => new LeadStore(Tables, Clock).SaveAsync(leads, Everything<Lead>(), None);

    public Task SaveAsync(params IReadOnlyList<Deal> deals) => new DealStore(Tables, Clock).SaveAsync(deals, Everything<Deal>(), None);

    public Task SaveAsync(params IReadOnlyList<Campaign> campaigns) => new CampaignStore(Tables, Clock).SaveAsync(campaigns, Everything<Campaign>(), None);

    public Task SaveAsync(params IReadOnlyList<Target> targets) => new TargetStore(Tables, Clock).SaveAsync(targets, None);

    /// <summary>The answer after everything was followed.</summary>
    public async Task<Figures> AskAsync(Query query, DateTimeZone? zone = null)
    {
        await Model.CatchUpAsync(None);
        return await Model.AnswerAsync(query, zone ?? DateTimeZone.Utc, None);
    }

    public async Task<double?> NumberAsync(Query query) => (double?)(await AskAsync(query)).Rows[0][^1];

    public async ValueTask DisposeAsync()
    {
        await Model.DisposeAsync();
        await Tables.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Coverage Everything<T>() => new(
        [.. typeof(T).GetProperties().Select(property => property.Name).Where(name => name is not ("Id" or "DisplayName" or "Attributes" or "ScoreLines"))], ["size", "mood"]);
}
