using System.Security.Cryptography;
using System.Text;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>A storage account's name and its key in base 64.</summary>
public sealed class TableSharedKeyCredential(string accountName, string accountKey)
{
    private readonly byte[] key = Convert.FromBase64String(accountKey);

    public string AccountName { get; } = accountName;

    /// <summary>
    /// The Authorization header of a request: SharedKeyLite over the date and the path as it is sent. Source:
    /// learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key.
    /// </summary>
    public string Authorize(string date, Uri uri)
    {
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{date}\n/{AccountName}{uri.AbsolutePath}"));
        return $"SharedKeyLite {AccountName}:{Convert.ToBase64String(signature)}";
    }
}
