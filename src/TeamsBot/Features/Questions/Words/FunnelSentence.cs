using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>The funnel in a sentence: how many of those that reached its first stage were won, and where most were left behind.</summary>
internal static class FunnelSentence
{
    public static string Of(Query query, Figures figures, Wording wording)
    {
        var (say, funnel) = (wording.Say, FunnelFigures.Of(figures));
        var won = Summary(funnel, wording);
        var sentence = say.Text(
            query.Period is null ? "said.valueEver" : "said.value",
            ("metric", MetricWords.Name(query, say)), ("when", PeriodWords.In(query.Period, say)), ("where", FilterWords.Where(query, wording)), ("value", new Phrase(won)));
        return funnel.Leak is { } leak ? say.Text("funnel.withLeak", ("sentence", new Phrase(sentence)), ("leak", new Phrase(Leak(leak, say)))) : sentence;
    }

    /// <summary>"31 won of 412".</summary>
    public static string Summary(FunnelFigures funnel, Wording wording) =>
        wording.Say.Text("funnel.wonOf", ("n", funnel.Won), ("first", funnel.First), ("stage", new Phrase(funnel.Stages is [var first, ..] ? Name(first, wording.Say) : "")));

    /// <summary>"Accepted: 48% went on".</summary>
    public static string Leak(FunnelStep leak, Say say) =>
        say.Text("funnel.leak", ("stage", new Phrase(Name(leak, say))), ("percent", new Phrase(say.Percent(leak.WentOn!.Value))));

    public static string Name(FunnelStep step, Say say) => StageWords.Find(step.Stage) is { } stage ? StageWords.Of(stage, say) : say.Value(step.Stage);
}
