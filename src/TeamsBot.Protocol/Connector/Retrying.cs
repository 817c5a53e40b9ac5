using Polly;
using Polly.Retry;

namespace TeamsBot.Protocol.Connector;

/// <summary>Tries passing failures again: after as long as the other side asks, or else after waits that double, with jitter.</summary>
internal static class Retrying
{
    /// <param name="options">How often, and how long to wait.</param>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="isPassing">Whether the same call may succeed now.</param>
    /// <param name="retryAfter">How long the other side asks to wait; longer than the options allow, the failure is left to the caller.</param>
    public static ResiliencePipeline Build<TFailure>(
        ConnectorOptions options, TimeProvider time, Func<TFailure, bool> isPassing, Func<TFailure, TimeSpan?> retryAfter)
        where TFailure : Exception
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        return options.Retries == 0 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TFailure>(failure => isPassing(failure) && !(retryAfter(failure) > options.LongestRetryDelay)),
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = options.LongestRetryDelay,
            DelayGenerator = retry => ValueTask.FromResult(retry.Outcome.Exception is TFailure failure ? retryAfter(failure) : null),
        }).Build();
    }
}
