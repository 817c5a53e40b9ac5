using Azure;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>One action, ready to be written: checked, its properties in bytes.</summary>
internal readonly record struct PreparedAction(TableTransactionAction Action, byte[] Body);

/// <summary>One transaction, ready to be written.</summary>
internal readonly record struct PreparedTransaction(long Table, PreparedAction[] Actions)
{
    /// <summary>Done by the caller's thread, so that the writer's has less to do.</summary>
    public static PreparedTransaction From(long table, IReadOnlyList<TableTransactionAction> actions)
    {
        var prepared = new PreparedAction[actions.Count];
        for (var i = 0; i < prepared.Length; i++)
        {
            var action = actions[i];
            var hasBody = action.ActionType is TableTransactionActionType.Add or TableTransactionActionType.UpdateReplace;
            prepared[i] = new PreparedAction(action, hasBody ? EntityBytes.Write(action.Entity) : []);
        }

        return new PreparedTransaction(table, prepared);
    }
}

/// <summary>What became of one transaction: its ETags, or why it was not done.</summary>
internal readonly record struct Outcome(IReadOnlyList<ETag>? ETags, TableException? Error);

/// <summary>Transactions that wait for the writer, and their outcomes once they are on disk.</summary>
internal sealed class Submission(PreparedTransaction[] transactions, CancellationToken cancel)
{
    // Continuations run elsewhere: the writer goes on to the next batch.
    private readonly TaskCompletionSource<Outcome[]> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreparedTransaction[] Transactions { get; } = transactions;

    public Outcome[] Outcomes { get; } = new Outcome[transactions.Length];

    public int Rows { get; } = transactions.Sum(transaction => transaction.Actions.Length);

    public Task<Outcome[]> Done => done.Task;

    /// <summary>True when the caller went away before its turn came; nothing is written then.</summary>
    public bool Withdrawn() => cancel.IsCancellationRequested && done.TrySetCanceled(cancel);

    public void Acknowledge() => done.TrySetResult(Outcomes);

    public void Fail(Exception failure) => done.TrySetException(failure);
}
