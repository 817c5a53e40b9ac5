using System.Text.Json;
using Azure.Core;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>One page of a query, and where the next one starts, if there is one. A page may be empty and not be the last.</summary>
internal sealed record TablePage(IReadOnlyList<TableEntity> Rows, string? Next);

/// <summary>One table: reading a row, a page of rows, and submitting a transaction.</summary>
public sealed class TableClient
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    private readonly string table;
    private readonly TablePipeline pipeline;

    internal TableClient(string table, TablePipeline pipeline) => (this.table, this.pipeline) = (table, pipeline);

    /// <summary>The row, or null when there is none.</summary>
    public async Task<TableEntity?> GetEntityIfExistsAsync(string partitionKey, string rowKey, CancellationToken cancel) =>
        (await ReadAsync(partitionKey, rowKey, cancel))?.Row;

    /// <summary>The row and the id of the transaction that marked it.</summary>
    internal async Task<(TableEntity Row, Guid? WriteId)?> ReadAsync(string partitionKey, string rowKey, CancellationToken cancel)
    {
        var reply = await pipeline.GetAsync(TransactionContent.Address(table, partitionKey, rowKey), "", cancel);
        if (reply.Status == 404 && reply.Error.Code != "TableNotFound")
        {
            return null;
        }

        using var json = Json(reply);
        var mark = json.RootElement.TryGetProperty(WriteId.Property, out var id) ? id.GetGuid() : (Guid?)null;
        return (EntityJson.Read(json.RootElement, reply.Headers.ETag ?? default), mark);
    }

    /// <summary>A page of at most <paramref name="count"/> rows (the service gives 1,000 at the most, or what it finds in 5 s).</summary>
    internal async Task<TablePage> QueryAsync(string? filter, int count, string? from, CancellationToken cancel)
    {
        var query = $"$top={Math.Min(count, 1000)}"
            + (filter is null ? "" : "&$filter=" + Uri.EscapeDataString(filter))
            + from;
        var reply = await pipeline.GetAsync($"{table}()", query, cancel);
        using var json = Json(reply);
        var rows = json.RootElement.GetProperty("value").EnumerateArray().Select(row => EntityJson.Read(row)).ToList();
        return new TablePage(rows, Next(reply.Headers));
    }

    /// <summary>Sends one entity group transaction.</summary>
    internal async Task<(TransactionResponse Response, bool Retried)> SubmitTransactionAsync(
        IReadOnlyList<TableTransactionAction> actions, Guid writeId, CancellationToken cancel)
    {
        var content = new TransactionContent(pipeline.Root, table, actions, writeId);
        if (content.Bytes.Length > Limits.TransactionBytes)
        {
            throw Limits.Invalid("The transaction is larger than 4 MiB; split it.");
        }

        var reply = await pipeline.PostAsync("$batch", content.Bytes, content.Type, cancel);
        if (reply.IsError && reply.Error.IsTransient)
        {
            throw reply.ToException();
        }

        var requestId = reply.Headers.RequestId;
        return reply.IsError
            ? (new TransactionResponse([], reply.Error, requestId), reply.Retried)
            : (TransactionResponse.Parse(reply.Content.ToString(), requestId), reply.Retried);
    }

    private static JsonDocument Json(TableReply reply) =>
        reply.IsError ? throw reply.ToException() : JsonDocument.Parse(reply.Content.ToMemory());

    private static string? Next(ResponseHeaders headers)
    {
        var next = "";
        if (headers.TryGetValue(NextPartition, out var partition))
        {
            next += "&NextPartitionKey=" + Uri.EscapeDataString(partition);
        }

        if (headers.TryGetValue(NextRow, out var row))
        {
            next += "&NextRowKey=" + Uri.EscapeDataString(row);
        }

        return next.Length == 0 ? null : next;
    }
}
