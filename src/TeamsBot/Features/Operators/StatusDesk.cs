using System.Reflection;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Features.Operators.Cards;
using TeamsBot.Hosting;
using TeamsBot.Routing;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Operators;

/// <summary>Tells an admin how Baton is. Each line is found by itself, so that what is away takes no other line with it.</summary>
public sealed class StatusDesk(
    StoreProbe store, TeamsHealth teams, WorkQueue queue, ParkedWork parked, TroubleStore troubles, ConversationStore conversations, FiguresModel figures, TimeProvider time)
{
    // All lines together are there well within the fifteen seconds that Teams waits.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private static readonly string s_version =
        typeof(StatusDesk).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [var version, .. var build]
            ? build is [{ Length: >= 7 } commit] ? $"{version} ({commit[..7]})" : version
            : "";

    private readonly Instant startedAt = time.Now;

    public async Task<Reply> ShowAsync(Turn turn, CancellationToken cancel) =>
        !turn.Actor.Is(Roles.Admin) ? Reply.Text(turn.Say.Text("refused.status"))
        : !turn.IsPersonal ? Reply.Text(turn.Say.Text("health.personal"))
        : Reply.Card(StatusCard.Render(await ViewAsync(turn, cancel)));

    private async Task<StatusView> ViewAsync(Turn turn, CancellationToken cancel)
    {
        var read = FindAsync(async () => await store.ReadAsync(cancel) ?? throw new TableException(TableError.Unavailable, "No answer."));
        var due = FindAsync(() => queue.LookAsync(cancel));
        var closed = FindAsync(() => ClosedAsync(turn.Organisation, cancel));
        var lasting = FindAsync(() => LastingAsync(turn, cancel));
        var waiting = FindAsync(async () => (await parked.AllAsync(cancel)).Count);
        return new(turn.Moments, s_version, startedAt)
        {
            Store = await read,
            TeamsAnswered = teams.LastAnswer,
            TeamsFailures = teams.Failures,
            Queue = await due,
            FiguresLag = figures.Lag,
            ClosedChannels = await closed,
            Troubles = await lasting,
            Parked = await waiting,
        };
    }

    private async Task<Found<T>> FindAsync<T>(Func<Task<T>> look)
    {
        try
        {
            return new(await look().WaitAsync(s_patience, time));
        }
        catch (TableException problem)
        {
            return new(default, problem.Error.ToString());
        }
        catch (TimeoutException)
        {
            return new(default, nameof(TableError.Unavailable));
        }
    }

    private async Task<IReadOnlyList<string>> ClosedAsync(Organisation organisation, CancellationToken cancel)
    {
        var channels = organisation.SalesChannels.Select(channel => channel.Id).Append(organisation.MarketingChannel).OfType<string>().Distinct();
        var known = await Task.WhenAll(channels.Select(id => conversations.FindAsync(ConversationStore.Channel(id), cancel)));
        return [.. known.Where(one => one?.Value.ClosedBecause is not null).Select(one => organisation.FindChannel(one!.Value.Id)?.Name ?? one.Value.Name ?? "")];
    }

    private async Task<IReadOnlyList<TroubleView>> LastingAsync(Turn turn, CancellationToken cancel) =>
    [
        .. (await troubles.AllAsync(cancel)).Where(trouble => !trouble.IsOver).OrderBy(trouble => trouble.Since)
            .Select(trouble => new TroubleView(trouble, turn.Moments) { Channel = turn.Organisation.FindChannel(trouble.Subject)?.Name }),
    ];
}
