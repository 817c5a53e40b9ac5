using TeamsBot.Domain.Scoring;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>Why the lead is worth a call, and how to begin it. Each block is null when nothing is known for it.</summary>
internal static class LeadBlocks
{
    private const int ShownLines = 3;
    private const int ShownPoints = 2;
    private const int LongestPoint = 90;

    /// <summary>The score in large beside its strongest reasons.</summary>
    public static AdaptiveElement? Score(HandoffView view)
    {
        var say = view.Say;
        if (view.Score.Points is not { } score)
        {
            return null;
        }

        var label = new AdaptiveTextBlock(say.Card("label.score")) { Size = AdaptiveTextSize.Small, IsSubtle = true };
        var number = new AdaptiveTextBlock(CardText.Plain(say.Number(score)))
        {
            Size = AdaptiveTextSize.ExtraLarge,
            Weight = AdaptiveTextWeight.Bolder,
            Spacing = AdaptiveSpacing.None,
        };
        var reasons = view.Score.Lines.Take(ShownLines).Select(line => ScoreLine(line, view)).ToArray();
        return new AdaptiveColumnSet
        {
            Spacing = AdaptiveSpacing.Medium,
            Columns =
            [
                new() { Width = AdaptiveWidth.Auto, Items = [label, number] },
                new()
                {
                    Width = AdaptiveWidth.Stretch,
                    Spacing = AdaptiveSpacing.Medium,
                    VerticalContentAlignment = AdaptiveVerticalAlignment.Center,
                    Items = reasons,
                },
            ],
        };
    }

    /// <summary>The same in one line, for the owner, who has decided already.</summary>
    public static AdaptiveElement? ScoreInOneLine(HandoffView view)
    {
        var say = view.Say;
        if (view.Score.Points is not { } score)
        {
            return null;
        }

        var reasons = view.Score.Lines.Take(ShownLines).Select(line => ScoreWords.Line(line, view.Moments)).ToArray();
        return reasons.Length == 0
            ? Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(say.Text("label.scoreOnly"), say.Number(score)))
            : Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(say.Text("label.scoreOf", ("score", score)), string.Join(say.Text("list.semicolon"), reasons)));
    }

    public static AdaptiveRichTextBlock ScoreLine(ScoredLine line, HandoffView view) => Anatomy.Line(
        AdaptiveSpacing.None,
        new AdaptiveTextRun(ScoreWords.Points(line.Points, view.Say)) { Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun($"\u00a0 {ScoreWords.Line(line, view.Moments)}"));

    /// <summary>Where the lead came from and what it did last.</summary>
    public static AdaptiveElement? Origin(HandoffView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        string[] from = [.. new[] { say.Given(lead.Source), say.Given(view.Campaign) }.OfType<string>()];
        var last = LastActivity(view);
        AdaptiveTextRun[] origin = from.Length == 0 ? [] : Anatomy.Labelled(say.Text("label.from"), string.Join(say.Text("list.comma"), from) + (last is null ? "" : say.Text("sentence.end")));
        AdaptiveTextRun[] activity = last is null ? [] : Anatomy.Labelled(say.Text("label.last"), last);
        return origin.Length + activity.Length == 0 ? null : Anatomy.Line(AdaptiveSpacing.Medium, [.. origin, .. activity]);
    }

    public static string? LastActivity(HandoffView view) => (view.Say.Given(view.Lead.LastActivity), view.Lead.LastActivityAt) switch
    {
        ({ } what, { } at) => view.Say.Text("lead.activity", ("what", new Phrase(what)), ("time", view.Moments.On(at))),
        (null, { } at) => view.Moments.On(at).Text,
        var (what, _) => what,
    };

    public static AdaptiveElement? FirstStep(HandoffView view, AdaptiveSpacing spacing = AdaptiveSpacing.Small) =>
        view.Say.Given(view.FirstStep) is { } step ? Anatomy.Line(spacing, Anatomy.Labelled(view.Say.Text("label.firstStep"), step)) : null;

    /// <summary>Why it came to this rep, or here; null where somebody chose.</summary>
    public static AdaptiveElement? Way(HandoffView view) => view.Handoff.Route is { } route
        ? Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(RouteWords.Question(route, view.Say), RouteWords.Why(route, view.Say)))
        : null;

    /// <summary>The first talking points of the lead's campaign while it is live; all of them with the details.</summary>
    public static AdaptiveElement? WhatToSay(HandoffView view, int most = ShownPoints)
    {
        string[] points = [.. view.TalkingPoints.Take(most).Select(point => view.Say.Value(LeadWords.Cut(point, LongestPoint)))];
        return points.Length == 0 ? null : Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(view.Say.Text("label.whatToSay"), string.Join(view.Say.Text("list.semicolon"), points)));
    }

    /// <summary>What sales asked marketing, with the answer when there is one.</summary>
    public static IEnumerable<AdaptiveElement> Question(HandoffView view)
    {
        if (view.Handoff.Question is not { } question)
        {
            yield break;
        }

        var say = view.Say;
        yield return Anatomy.Line(AdaptiveSpacing.Medium, Anatomy.Labelled(say.Text("question.asks", ("person", question.By.Name)), say.Value(question.Text)));
        yield return view.Handoff.Answer is { } answer
            ? Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(say.Text("question.answers", ("person", answer.By.Name)), say.Value(answer.Text)))
            : Anatomy.Note(say.Text("question.open"));
    }
}
