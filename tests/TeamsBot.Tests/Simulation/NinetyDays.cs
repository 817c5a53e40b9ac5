using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Tests.Simulation;

/// <summary>
/// Lives through the ninety days and what follows from them: goes from one planned click or due work to the next and lets
/// it happen at its moment.
/// </summary>
internal sealed class NinetyDays
{
    // Just before a clock is set back it shows a time still later: work of then is claimed before and done after.
    private static readonly Duration Overshoot = Duration.FromHours(3);

    private readonly IReadOnlyList<PlannedHandoff> plans;
    private readonly Troubles troubles;
    private readonly SimulatedBot bot;
    private readonly PriorityQueue<Func<Task>, Instant> agenda = new();
    private readonly Random death;
    private readonly double deathRate;
    private Instant at = Company.Start;
    private bool isAtRisk;

    /// <param name="deathRate">How often the process dies at a write.</param>
    public NinetyDays(ITables file, string prefix, IReadOnlyList<PlannedHandoff> plans, Troubles troubles, int seed, double deathRate)
    {
        (this.plans, this.troubles, this.deathRate, death) = (plans, troubles, deathRate, new(seed));
        bot = new(new WatchedTables(file, prefix, Dies), Company.Start);
    }

    public SimulatedBot Bot => bot;

    /// <summary>How often the process died.</summary>
    public int Deaths { get; private set; }

    /// <summary>How much work was claimed by a clock that was then set back.</summary>
    public int DoneTooEarly { get; private set; }

    public async Task LiveAsync()
    {
        await bot.SetUpAsync(plans);
        Plan();
        while (NextWork() is var work && (work is not null || agenda.Count > 0))
        {
            if (agenda.TryPeek(out var act, out var planned) && !(work < planned))
            {
                agenda.Dequeue();
                await ActAsync(act, planned);
            }
            else
            {
                Advance(work!.Value);
                await SurviveAsync(bot.DoWhatIsDueAsync);
            }
        }
    }

    private void Plan()
    {
        agenda.EnqueueRange(plans.SelectMany(plan => plan.Clicks.Select(click => ((Func<Task>)(() => ClickAsync(plan, click)), click.At))));
        agenda.Enqueue(() => bot.PutInForceAsync(2, AgreementTexts.Second), AgreedTerms.SecondFrom);
        foreach (var (wrong, _) in troubles.Jumps)
        {
            agenda.Enqueue(() => Task.CompletedTask, wrong.Start);
            agenda.Enqueue(() => Task.CompletedTask, wrong.End);
        }
    }

    private async Task ActAsync(Func<Task> act, Instant planned)
    {
        if (troubles.OffsetAt(at) > troubles.OffsetAt(planned))
        {
            SetClock(planned + troubles.OffsetAt(at) + Overshoot);
            DoneTooEarly += await bot.DoWhatIsDueAsync(() => Advance(planned));
        }

        Advance(planned);
        await act();
    }

    private Instant? NextWork() => bot.NextDue is { } due ? troubles.ServedFrom(Instant.Max(at, due - troubles.OffsetAt(at))) : null;

    private void Advance(Instant to)
    {
        at = to;
        SetClock(troubles.Reading(to));
    }

    private void SetClock(Instant reading) => bot.Clock.Advance((reading - bot.Clock.Now).ToTimeSpan());

    // Whoever got no answer clicks again.
    private async Task ClickAsync(PlannedHandoff plan, Click click)
    {
        var (changed, again) = (false, false);
        while (!await SurviveAsync(async () => changed = await bot.ClickAsync(plan, click)))
        {
            again = true;
        }

        (changed || (again && click.Counts)).ShouldBe(click.Counts, $"{plan.Id}: {click}");
    }

    /// <returns>False where the process died over it.</returns>
    private async Task<bool> SurviveAsync(Func<Task> act)
    {
        try
        {
            isAtRisk = true;
            await act();
            return true;
        }
        catch (ProcessDiedException)
        {
            Deaths++;
            return false;
        }
        finally
        {
            isAtRisk = false;
        }
    }

    private bool Dies() => isAtRisk && deathRate > 0 && troubles.MayDie(at) && death.NextDouble() < deathRate;
}
