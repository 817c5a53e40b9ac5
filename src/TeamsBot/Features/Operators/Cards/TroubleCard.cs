using TeamsBot.Domain.Operations;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>One trouble: what is wrong and what to do, or from when to when it was.</summary>
public static class TroubleCard
{
    public static AdaptiveCard Render(TroubleView view)
    {
        var (say, trouble, title) = (view.Say, view.Trouble, TroubleWords.Title(view));
        var state = State(view);
        AdaptiveElement?[] body =
        [
            trouble.IsOver ? Anatomy.DoneState(state) : Anatomy.State(state, AdaptiveTextColor.Attention),
            Anatomy.Title(title),
            Anatomy.Subtle(Span(view), Returns(view)),
            .. trouble.IsOver ? Over(view) : Lasting(view),
            Anatomy.Facts(Refusal(view)),
        ];
        var summary = say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(title)));
        return Anatomy.Card(say, summary, summary, body, [.. Buttons(view)]);
    }

    private static string State(TroubleView view) => view.Trouble.IsOver
        ? view.Say.Text("trouble.over")
        : view.Say.Text("trouble.lasts", ("time", view.Moments.On(view.Trouble.Since)));

    private static IEnumerable<AdaptiveElement?> Lasting(TroubleView view) =>
    [
        Anatomy.Text(TroubleWords.Meaning(view)),
        Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(view.Say.Text("trouble.do"), TroubleWords.WhatToDo(view))),
    ];

    private static IEnumerable<AdaptiveElement?> Over(TroubleView view) =>
    [
        TroubleWords.After(view) is { } after ? Anatomy.Text(after) : null,
        view.Trouble.Kind == TroubleKind.StoreDown ? Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(view.Say.Text("trouble.do"), TroubleWords.WhatToDo(view))) : null,
    ];

    private static string? Span(TroubleView view)
    {
        var (trouble, moments) = (view.Trouble, view.Moments);
        return trouble.Until is not { } until ? null : view.Say.Text(
            "trouble.span", ("from", moments.At(trouble.Since)), ("to", moments.At(until)), ("length", moments.Length(until - trouble.Since)));
    }

    private static string? Returns(TroubleView view) => view.Trouble.Returns == 0 ? null : view.Say.Text("trouble.returns", ("n", view.Trouble.Returns));

    private static IEnumerable<AdaptiveFact?> Refusal(TroubleView view) => view.Trouble.Kind != TroubleKind.SendsRefused ? [] :
    [
        Anatomy.Fact(view.Say.Text("trouble.reason"), view.Say.Value(view.Trouble.Subject)),
        Anatomy.Fact(view.Say.Text("trouble.refused"), view.Say.Number(view.Trouble.Count)),
    ];

    private static IEnumerable<AdaptiveAction> Buttons(TroubleView view)
    {
        if (view.Trouble is { Kind: TroubleKind.WorkParked, IsOver: false })
        {
            yield return OperatorButtons.Parked(view.Say);
        }

        yield return OperatorButtons.Status(view.Say, "button.status");
    }
}
