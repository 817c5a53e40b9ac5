using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using TeamsBot.Routing;

namespace TeamsBot.Hosting;

/// <summary>How much is taken in: section <c>Limits</c>. Each is 1 or more.</summary>
public sealed class LimitOptions
{
    /// <summary>What one person may send or click in ten seconds, on one instance. People do not get near it; a client in a loop does.</summary>
    public int TurnsPerPerson { get; set; } = 100;

    /// <summary>How often leads may be posted in a minute, on one instance; up to 500 leads each time.</summary>
    public int PostsPerMinute { get; set; } = 300;

    /// <summary>How many requests may be under way at one time; as many again wait.</summary>
    public int AtOnce { get; set; } = 500;

    /// <summary>Why these options cannot be used; null when they can.</summary>
    public string? Problem() => TurnsPerPerson < 1 || PostsPerMinute < 1 || AtOnce < 1 ? "Limits:TurnsPerPerson, Limits:PostsPerMinute and Limits:AtOnce are 1 or more." : null;
}

/// <summary>Counts what each caller sends, so that one cannot take what is everybody's.</summary>
public sealed class RequestLimits : IDisposable
{
    private const string Leads = "leads";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<string> people;
    private readonly PartitionedRateLimiter<string> posts;

    public RequestLimits(IOptions<LimitOptions> options)
    {
        people = Each(options.Value.TurnsPerPerson, Moment);
        posts = Each(options.Value.PostsPerMinute, TimeSpan.FromMinutes(1));
    }

    /// <summary>Whether one more turn of this person is taken.</summary>
    public bool TakesTurnOf(string? tenant, string? person) => people.AttemptAcquire($"{tenant}|{person}").IsAcquired;

    /// <summary>Null where one more post of leads is taken, else how long to wait.</summary>
    public TimeSpan? WaitToPost()
    {
        using var lease = posts.AttemptAcquire(Leads);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Moment;
    }

    /// <summary>A wait as the header Retry-After says it.</summary>
    public static string Seconds(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        people.Dispose();
        posts.Dispose();
    }

    private static PartitionedRateLimiter<string> Each(int most, TimeSpan time) => PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new() { TokenLimit = most, TokensPerPeriod = most, ReplenishmentPeriod = time, QueueLimit = 0 }));
}

/// <summary>Adds the limits, the size of a request and the number under way among them.</summary>
internal static class RequestLimitSetup
{
    private const int MostBytes = 1024 * 1024;

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = MostBytes);
        builder.Services.AddSingleton<RequestLimits>();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, options) =>
        {
            limiter.GlobalLimiter = AtOnce(options.Value.AtOnce);
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = RequestLimits.Seconds(TimeSpan.Zero);
                await Problem.Busy.ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    // Probes are answered also when all else waits.
    private static PartitionedRateLimiter<HttpContext> AtOnce(int most) => PartitionedRateLimiter.Create<HttpContext, bool>(http => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        ? RateLimitPartition.GetConcurrencyLimiter(true, _ => new() { PermitLimit = most, QueueLimit = most })
        : RateLimitPartition.GetNoLimiter(false));
}
