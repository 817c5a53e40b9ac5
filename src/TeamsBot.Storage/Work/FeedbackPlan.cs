using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>
/// The chain of Mondays on which feedback is told, intent first: the work of the next one is planned before it is remembered. Of several
/// items for one Monday all but one find that the chain has gone on.
/// </summary>
public sealed class FeedbackPlan(FeedbackStore store, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that tells a week.</summary>
    public const string WorkKind = "feedback";

    /// <summary>The kind of work that shows a card of a week anew, since somebody quoted on it was forgotten. Key: a <see cref="WeekCardId"/>.</summary>
    public const string CardKind = "feedback.card";

    /// <summary>So late a week is still told; by then the next one has its turn.</summary>
    public static readonly Duration Patience = Duration.FromDays(7);

    /// <summary>What is in the key of the work: whose week, and the Monday on which it is told.</summary>
    public static (string Tenant, LocalDate Monday)? Read(string key) =>
        Keys.Split(key) is [var tenant, var day] && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var monday } ? (tenant, monday) : null;

    /// <summary>The Monday that an organisation is told on next; null before the chain has begun.</summary>
    public async Task<LocalDate?> NextAsync(string tenant, CancellationToken cancel) => (await store.WeeksAsync(tenant, cancel)).Value.Next;

    /// <summary>Begins the chain where there is none, and takes it up where an admin dropped its work: that week is not told, later ones are.</summary>
    public async Task BeginAsync(Organisation organisation, CancellationToken cancel)
    {
        var weeks = await store.WeeksAsync(organisation.TenantId, cancel);
        if (weeks.Value.Next is not { } next)
        {
            var monday = FeedbackSpan.MondayOf(time.Now, organisation.TimeZone);
            await GoOnAsync(organisation, weeks, FeedbackSpan.ToldAt(monday, organisation.TimeZone) >= time.Now ? monday : monday.PlusWeeks(1), cancel);
        }
        else if (FeedbackSpan.ToldAt(next, organisation.TimeZone) + Patience < time.Now)
        {
            await queue.PlanAsync(WorkKind, Key(organisation.TenantId, next), time.Now, cancel);
        }
    }

    /// <summary>Goes on to the Monday after one that is done; after weeks without anybody to do it, to the last one that has come.</summary>
    public async Task GoOnAsync(Organisation organisation, LocalDate done, CancellationToken cancel)
    {
        var weeks = await store.WeeksAsync(organisation.TenantId, cancel);
        if (!(weeks.Value.Next > done))
        {
            await GoOnAsync(organisation, weeks, LocalDate.Max(done.PlusWeeks(1), FeedbackSpan.MondayOf(time.Now, organisation.TimeZone)), cancel);
        }
    }

    private static string Key(string tenant, LocalDate monday) => Keys.Join(tenant, LocalDatePattern.Iso.Format(monday));

    private async Task GoOnAsync(Organisation organisation, Stored<FeedbackWeeks> weeks, LocalDate next, CancellationToken cancel)
    {
        var item = await queue.PlanAsync(WorkKind, Key(organisation.TenantId, next), FeedbackSpan.ToldAt(next, organisation.TimeZone), cancel);
        if (!await store.SaveAsync(organisation.TenantId, weeks, new(next), cancel))
        {
            await queue.CompleteAsync(item, cancel);
        }
    }
}
