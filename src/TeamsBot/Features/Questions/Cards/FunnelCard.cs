using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Features.Questions;

/// <summary>The funnel at a glance: how many of those at its head were won, where it leaks, and each stage against the time before.</summary>
internal static class FunnelCard
{
    private const int MostBars = 8;

    public static AdaptiveCard Render(AnswerView view)
    {
        var (say, query) = (view.Say, view.Answer.Query!);
        var (now, before) = (FunnelFigures.Of(view.Answer.Figures!), view.Before is { Rows.Count: > 0 } earlier ? FunnelFigures.Of(earlier) : null);
        var leak = FunnelLeak.Of(now, before);
        var state = AnswerCard.StateOf(query, view.Wording);
        var title = AnswerCard.Capital(FunnelSentence.Summary(now, view.Wording));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            leak is null ? null : Leak(leak, view),
            Table(now, before, leak, view),
            .. Chart(now, leak, say),
            Anatomy.Note(AnswerCard.ReadAs(view.Answer, say), AdaptiveSpacing.Medium),
        ];
        var summary = say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(title)));
        return Anatomy.Card(say, LeadWords.Cut(summary, 95), view.Answer.Text, body, [.. Buttons(view, query)]);
    }

    /// <summary>What a funnel is shown against: the period that was asked for, else the one before.</summary>
    public static Period? Earlier(Query query) => query.CompareTo?.Period ?? FollowUps.Before(query.Period);

    // "Leak at Accepted: 48% went on, was 57%. At that rate, about 30 more leads would have gone on."
    private static AdaptiveRichTextBlock Leak(FunnelLeak leak, AnswerView view)
    {
        var say = view.Say;
        var label = say.Text("funnel.leakAt", ("stage", new Phrase(FunnelSentence.Name(leak.Step, say))));
        var now = leak.Step.WentOn!.Value;
        var rate = new Phrase(say.Percent(now));

        // Two rates that look alike in whole percent show what sets them apart.
        var text = leak.Was is { } was && say.Percent(was) == rate.Text
            ? Text(new Phrase(say.Percent(now, 1)), new Phrase(say.Percent(was, 1)))
            : leak.Was is { } other ? Text(rate, new Phrase(say.Percent(other)))
            : say.Text("funnel.wentOn", ("percent", rate));
        return Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(label, text));

        string Text(Phrase percent, Phrase before) => say.Text(
            "funnel.wentOnWas", ("percent", percent), ("before", before), ("more", leak.Missing > 0 ? say.Phrase("funnel.missing", ("n", leak.Missing)) : new Phrase("")));
    }

    private static AdaptiveTable Table(FunnelFigures now, FunnelFigures? before, FunnelLeak? leak, AnswerView view)
    {
        var (say, earlier) = (view.Say, Earlier(view.Answer.Query!));
        string[] headers = [say.Text("funnel.stage"), say.Text("funnel.leads"), say.Text("funnel.rate"), .. before is null ? [] : new[] { PeriodWords.Name(earlier, say).Text }];
        return new()
        {
            Columns = [.. headers.Select((_, at) => new AdaptiveTableColumnDefinition(AdaptiveWidth.Weight(at switch { 0 => 8, 1 => 3, 2 => 4, _ => 5 })))],
            ShowGridLines = false,
            Spacing = AdaptiveSpacing.Medium,
            Rows =
            [
                Row(headers, say, isHeader: true),
                .. now.Stages.Select(step => Row(
                    [FunnelSentence.Name(step, say), say.Number(step.Reached), Rate(now, step), .. before is null ? [] : new[] { Rate(before, before.Find(step.Stage)) }],
                    say, isLeak: step == leak?.Step)),
            ],
        };

        // From the last stage nobody goes on.
        string Rate(FunnelFigures funnel, FunnelStep? step) => step?.WentOn is { } share && step != funnel.Stages[^1] ? say.Percent(share) : "–";
    }

    private static AdaptiveTableRow Row(string[] cells, Say say, bool isHeader = false, bool isLeak = false) => new()
    {
        Cells = [.. cells.Select((cell, at) => new AdaptiveTableCell
        {
            Items =
            [
                new AdaptiveTextBlock(CardText.Plain(cell))
                {
                    Size = isHeader ? AdaptiveTextSize.Small : AdaptiveTextSize.Default,
                    IsSubtle = isHeader,
                    Weight = isLeak ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
                    Color = isLeak && at == 2 ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default,
                    HorizontalAlignment = at == 0 ? null : say.IsRightToLeft ? AdaptiveHorizontalAlignment.Center : AdaptiveHorizontalAlignment.Right,
                },
            ],
        })],
    };

    private static IEnumerable<AdaptiveElement> Chart(FunnelFigures now, FunnelLeak? leak, Say say)
    {
        if (now.Stages.Count is >= 2 and <= MostBars && !say.IsRightToLeft)
        {
            yield return new AdaptiveHorizontalBarChart
            {
                Title = say.Text("funnel.chart"),
                ShowTitle = true,
                DisplayMode = AdaptiveBarDisplayMode.AbsoluteNoAxis,
                Color = AdaptiveChartColor.CategoricalBlue,
                Spacing = AdaptiveSpacing.Medium,
                Data = [.. now.Stages.Select(step => new AdaptiveChartPoint(FunnelSentence.Name(step, say), step.Reached, step == leak?.Step ? AdaptiveChartColor.Attention : AdaptiveChartColor.CategoricalBlue))],
                Fallback = AdaptiveFallback.Drop,
            };
        }
    }

    private static IEnumerable<AdaptiveAction> Buttons(AnswerView view, Query query)
    {
        var (say, asked) = (view.Say, view.Answer.Asked ?? query);
        var conversion = new Query(Metrics.ConversionRate) { Period = asked.Period, Filters = asked.Filters, GroupBy = ["source"] };
        yield return AnswerButtons.Ask("by-source", say.Text("button.bySource"), QuestionVerbs.FollowUp, conversion);
        yield return AnswerButtons.Ask("by-reason", say.Text("button.rejections"), QuestionVerbs.FollowUp, new Query(Metrics.RejectedHandoffs) { Period = asked.Period, GroupBy = ["reason"] });
        if (FollowUps.Before(asked.Period) is { } before)
        {
            yield return AnswerButtons.Ask("before", AnswerCard.Capital(PeriodWords.Name(before, say).Text), QuestionVerbs.FollowUp, asked with { Period = before });
        }

        if (asked.Period is not null)
        {
            yield return AnswerButtons.Ask("all-time", say.Text("button.allTime"), QuestionVerbs.FollowUp, asked with { Period = null }) with { Mode = AdaptiveActionMode.Secondary };
        }

        yield return AnswerButtons.Define(asked, say);
    }
}
