using TeamsBot.Domain.Questions;
using TeamsBot.Storage.ReadModel;

namespace TeamsBot.Hosting;

/// <summary>The read model beside the grammar that knows the values in it: both of one moment.</summary>
internal sealed class QuestionModel(FiguresModel figures)
{
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
            }
            catch (Exception problem) when (problem is Storage.Tables.TableException or Microsoft.Data.Sqlite.SqliteException or IOException)
            {
                Behind(problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(611, LogLevel.Warning, "The read model of questions cannot follow the store; answers are as old as its last success.")]
    private partial void Behind(Exception problem);
}
