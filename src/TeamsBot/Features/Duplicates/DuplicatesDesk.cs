using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.Duplicates.Cards;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Duplicates;

/// <summary><c>duplicates</c>: what was joined lately, each with its undoing, and the pairs that wait for a person, one at a time.</summary>
public sealed class DuplicatesDesk(PairStore pairs, JoinStore joins, LeadJoins joining, LeadStore leads, HandoffStore handoffs)
{
    // Counted no further: whoever has so many looks at the first.
    private const int MostCounted = 1000;
    private const int MostOutdated = 100;

    public async Task<Reply> ShowAsync(Turn turn, CancellationToken cancel) =>
        IsAllowed(turn) ? Reply.Card(DuplicatesCard.Render(await ViewAsync(turn, after: null, note: null, cancel))) : Reply.Text(turn.Say.Text("refused.duplicates"));

    /// <summary>A button. Whoever clicks has to have the role at that moment.</summary>
    public async Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string verb, CardInput input, CancellationToken cancel)
    {
        if (!IsAllowed(turn))
        {
            return Answer.Bad(turn, "refused.duplicates");
        }

        var key = input.Text(DuplicateVerbs.Pair);
        var note = verb switch
        {
            DuplicateVerbs.Same => await DecideAsync(turn, key, areSame: true, cancel),
            DuplicateVerbs.Different => await DecideAsync(turn, key, areSame: false, cancel),
            DuplicateVerbs.Undo => await UndoAsync(turn, input.Text(DuplicateVerbs.Lead), cancel),
            _ => null,
        };
        return Answer.Card(DuplicatesCard.Render(await ViewAsync(turn, verb == DuplicateVerbs.Later ? key : null, note, cancel)));
    }

    private static bool IsAllowed(Turn turn) => turn.Actor.Is(Roles.Marketer) || turn.Actor.Is(Roles.Manager) || turn.Actor.Is(Roles.Admin);

    private async Task<string> DecideAsync(Turn turn, string? key, bool areSame, CancellationToken cancel)
    {
        if (key is null || await pairs.FindAsync(key, cancel) is not { } open)
        {
            return turn.Say.Text("duplicates.tooLate");
        }

        var result = areSame ? await joining.JoinAsync(open.Pair, open.Why, turn.Person.Ref, cancel) : null;
        if (result?.Outcome == JoinOutcome.TooMany)
        {
            return turn.Say.Text("duplicates.tooMany", ("n", JoinStore.MostMembers));
        }

        await pairs.RememberAsync(new(open.Pair, areSame, turn.Person.Ref, turn.Now), cancel);
        await pairs.RemoveAsync(open.Pair, cancel);
        return result switch
        {
            null => turn.Say.Text("duplicates.saidDifferent"),
            { Copy: { } copy, Root: { } root } => await JoinedAsync(turn, copy, root, cancel),
            _ => turn.Say.Text("duplicates.tooLate"),
        };
    }

    private async Task<string> JoinedAsync(Turn turn, LeadId copy, LeadId root, CancellationToken cancel)
    {
        var (from, to) = (await NameAsync(turn, copy, cancel), await NameAsync(turn, root, cancel));
        var joined = turn.Say.Text("duplicates.saidSame", ("copy", from), ("lead", to));
        return await handoffs.LatestAsync(copy, cancel) is { IsClosed: false } && await handoffs.LatestAsync(root, cancel) is { IsClosed: false }
            ? joined + turn.Say.Text("sentence.end") + turn.Say.Text("duplicates.bothWithSales")
            : joined;
    }

    private async Task<string> UndoAsync(Turn turn, string? id, CancellationToken cancel)
    {
        if (id is null)
        {
            return turn.Say.Text("duplicates.tooLate");
        }

        var before = (await joins.LoadAsync(new(id), cancel)).Value.Cause;
        var result = await joining.UndoAsync(new(id), turn.Person.Ref, cancel);
        if (result is not { Outcome: JoinOutcome.Done, Copy: { } copy, Root: { } root })
        {
            return turn.Say.Text("duplicates.tooLate");
        }

        var undone = turn.Say.Text("duplicates.undone", ("copy", await NameAsync(turn, copy, cancel)));
        return await handoffs.LatestAsync(root, cancel) is { } latest && latest.RequestedAt >= before?.At
            ? undone + turn.Say.Text("sentence.end") + turn.Say.Text("duplicates.handoffStays", ("lead", await NameAsync(turn, root, cancel)))
            : undone;
    }

    private async Task<Phrase> NameAsync(Turn turn, LeadId id, CancellationToken cancel) =>
        await leads.GetAsync(id, cancel) is { } lead ? DuplicateWords.Named(turn.Say, lead) : turn.Say.Phrase("lead.unnamed", ("id", id.Value));

    private async Task<DuplicatesView> ViewAsync(Turn turn, string? after, string? note, CancellationToken cancel)
    {
        List<JoinedLine> lines = [];
        foreach (var join in await joins.LatestAsync(DuplicatesCard.MostJoined, cancel))
        {
            if (await leads.GetAsync(join.Lead, cancel) is { ErasedAt: null } copy && await leads.GetAsync(join.To!.Value, cancel) is { } lead)
            {
                lines.Add(new(copy, lead, join.Cause!));
            }
        }

        return new(turn.Moments, lines, await NextAsync(after, cancel), await pairs.CountAsync(MostCounted, cancel), note);
    }

    // A pair of which one was forgotten, or which became one otherwise, is nobody's question any more.
    private async Task<ShownPair?> NextAsync(string? after, CancellationToken cancel)
    {
        for (var outdated = 0; outdated < MostOutdated && await pairs.NextAsync(after, cancel) is { } open; outdated++)
        {
            if (await leads.GetAsync(open.Pair.One, cancel) is { ErasedAt: null } one
                && await leads.GetAsync(open.Pair.Other, cancel) is { ErasedAt: null } other
                && await joins.RootAsync(one.Id, cancel) != await joins.RootAsync(other.Id, cancel))
            {
                return new(open, await SideAsync(one, cancel), await SideAsync(other, cancel));
            }

            await pairs.RemoveAsync(open.Pair, cancel);
        }

        return null;
    }

    private async Task<PairSide> SideAsync(Lead lead, CancellationToken cancel) => new(lead, await handoffs.LatestAsync(lead.Id, cancel) is { } handoff ? StateOf(handoff) : SalesState.Never);

    private static SalesState StateOf(Handoff handoff) => handoff.IsClosed ? SalesState.Had : SalesState.Has;
}
