using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>
/// An entity group transaction as it is sent: a multipart body with one change set, each action an HTTP request of its own.
/// Source: learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions.
/// </summary>
internal sealed class TransactionContent
{
    private readonly ArrayBufferWriter<byte> output = new(4096);

    /// <param name="root">The endpoint without a slash at its end; requests inside the body are absolute.</param>
    /// <param name="table">The table of all actions.</param>
    /// <param name="actions">What to do, in order.</param>
    /// <param name="writeId">Names the transaction, and marks its rows.</param>
    public TransactionContent(string root, string table, IReadOnlyList<TableTransactionAction> actions, Guid writeId)
    {
        Type = $"multipart/mixed; boundary=batch_{writeId}";
        Line($"--batch_{writeId}");
        Line($"Content-Type: multipart/mixed; boundary=changeset_{writeId}");
        Line();
        foreach (var action in actions)
        {
            Line($"--changeset_{writeId}");
            Append(root, table, action, WriteId.Fits(action.Entity) ? writeId : null);
        }

        Line($"--changeset_{writeId}--");
        Line($"--batch_{writeId}--");
    }

    public string Type { get; }

    public ReadOnlyMemory<byte> Bytes => output.WrittenMemory;

    /// <summary>The path of one row; in a key a quote is written twice, and then all is percent-encoded.</summary>
    public static string Address(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey={Literal(partitionKey)},RowKey={Literal(rowKey)})";

    private static string Literal(string key) => $"'{Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal))}'";

    private void Append(string root, string table, TableTransactionAction action, Guid? mark)
    {
        var type = action.ActionType;
        var entity = action.Entity;
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line();
        Line(type is TableTransactionActionType.Add
            ? $"POST {root}/{table} HTTP/1.1"
            : $"{Verb(type)} {root}/{Address(table, entity.PartitionKey, entity.RowKey)} HTTP/1.1");
        Line($"Accept: {TablePipeline.MinimalMetadata}");
        Line("DataServiceVersion: 3.0");
        Line(type is TableTransactionActionType.Add ? "Prefer: return-no-content" : $"If-Match: {action.ETag}");
        if (type is TableTransactionActionType.Delete)
        {
            Line();
            return;
        }

        Line("Content-Type: application/json");
        Line();
        using (var json = new Utf8JsonWriter(output, EntityJson.Writing))
        {
            EntityJson.Write(json, entity, mark);
        }

        Line();
    }

    private static string Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.UpdateMerge => "PATCH",
        TableTransactionActionType.UpdateReplace => "PUT",
        _ => "DELETE",
    };

    private void Line(string text = "") => Encoding.UTF8.GetBytes(text + "\r\n", output);
}
