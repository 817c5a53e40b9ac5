using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>What came of wanting to join two leads, or to undo it.</summary>
public enum JoinOutcome
{
    Done,

    /// <summary>It is so already.</summary>
    Already,

    /// <summary>One of the two does not exist or was forgotten.</summary>
    Gone,

    /// <summary>Sales had both, so only a person joins them.</summary>
    NeedsPerson,

    /// <summary>A person said that they are two.</summary>
    SaidDifferent,

    /// <summary>More leads than one person has: see <see cref="JoinStore.MostMembers"/>.</summary>
    TooMany,
}

/// <param name="Copy">The lead that points now, or did before it was undone.</param>
/// <param name="Root">The lead that stands for both, or did.</param>
public sealed record JoinResult(JoinOutcome Outcome, LeadId? Copy = null, LeadId? Root = null);

/// <summary>
/// Joins leads and undoes it, intent first: the work of writing the pointer into the lead's own row is planned before the join is stored. Nothing of
/// either lead is changed but that pointer.
/// </summary>
public sealed class LeadJoins(ITables tables, JoinStore joins, PairStore pairs, HandoffStore handoffs, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that brings a lead's own row in line with what it is joined to. Key: the lead's id.</summary>
    public const string ApplyKind = "lead.joined";

    private const int MaxAttempts = 60;

    /// <summary>Joins the groups of two leads; which of them stands for the other follows from what they are.</summary>
    /// <param name="by">Baton joins only what no person has to decide.</param>
    public async Task<JoinResult> JoinAsync(LeadPair pair, IReadOnlyList<MatchReason> why, PersonRef by, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (one, other) = (await joins.GroupAsync(pair.One, cancel), await joins.GroupAsync(pair.Other, cancel));
            if (one[0].Value.Lead == other[0].Value.Lead)
            {
                return new(JoinOutcome.Already, Root: one[0].Value.Lead);
            }

            if (await WhyNotAsync(one, other, by, cancel) is { } refusal)
            {
                return new(refusal);
            }

            if (await CandidateAsync(one[0], cancel) is not { } first || await CandidateAsync(other[0], cancel) is not { } second)
            {
                return new(JoinOutcome.Gone);
            }

            if (by.IsBaton && first.NeedsPerson(second))
            {
                return new(JoinOutcome.NeedsPerson);
            }

            var (copy, root) = first.StandsFor(second) ? (other[0], one[0]) : (one[0], other[0]);
            if (await StoreAsync(copy.Value.Lead, () => joins.JoinAsync(copy, root, new(pair.One, pair.Other, why, by, time.Now), cancel), cancel))
            {
                return new(JoinOutcome.Done, copy.Value.Lead, root.Value.Lead);
            }
        }

        throw Contended(pair.One);
    }

    /// <summary>Undoes a join, and remembers that the two are not one. What is joined to the lead stays with it.</summary>
    public async Task<JoinResult> UndoAsync(LeadId lead, PersonRef by, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var copy = await joins.LoadAsync(lead, cancel);
            if (copy.Value is not { To: { } root, Cause: { } cause })
            {
                return new(JoinOutcome.Already);
            }

            await pairs.RememberAsync(new(new(cause.One, cause.Other), AreSame: false, by, time.Now), cancel);
            await pairs.RememberAsync(new(new(lead, root), AreSame: false, by, time.Now), cancel);
            if (await StoreAsync(lead, () => joins.UndoAsync(copy, cancel), cancel))
            {
                return new(JoinOutcome.Done, lead, root);
            }
        }

        throw Contended(lead);
    }

    /// <summary>Writes into a lead's own row what it is joined to, with a row of who did it and why; figures follow.</summary>
    public async Task ApplyAsync(LeadId lead, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            // The row first: whoever writes what was true before is refused, since the row is another by then.
            var row = await tables.GetAsync(TableNames.Leads, LeadRow.PartitionKey(lead), LeadRow.RowKey, cancel);
            var join = (await joins.LoadAsync(lead, cancel)).Value;
            if (row is null || LeadRow.JoinedTo(row) == join.To || await WriteAsync(row, join, cancel))
            {
                return;
            }
        }

        throw Contended(lead);
    }

    private async Task<JoinOutcome?> WhyNotAsync(IReadOnlyList<Stored<Join>> one, IReadOnlyList<Stored<Join>> other, PersonRef by, CancellationToken cancel)
    {
        if (one.Count + other.Count > JoinStore.MostMembers)
        {
            return JoinOutcome.TooMany;
        }

        return by.IsBaton && await pairs.AreDifferentAsync(one.Select(member => member.Value.Lead), [.. other.Select(member => member.Value.Lead)], cancel) ? JoinOutcome.SaidDifferent : null;
    }

    private async Task<JoinCandidate?> CandidateAsync(Stored<Join> root, CancellationToken cancel) =>
        await handoffs.LeadAsync(root.Value.Lead, cancel) is { Value: { ErasedAt: null } lead } ? new(lead, await handoffs.LatestAsync(lead.Id, cancel)) : null;

    private async Task<bool> StoreAsync(LeadId copy, Func<Task<bool>> store, CancellationToken cancel)
    {
        var intent = await queue.IntendAsync(ApplyKind, copy.Value, cancel);
        var isStored = await store();
        if (isStored)
        {
            await ApplyAsync(copy, cancel);
        }

        await queue.CompleteAsync(intent, cancel);
        return isStored;
    }

    private async Task<bool> WriteAsync(TableEntity row, Join join, CancellationToken cancel)
    {
        var notes = new ChangeNotes(tables, time);
        var (before, now) = (LeadRow.JoinedTo(row), time.Now);

        // What became of one becomes of the other as well: a sale, for instance.
        var noting = await notes.BeginAsync(NotedRecords.Leads, [.. new[] { join.Lead, join.To, before }.OfType<LeadId>().Select(lead => lead.Value)], cancel);
        try
        {
            await tables.SubmitAsync(
                TableNames.Leads,
                [
                    new(TableTransactionActionType.UpdateReplace, LeadRow.Joined(row, join.To), row.ETag),
                    new(TableTransactionActionType.Add, JoinRow.Audit(join, before, now)),
                ],
                cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
        finally
        {
            await notes.DoneAsync(noting, cancel);
        }
    }

    private static TableException Contended(LeadId lead) => new(TableError.Unavailable, $"{lead} was changed by others {MaxAttempts} times in a row.");
}
