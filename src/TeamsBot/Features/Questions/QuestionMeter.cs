using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Hosting.Telemetry;

namespace TeamsBot.Features.Questions;

/// <summary>Counts questions and how long they take, by outcome and language. What was asked is not said.</summary>
internal static class QuestionMeter
{
    private static readonly Histogram<double> s_duration = BotTelemetry.Meter.CreateHistogram(
        "baton.question.duration", "s", "A question, from the words or the button to its answer.", tags: null, BotTelemetry.Seconds);

    /// <param name="since">A timestamp.</param>
    /// <param name="answer">Null while there are no figures yet.</param>
    public static void Answered(long since, QuestionAnswer? answer, Language language)
    {
        if (s_duration.Enabled)
        {
            s_duration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, new TagList
            {
                { "baton.outcome", answer?.Outcome.ToString() ?? "Building" },
                { "baton.language", language.ToString() },
                { "baton.question.proposed", answer?.IsProposed ?? false },
            });
        }
    }
}
