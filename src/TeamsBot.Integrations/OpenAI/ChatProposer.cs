using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Logging;
using OpenAI;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Integrations.OpenAI;

/// <summary>
/// Proposes queries with a model behind an endpoint of OpenAI's chat completions. Silent when it is slow, busy or down: a call is tried once,
/// few are under way at once, and after failures none is made for a while. Logs neither sentences nor what the model wrote.
/// </summary>
public sealed partial class ChatProposer : IQueryProposer
{
    /// <summary>Calls under way. Who comes then is not made to wait.</summary>
    public const int MostAtOnce = 4;

    /// <summary>Failures within a minute after which none is asked.</summary>
    public const int FailuresBeforePause = 3;

    /// <summary>How long none is asked then.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    // The package wants a key where the endpoint wants none.
    private const string NoKey = "none";

    private readonly SemaphoreSlim free = new(MostAtOnce);
    private readonly ChatClient client;
    private readonly ResiliencePipeline pipeline;
    private readonly ILogger<ChatProposer> log;

    /// <param name="options">That are on and have no problem.</param>
    /// <param name="http">Follows no redirects, which would carry the sentence elsewhere.</param>
    /// <param name="clock">Of the time limit and of the pause after failures.</param>
    public ChatProposer(LanguageModelOptions options, HttpClient http, TimeProvider clock, ILogger<ChatProposer> log)
    {
        this.log = log;
        client = new(options.Model, new ApiKeyCredential(options.Key.Length == 0 ? NoKey : options.Key), new OpenAIClientOptions
        {
            Endpoint = new(options.Endpoint),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            ClientLoggingOptions = new() { EnableLogging = false },
        });
        pipeline = Guard(options.Timeout, clock);
    }

    /// <inheritdoc/>
    public async Task<string?> ProposeAsync(ProposalRequest request, CancellationToken cancel)
    {
        if (!await free.WaitAsync(TimeSpan.Zero, cancel))
        {
            return null;
        }

        try
        {
            return await pipeline.ExecuteAsync(async limited => await AskAsync(request, limited), cancel);
        }
        catch (BrokenCircuitException)
        {
            return null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            Failed(log, Reason(failure));
            return null;
        }
        finally
        {
            free.Release();
        }
    }

    private async Task<string?> AskAsync(ProposalRequest request, CancellationToken cancel)
    {
        ChatMessage[] messages = [new SystemChatMessage(ProposalPrompt.Rules), new UserChatMessage(ProposalPrompt.Of(request))];
        var asked = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };
        ChatCompletion answer = await client.CompleteChatAsync(messages, asked, cancel);
        return answer is { FinishReason: ChatFinishReason.Stop, Content: [{ Text: { } text }, ..] } ? text : null;
    }

    private ResiliencePipeline Guard(TimeSpan timeout, TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new()
        {
            FailureRatio = 0.5,
            MinimumThroughput = FailuresBeforePause,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDuration = Pause,
            OnOpened = _ =>
            {
                Paused(log, Pause);
                return ValueTask.CompletedTask;
            },
        })
        .AddTimeout(timeout)
        .Build();

    // No exception's message: the package puts what the endpoint answered into it.
    private static string Reason(Exception failure) => failure switch
    {
        TimeoutRejectedException => "too slow",
        ClientResultException { Status: > 0 } answered => FormattableString.Invariant($"status {answered.Status}"),
        _ => failure.GetType().Name,
    };

    [LoggerMessage(701, LogLevel.Warning, "The language model of questions proposed nothing: {Reason}.")]
    private static partial void Failed(ILogger log, string reason);

    [LoggerMessage(702, LogLevel.Warning, "The language model of questions is left alone for {Pause}.")]
    private static partial void Paused(ILogger log, TimeSpan pause);
}
