using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>
/// What questions read: a file of this machine that holds all records in a shape for counting, and follows the store. Nothing in it is
/// lost with it; it builds itself anew when it is missing, damaged, of another version or of another store.
/// </summary>
/// <remarks>Safe for use by many at once; several processes may use one file. Readers see a consistent state, never half a change.</remarks>
public sealed class FiguresModel : IAsyncDisposable
{
    public const string FileName = "figures.db";

    private readonly ITables tables;
    private readonly TimeProvider time;
    private readonly ChangeNotes notes;
    private readonly ModelFile file;
    private readonly SemaphoreSlim turn = new(1, 1);
    private SqliteConnection? writer;
    private Instant position;
    private (long Revision, Vocabulary Words)? vocabulary;

    /// <param name="folder">Where the file is; the folder of the embedded store.</param>
    public FiguresModel(ITables tables, string folder, TimeProvider time)
    {
        (this.tables, this.time) = (tables, time);
        notes = new(tables, time);
        file = new(Path.Combine(folder, FileName));
    }

    /// <summary>All changes up to then are in the figures; null until the model was looked at first.</summary>
    public Instant? UpTo { get; private set; }

    /// <summary>How far the figures are behind; null until the model was looked at first.</summary>
    public Duration? Lag => UpTo is { } upTo ? Duration.Max(Duration.Zero, time.Now - upTo) : null;

    /// <summary>Takes over what changed, building the model where there is none. Quick when nothing changed.</summary>
    /// <returns>Up to when the figures are complete now.</returns>
    public Task<Instant> CatchUpAsync(CancellationToken cancel) => InTurnAsync(isForced: false, cancel);

    /// <summary>Builds the model anew, whatever is there. Until it is done, answers come from what was there.</summary>
    public Task<Instant> RebuildAsync(CancellationToken cancel) => InTurnAsync(isForced: true, cancel);

    /// <summary>Answers a query from the model as it is; call <see cref="CatchUpAsync"/> before, where the last seconds matter.</summary>
    /// <param name="zone">The organisation's time zone, in which days begin and end.</param>
    /// <exception cref="ArgumentException">The query has no answer; <see cref="QueryRules.WhyNot"/> says why before it is asked.</exception>
    public async Task<Figures> AnswerAsync(Query query, DateTimeZone zone, CancellationToken cancel) => await ReadAsync(
        model => QueryRules.WhyNot(query, model.Declared()) is { } why
            ? throw new ArgumentException(why, nameof(query))
            : new FigureQuery(model, query, zone).Run(),
        cancel);

    /// <summary>The ids of a lead's deals, from the model as it is.</summary>
    public Task<IReadOnlyList<string>> DealsOfAsync(IReadOnlyList<LeadId> leads, CancellationToken cancel) => ReadAsync<IReadOnlyList<string>>(
        model =>
        {
            using var find = new Statement(model.Connection, "SELECT id FROM deal WHERE lead = ?1 ORDER BY id");
            List<string> ids = [];
            foreach (var lead in leads)
            {
                find.BindText(1, lead.Value);
                while (find.Step())
                {
                    ids.Add(find.Text(0));
                }

                find.Reset();
            }

            return ids;
        },
        cancel);

    /// <summary>What sales said of each campaign from one moment to another, by the word that leads have for it in any case; from the model as it is.</summary>
    public Task<IReadOnlyDictionary<string, FeedbackFigures>> FeedbackAsync(string tenant, Instant from, Instant to, CancellationToken cancel) =>
        ReadAsync(model => FeedbackQuery.Count(model.Connection, tenant, from, to), cancel);

    /// <summary>The handoffs of these campaigns in which somebody was quoted or gave a note, the latest first.</summary>
    public Task<IReadOnlyList<HandoffId>> QuotedAsync(string tenant, IReadOnlySet<string> campaigns, Instant from, Instant to, int most, CancellationToken cancel) =>
        ReadAsync(model => FeedbackQuery.Quotes(model.Connection, tenant, campaigns, from, to, most), cancel);

    /// <summary>Which dimensions the records have and which values occur; read again only after something changed.</summary>
    public async Task<Vocabulary> VocabularyAsync(CancellationToken cancel)
    {
        var known = vocabulary;
        var read = await ReadAsync(
            model =>
            {
                var revision = ModelMeta.Revision(model.Connection);
                return known is { } words && words.Revision == revision ? words : (Revision: revision, Words: new VocabularyReader(model).Read());
            },
            cancel);
        vocabulary = read;
        return read.Words;
    }

    /// <summary>
    /// Sees to it that nothing of what was erased is left in the file; quick where nothing was. It writes the whole file, and who catches up waits for it.
    /// </summary>
    public async Task ScrubAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (writer is not null)
            {
                await Task.Run(() => ModelFile.Scrub(writer), cancel);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        try
        {
            writer?.Dispose();
            writer = null;
            UpTo = null;
            file.Dispose();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<T> ReadAsync<T>(Func<ModelSnapshot, T> read, CancellationToken cancel)
    {
        if (UpTo is null)
        {
            await CatchUpAsync(cancel);
        }

        try
        {
            return await Task.Run(() => file.Read(ReadSnapshot), cancel);
        }
        catch (SqliteException failure) when (ModelFile.IsDamage(failure))
        {
            await RebuildAsync(cancel);
            return await Task.Run(() => file.Read(ReadSnapshot), cancel);
        }

        T ReadSnapshot(SqliteConnection connection)
        {
            using var model = new ModelSnapshot(connection);
            return read(model);
        }
    }

    private async Task<Instant> InTurnAsync(bool isForced, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            try
            {
                return await BringUpAsync(isForced, cancel);
            }
            catch (SqliteException failure) when (ModelFile.IsDamage(failure))
            {
                writer?.Dispose();
                writer = null;
                file.Delete();
                return await BringUpAsync(isForced: true, cancel);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Instant> BringUpAsync(bool isForced, CancellationToken cancel)
    {
        var startedAt = time.Now;
        if (writer is null || isForced)
        {
            await OpenAsync(isForced, cancel);
        }

        if (await new ModelFollower(tables, notes, writer!, time).FollowAsync(position, cancel))
        {
            await OpenAsync(isForced: true, cancel);
        }
        else
        {
            position = startedAt;
        }

        UpTo = startedAt;
        return startedAt;
    }

    private async Task OpenAsync(bool isForced, CancellationToken cancel)
    {
        var store = await new StoreIdentity(tables).GetAsync(cancel);
        var connection = writer ?? file.OpenWriter();
        try
        {
            if (isForced || !ModelFile.IsReady(connection) || ModelMeta.Store(connection) != store)
            {
                await new ModelBuild(tables, notes, connection, time).RunAsync(isForced, store, cancel);
            }

            position = ModelMeta.Position(connection);
            writer = connection;
        }
        catch when (writer is null)
        {
            connection.Dispose();
            throw;
        }
    }
}
