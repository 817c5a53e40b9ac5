using TeamsBot.Domain;
using TeamsBot.Domain.Feedback;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Feedback;

/// <summary>
/// Each Monday at nine, where the organisation is: tells the week that is over, and goes on to the next one. A week whose turn is over when
/// somebody looks at it at last is passed over.
/// </summary>
public sealed class WeeklyFeedback(FeedbackPlan plan, FeedbackNews news, PeopleStore people, TimeProvider time) : IWorkHandler
{
    public string Kind => FeedbackPlan.WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (FeedbackPlan.Read(item.Key) is not var (tenant, monday) || await plan.NextAsync(tenant, cancel) > monday)
        {
            return WorkOutcome.Done;
        }

        var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
        var at = FeedbackSpan.ToldAt(monday, organisation.TimeZone);
        if (at > time.Now)
        {
            return WorkOutcome.Until(at); // A clock was set back, or the organisation moved to the west.
        }

        if (time.Now < at + FeedbackPlan.Patience && await news.TellAsync(organisation, monday, cancel) is { } later)
        {
            return WorkOutcome.Until(later);
        }

        await plan.GoOnAsync(organisation, monday, cancel);
        return WorkOutcome.Done;
    }
}

/// <summary>Begins the chain of weeks of each organisation once it is set up.</summary>
internal sealed partial class FeedbackStart(FeedbackPlan plan, PeopleStore people, TimeProvider time, ILogger<FeedbackStart> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await foreach (var tenant in people.TenantsAsync(stoppingToken))
                {
                    await plan.BeginAsync((await people.OrganisationAsync(tenant, stoppingToken)).Value, stoppingToken);
                }
            }
            catch (Storage.Tables.TableException problem)
            {
                NotBegun(problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(651, LogLevel.Warning, "Whether the weekly feedback is planned could not be looked at; again in an hour.")]
    private partial void NotBegun(Exception problem);
}
