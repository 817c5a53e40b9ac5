using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.ReadModel;

namespace TeamsBot.Hosting;

/// <summary>The read model beside the grammar that knows the values in it: both of one moment.</summary>
internal sealed class QuestionModel(FiguresModel figures, TimeProvider time)
{
    // An answer in Teams is due in well under the fifteen seconds that Teams waits.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private volatile Words _words = new(Vocabulary.Empty);

    public FiguresModel Figures => figures;

    public Vocabulary Vocabulary => _words.Vocabulary;

    public QuestionReader Reader => _words.Reader;

    /// <summary>Takes over what changed in the store; quick when nothing did.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await figures.CatchUpAsync(cancel);
        var vocabulary = await figures.VocabularyAsync(cancel);
        if (!ReferenceEquals(vocabulary, _words.Vocabulary))
        {
            _words = new(vocabulary);
        }
    }

    /// <summary>
    /// As <see cref="RefreshAsync"/>, for somebody who waits: what takes too long, or fails for the moment, leaves the figures as old as they are.
    /// </summary>
    /// <returns>Up to when the figures are complete; null until there are any.</returns>
    public async Task<Instant?> FollowAsync(CancellationToken cancel)
    {
        try
        {
            await RefreshAsync(CancellationToken.None).WaitAsync(s_patience, time, cancel);
        }
        catch (Exception problem) when (problem is TimeoutException || IsOfTheMoment(problem))
        {
            // It goes on by itself, or at the next look.
        }

        return figures.UpTo;
    }

    /// <summary>Whether what kept the model from following may be over at the next look.</summary>
    public static bool IsOfTheMoment(Exception problem) => problem is Storage.Tables.TableException or Microsoft.Data.Sqlite.SqliteException or IOException;

    private sealed class Words(Vocabulary vocabulary)
    {
        private readonly Lazy<QuestionReader> _reader = new(() => new(vocabulary));

        public Vocabulary Vocabulary => vocabulary;

        public QuestionReader Reader => _reader.Value;
    }
}

/// <summary>Builds the read model at the start and keeps it near the store, so that no question waits for it.</summary>
internal sealed partial class QuestionFollower(QuestionModel model, TimeProvider time, ILogger<QuestionFollower> log) : BackgroundService
{
    // Each question takes over the latest changes itself; in between it is enough that they do not pile up.
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(s_pause, time);
        do
        {
            try
            {
                await model.RefreshAsync(stoppingToken);
                await model.Figures.ScrubAsync(stoppingToken);
            }
            catch (Exception problem) when (QuestionModel.IsOfTheMoment(problem))
            {
                Behind(problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(611, LogLevel.Warning, "The read model of questions cannot follow the store; answers are as old as its last success.")]
    private partial void Behind(Exception problem);
}
