using NodaTime;
using TeamsBot.Domain.Agreement;

namespace TeamsBot.Domain.Sla;

/// <summary>One thing that a clock brings about when it has counted so much.</summary>
/// <param name="At">Not before this moment.</param>
/// <param name="Percent">Of the target, for a reminder.</param>
/// <param name="Do">What is done after a breach; null for a reminder and for the breach itself.</param>
public sealed record ClockStep(Instant At, int? Percent, EscalationAction? Do)
{
    public bool IsRunOut => Percent is null && Do is null;
}

/// <summary>What a clock brings about, in order: reminders, the end of its time, and the steps after it.</summary>
public static class ClockSchedule
{
    extension(SlaClock clock)
    {
        /// <summary>The next step; null while the clock is paused, and when there is none any more.</summary>
        /// <param name="agreement">The version under which the clock started.</param>
        public ClockStep? Next(SlaAgreement agreement, WorkingCalendar calendar)
        {
            if (clock.CountsFrom is null)
            {
                return null;
            }

            var (reminders, number) = (agreement.Reminders.Count, clock.Steps);
            if (number < reminders)
            {
                var percent = agreement.Reminders[number];
                return new(clock.At(clock.Share(percent), calendar), percent, Do: null);
            }

            // To the last tick of its target a deed is in time.
            if (number == reminders)
            {
                return new(clock.DueAt.PlusTicks(1), Percent: null, Do: null);
            }

            return number - reminders <= agreement.Escalation.Count && agreement.Escalation[number - reminders - 1] is { } step
                ? new(clock.At(clock.Target + step.After, calendar), Percent: null, step.Do)
                : null;
        }

        // In whole ticks, as moments are stored: a timer that is due a part of a tick before its step would come in vain.
        private Duration Share(int percent) => Duration.FromTicks(clock.Target.BclCompatibleTicks * percent / 100);

        /// <summary>The clock past the end of its time: reminders that were not sent are not sent any more.</summary>
        public SlaClock RunOut(SlaAgreement agreement) => clock with { End = ClockEnd.Breached, Steps = agreement.Reminders.Count + 1 };
    }
}
