using Azure.Core;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>
/// How the service is spoken to. Tries again as it advises: 408, 429, 500, 502, 503, 504 and broken connections, waiting
/// longer each time with jitter, and as long as Retry-After says.
/// </summary>
public sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions()
    {
        Retry.Mode = RetryMode.Exponential;
        Retry.MaxRetries = 4;
        Retry.Delay = TimeSpan.FromMilliseconds(400);
        Retry.MaxDelay = TimeSpan.FromSeconds(10);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(30);

        // Paths hold keys, and a key may be a person's e-mail address.
        Diagnostics.IsLoggingEnabled = false;
        Diagnostics.IsDistributedTracingEnabled = false;
    }
}
