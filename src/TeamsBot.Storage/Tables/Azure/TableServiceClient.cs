using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>One storage account's tables over the service's REST protocol, opened by shared key, Entra token or signature.</summary>
public sealed class TableServiceClient
{
    private readonly TablePipeline pipeline;

    /// <summary>Opens what a connection string names; "UseDevelopmentStorage=true" is the emulator on this machine.</summary>
    /// <exception cref="TableException"><see cref="TableError.Invalid"/>, saying what is wrong without repeating the text.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options, TimeProvider clock)
    {
        var (endpoint, credential) = TableConnectionString.Parse(connectionString);
        pipeline = Pipeline(endpoint, options, credential is null ? [] : [new TableSharedKeyPolicy(credential, clock)]);
    }

    /// <summary>Opens an https endpoint as an Entra identity, which needs the role Storage Table Data Contributor there.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential credential, TableClientOptions options) =>
        pipeline = Pipeline(endpoint, options, [new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default")]);

    public TableClient GetTableClient(string table) => new(table, pipeline);

    /// <summary>Creates the table unless it is there.</summary>
    public async Task CreateTableIfNotExistsAsync(string table, CancellationToken cancel)
    {
        var name = JsonEncodedText.Encode(table);
        var reply = await pipeline.PostAsync("Tables", System.Text.Encoding.UTF8.GetBytes($$"""{"TableName":"{{name}}"}"""), "application/json", cancel);
        if (reply.IsError && reply.Error is not { Status: 409, Code: not ServiceError.BeingDeleted })
        {
            throw reply.ToException();
        }
    }

    private static TablePipeline Pipeline(Uri endpoint, TableClientOptions options, HttpPipelinePolicy[] authentication) =>
        new(endpoint, HttpPipelineBuilder.Build(options, [], authentication, new ResponseClassifier()));
}
