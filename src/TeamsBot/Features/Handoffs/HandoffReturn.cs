using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Handoffs;

/// <summary>
/// Makes the handoff that follows by itself on one that is closed: on the day that was chosen, in the working time of the channel, or at
/// once where the lead goes on to another channel. The timer only says when to look. The new handoff is made only while the closed one
/// is the lead's last, so a timer that comes twice, or after somebody handed the lead off, makes none.
/// </summary>
public sealed class HandoffReturn(HandoffChanges changes, HandoffStore handoffs, DossierStore dossiers, AgreementStore agreements, PeopleStore people, TimeProvider time) : IWorkHandler
{
    public string Kind => HandoffChanges.ReturnKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (!HandoffId.TryParse(item.Key, out var id) || await handoffs.LoadAsync(id, cancel) is not { Handoff: var closed })
        {
            return WorkOutcome.Nothing;
        }

        if (closed.Return(await agreements.TermsAsync(closed, cancel)) is not { } back)
        {
            return WorkOutcome.Nothing;
        }

        // The channel's working time changed meanwhile, or the clock was set back.
        if (back.At > time.Now)
        {
            return WorkOutcome.Until(back.At);
        }

        if (await dossiers.FindAsync(id.Lead, cancel) is not { } dossier || !dossier.MayFollow(back))
        {
            return WorkOutcome.Nothing;
        }

        var organisation = (await people.OrganisationAsync(closed.Tenant, cancel)).Value;
        WorkItem? show = null;
        await changes.RequestAsync(Request(closed, back, ChannelOf(back, organisation)), "return", intent => show = intent, cancel);
        return show is null ? WorkOutcome.Nothing : WorkOutcome.DoneThen(show);
    }

    // What was right for a first call then is stale when the lead comes back, and so is what its marketer said of its urgency:
    // the tier follows from the score that the lead has by now, and the rules say anew whose it is.
    private static HandoffRequest Request(Handoff closed, Return back, string channel)
    {
        var request = new HandoffRequest(closed.Id.Lead, closed.Tenant, channel, closed.RequestedBy) { After = closed.Id, Cause = back.Cause };
        return back.Cause == HandoffCause.Returned ? request with { IsRouted = true } : request with { FirstStep = closed.FirstStep, Tier = closed.Tier };
    }

    private static string ChannelOf(Return back, Organisation organisation) =>
        organisation.FindChannel(back.Channel)?.Id
            ?? (organisation.SalesChannels is [var first, ..] ? first.Id : throw new InvalidOperationException("A lead is to come back, and the set-up names no sales channel."));
}
