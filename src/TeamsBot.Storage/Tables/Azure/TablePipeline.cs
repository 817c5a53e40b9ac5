using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>What the service answered, and whether an earlier try of the same request broke off before it.</summary>
internal sealed record TableReply(int Status, ResponseHeaders Headers, BinaryData Content, bool Retried)
{
    public bool IsError => Status >= 400;

    public ServiceError Error => ServiceError.Read(Status, Content.ToString());

    public TableException ToException() => Error.ToException(Headers.RequestId);
}

/// <summary>Sends requests to one account with the headers that all of them carry.</summary>
/// <param name="endpoint">The account's table endpoint; its query, where it has one, is a shared access signature.</param>
/// <param name="pipeline">Retries and signs.</param>
internal sealed class TablePipeline(Uri endpoint, HttpPipeline pipeline)
{
    private const string Version = "2020-12-06";
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";

    private const string WhereToLook =
        "In Azure, give the app its managed identity and set AZURE_CLIENT_ID to the client id of it; elsewhere, sign in with: az login.";

    private readonly string signature = endpoint.Query.TrimStart('?');

    /// <summary>The endpoint without a slash at its end.</summary>
    public string Root { get; } = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public Task<TableReply> GetAsync(string path, string query, CancellationToken cancel) =>
        SendAsync(RequestMethod.Get, path, query, null, cancel);

    public Task<TableReply> PostAsync(string path, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancel) =>
        SendAsync(RequestMethod.Post, path, "", (content, contentType), cancel);

    private async Task<TableReply> SendAsync(
        RequestMethod method, string path, string query, (ReadOnlyMemory<byte> Bytes, string Type)? content, CancellationToken cancel)
    {
        using var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri($"{Root}/{path}{Query(query, signature)}"));
        request.Headers.SetValue("x-ms-version", Version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue(HttpHeader.Names.Accept, MinimalMetadata);
        if (content is var (bytes, type))
        {
            request.Headers.SetValue(HttpHeader.Names.ContentType, type);
            request.Content = RequestContent.Create(bytes);
        }

        await SendAsync(message, cancel);
        var response = message.Response;
        return new TableReply(response.Status, response.Headers, response.Content, message.ProcessingContext.RetryNumber > 0);
    }

    // After the last try the pipeline throws what that try met, or all of them together.
    private async Task SendAsync(HttpMessage message, CancellationToken cancel)
    {
        try
        {
            await pipeline.SendAsync(message, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested
            && failure is RequestFailedException or AggregateException or OperationCanceledException or IOException)
        {
            throw new TableException(TableError.Unavailable, $"The table service at {endpoint.Authority} cannot be reached.", inner: failure);
        }
        catch (AuthenticationFailedException failure)
        {
            // Nothing was asked of the service yet.
            throw new TableException(TableError.Denied, $"No identity here opens the table service at {endpoint.Authority}. {WhereToLook}", inner: failure);
        }
    }

    private static string Query(string query, string signature) => (query, signature) switch
    {
        ("", "") => "",
        (_, "") or ("", _) => $"?{query}{signature}",
        _ => $"?{query}&{signature}",
    };
}
