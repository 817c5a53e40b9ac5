using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Shouldly;
using TeamsBot.Domain.Operations;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Tests.Operators;

/// <summary>A bot that is set up, with Ada as its admin and a store that can be away.</summary>
public abstract class OperatorTest : IAsyncLifetime
{
    /// <summary>A look at how Baton is has ended.</summary>
    protected const int Looked = 902;

    private const int MostLooks = 60;

    private readonly List<BatonApp> workers = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-operators-");

    protected static CancellationToken None => CancellationToken.None;

    protected ManualClock Clock { get; } = new();

    protected FakeConnector Teams { get; private set; } = null!;

    protected BatonApp App { get; private set; } = null!;

    protected FaultyTables Tables { get; private set; } = null!;

    protected Someone Ada => App.As(FakeTeam.Admin);

    protected Place AdasChat => App.ChatOf(FakeTeam.Admin);

    public virtual async Task InitializeAsync()
    {
        Teams = await Cast.InTeamsAsync();
        App = await StartAsync(Change);
        await App.SetUpAsync();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>What the bot of a test is made of otherwise.</summary>
    protected virtual void Change(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<ITables>(provider => Tables =
        new(TableStorage.Open("", folder.FullName, provider.GetRequiredService<TimeProvider>(), credential: null))));

    /// <summary>One more bot on the same store, with the same clock and Teams.</summary>
    protected async Task<BatonApp> StartAsync(Action<IServiceCollection>? change = null)
    {
        var bot = await BatonApp.StartAsync(new() { Clock = Clock, Folder = folder.FullName, Services = change }, Teams);
        await bot.Log.NextAsync(Looked); // From now on it looks every ten seconds.
        if (change != Idle)
        {
            workers.Add(bot);
        }

        return bot;
    }

    /// <summary>A bot that answers and looks, but does no work of the queue.</summary>
    protected static void Idle(IServiceCollection services) => services.Remove(services.Last(service =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(WorkRunner)));

    /// <summary>Time passes until the next look has ended, and what it set in motion.</summary>
    protected async Task LooksAsync(BatonApp? app = null, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            for (var second = 0; second < 10; second++)
            {
                await StepAsync(() => Clock.Advance(TimeSpan.FromSeconds(1)));
            }

            await (app ?? App).Log.NextAsync(Looked);
            await RestAsync();
        }
    }

    /// <summary>Moves the clock, and ends when all bots have looked for what is due and done it: work that a clock runs away from loses its lease.</summary>
    protected async Task StepAsync(Action move)
    {
        BatonApp[] running = [.. workers.Where(bot => !bot.IsStopped)];
        foreach (var bot in running)
        {
            bot.Log.Forget(CapturedLog.WorkPolled);
        }

        move();
        await Task.WhenAll(running.Select(bot => bot.Log.NextAsync(CapturedLog.WorkPolled)));
        await RestAsync();
    }

    private Task RestAsync() => Task.WhenAll(workers.Where(bot => !bot.IsStopped).Select(bot => bot.Log.AtRestAsync()));

    /// <summary>Time passes, look by look, until a card in a chat says so.</summary>
    protected async Task<ShownCard> ToldAsync(Place chat, string words, BatonApp? app = null)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (chat.Cards.LastOrDefault(card => card.Says(words)) is { } card)
            {
                return card;
            }

            await LooksAsync(app);
        }

        throw new ShouldAssertException($"No card says “{words}”, but {chat.Cards.Count} say otherwise.");
    }

    protected async Task<Trouble?> TroubleAsync(TroubleKind kind, string subject = "") =>
        (await App.Services.GetRequiredService<TroubleStore>().FindAsync(kind, subject, None))?.Value;

    protected Task MakeAdmin(Person person) => App.Records.Assign(person, Roles.Admin);
}
