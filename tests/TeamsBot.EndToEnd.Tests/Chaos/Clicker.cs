using System.Threading.Channels;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Handoffs;
using TeamsBot.Storage.Stores;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>
/// The people: of ten leads one is accepted and contacted at sight, one accepted and forgotten, one accepted and contacted when its time
/// ran out, one taken by the rep whom it is offered to, and six are ignored.
/// </summary>
internal sealed class Clicker(Fleet fleet, UnreliableTeams teams, HandoffStore handoffs, Func<string, (ChaosTenant Tenant, int Number)> find)
{
    private const int Hands = 4;

    private readonly Channel<StandingMessage> seen = Channel.CreateUnbounded<StandingMessage>();

    public void See(StandingMessage message) => seen.Writer.TryWrite(message);

    public void Stop() => seen.Writer.TryComplete();

    /// <summary>Presses buttons until it is stopped and has seen all.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Hands).Select(async _ =>
    {
        await foreach (var message in seen.Reader.ReadAllAsync())
        {
            await LookAsync(message);
        }
    }));

    private async Task LookAsync(StandingMessage message)
    {
        var (tenant, number) = find(message.Handoff);
        var isPersonal = message.Conversation == message.Place;
        var rep = Enumerable.Range(0, ChaosTenant.Reps).Select(tenant.Member).FirstOrDefault(rep => !isPersonal || rep.PersonalChatId == message.Place);
        if (rep is not null && await VerbAsync(message, number % 10, isPersonal) is { } verb)
        {
            await fleet.SendAsync(tenant.Click(rep, message, teams.ServiceUrl, verb));
        }
    }

    private async Task<string?> VerbAsync(StandingMessage message, int habit, bool isPersonal)
    {
        if (message.Notice is not { } number)
        {
            return (habit, isPersonal) switch
            {
                (0 or 1, false) => HandoffVerbs.Accept,
                (0 or 2, true) => HandoffVerbs.Contacted,
                _ => null,
            };
        }

        if (habit is not (2 or 3))
        {
            return null;
        }

        var stored = await handoffs.LoadAsync(Ledgers.Id(message.Handoff), CancellationToken.None);
        var notice = stored!.Handoff.Notices.Find(number)!;
        return (habit, notice.Kind, notice.Clock) switch
        {
            (2, NoticeKind.RunOut, ClockKind.Accept) => HandoffVerbs.Accept,
            (3, NoticeKind.Offer, _) when isPersonal => HandoffVerbs.Take,
            _ => null,
        };
    }
}
