using Azure.Core;
using Azure.Identity;
using TeamsBot.Storage.Tables.Azure;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.Tables;

/// <summary>Opens the store that the configuration names.</summary>
public static class TableStorage
{
    private const string FileName = "tables.db";

    /// <summary>
    /// Opens <paramref name="storage"/>, a connection string or an https endpoint (which <paramref name="credential"/> opens,
    /// or else the identity that Azure.Identity finds); without it, the embedded store in <paramref name="folder"/>. What is
    /// returned may be <see cref="IAsyncDisposable"/>.
    /// </summary>
    /// <exception cref="TableException">when the text names no store, or the embedded store cannot be opened.</exception>
    public static ITables Open(string? storage, string folder, TimeProvider clock, TokenCredential? credential = null)
    {
        if (string.IsNullOrWhiteSpace(storage))
        {
            return new MeasuredTables(new SqliteTables(Path.Combine(folder, FileName), clock), "sqlite");
        }

        return new MeasuredTables(new AzureTables(Service(storage.Trim(), clock, credential), clock), "azure.tables");
    }

    /// <summary>Whether there is something to open: an embedded store that is missing would be made.</summary>
    public static bool Exists(string? storage, string folder) => !string.IsNullOrWhiteSpace(storage) || File.Exists(Path.Combine(folder, FileName));

    private static TableServiceClient Service(string storage, TimeProvider clock, TokenCredential? credential)
    {
        if (!storage.Contains("://", StringComparison.Ordinal) || storage.Contains(';', StringComparison.Ordinal))
        {
            return storage.Contains('=', StringComparison.Ordinal)
                ? new TableServiceClient(storage, new TableClientOptions(), clock)
                : throw NeitherKind();
        }

        if (!Uri.TryCreate(storage, UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps)
        {
            throw NeitherKind();
        }

        return endpoint.Query.Contains("sig=", StringComparison.Ordinal)
            ? new TableServiceClient($"TableEndpoint={endpoint.GetLeftPart(UriPartial.Path)};SharedAccessSignature={endpoint.Query}", new TableClientOptions(), clock)
            : new TableServiceClient(endpoint, credential ?? new DefaultAzureCredential(), new TableClientOptions());
    }

    private static TableException NeitherKind() => new(
        TableError.Invalid,
        "The storage setting is neither an Azure Storage connection string nor an https endpoint such as https://ACCOUNT.table.core.windows.net.");
}
