using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Operators;

/// <summary>Finds the troubles that are over.</summary>
public sealed class TroubleEnds(
    TroubleStore troubles, TroubleChanges changes, TeamsHealth teams, ConversationStore conversations, PeopleStore people, TimeProvider time)
{
    private static readonly Duration s_noRefusal = Duration.FromHours(1);

    /// <param name="parked">How much work is parked.</param>
    public async Task EndAsync(QueueLook look, int parked, CancellationToken cancel)
    {
        foreach (var trouble in (await troubles.AllAsync(cancel)).Where(trouble => !trouble.IsOver))
        {
            if (await EndOfAsync(trouble, look, parked, cancel) is { } at)
            {
                await changes.EndAsync(trouble.Kind, trouble.Subject, at, cancel);
            }
        }
    }

    // Null while it lasts.
    private async Task<Instant?> EndOfAsync(Trouble trouble, QueueLook look, int parked, CancellationToken cancel)
    {
        var now = time.Now;
        return trouble.Kind switch
        {
            TroubleKind.ChannelLost => await IsLostAsync(trouble.Subject, cancel) ? null : now,
            TroubleKind.SendsRefused => now - trouble.SeenAt >= s_noRefusal ? now : null,
            TroubleKind.TeamsDown or TroubleKind.NoToken => trouble.IsForgottenAt(now) && teams.LastAnswer is { } answer && answer > trouble.SeenAt ? answer : null,
            TroubleKind.QueueLate => QueueWatch.IsOnTime(look, now) ? now : null,
            TroubleKind.WorkParked => parked == 0 ? now : null,
            _ => null,
        };
    }

    // A channel that is in no set-up any more is written to no more.
    private async Task<bool> IsLostAsync(string channel, CancellationToken cancel)
    {
        if (await conversations.FindAsync(ConversationStore.Channel(channel), cancel) is not { Value: { ClosedBecause: not null } conversation })
        {
            return false;
        }

        var organisation = (await people.OrganisationAsync(conversation.TenantId, cancel)).Value;
        return organisation.MarketingChannel == channel || organisation.FindChannel(channel) is not null;
    }
}
