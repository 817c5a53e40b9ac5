using NodaTime;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>How Baton is, line by line.</summary>
public static class StatusCard
{
    private const int MostNames = 3;
    private const int MostTroubles = 8;
    private const int LongestName = 40;

    public static AdaptiveCard Render(StatusView view)
    {
        var say = view.Say;
        var (state, title) = (say.Text("health.state"), Title(view));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            Anatomy.Subtle(say.Text("health.version", ("version", view.Version)), say.Text("health.since", ("time", view.Moments.On(view.StartedAt)))),
            .. Troubles(view),
            Anatomy.Facts(Facts(view)),
            Anatomy.Note(say.Text("health.instance"), AdaptiveSpacing.Medium),
        ];
        var summary = say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(title)));
        return Anatomy.Card(say, summary, summary, body, [.. Buttons(view)]);
    }

    // Well is only what could be looked at.
    private static string Title(StatusView view)
    {
        string?[] errors = [view.Store.Error, view.Queue.Error, view.ClosedChannels.Error, view.Troubles.Error, view.Parked.Error];
        return view.Troubles.Value is { Count: > 0 } troubles ? view.Say.Text("health.troubles", ("n", troubles.Count))
            : errors.Any(error => error is not null) ? view.Say.Text("health.unclear")
            : view.Say.Text("health.well");
    }

    private static IEnumerable<AdaptiveElement> Troubles(StatusView view) => (view.Troubles.Value ?? []).Take(MostTroubles).SelectMany(trouble => new AdaptiveElement[]
    {
        Anatomy.Name(TroubleWords.Title(trouble)),
        Anatomy.Note(view.Say.Text("trouble.lasts", ("time", view.Moments.On(trouble.Trouble.Since))), AdaptiveSpacing.None),
        Anatomy.Text(TroubleWords.WhatToDo(trouble), AdaptiveSpacing.None),
    });

    private static IEnumerable<AdaptiveFact?> Facts(StatusView view)
    {
        var say = view.Say;
        return
        [
            Line(say, "health.store", view.Store, Read(view)),
            Anatomy.Fact(say.Text("health.teams"), Teams(view)),
            Line(say, "health.queue", view.Queue, Queue(view)),
            Line(say, "health.parked", view.Parked, view.Parked.Value == 0 ? say.Text("health.none") : say.Number(view.Parked.Value)),
            Line(say, "health.closed", view.ClosedChannels, Closed(view)),
            Anatomy.Fact(say.Text("health.figures"), Figures(view)),
        ];
    }

    private static AdaptiveFact? Line<T>(Say say, string label, Found<T> found, string value) =>
        Anatomy.Fact(say.Text(label), found.Error is { } error ? say.Text("health.unreachable", ("error", error)) : value);

    private static string Read(StatusView view) =>
        view.Say.Text("health.read", ("milliseconds", new Phrase(view.Say.Decimal(view.Store.Value.TotalMilliseconds, view.Store.Value < Duration.FromMilliseconds(10) ? 1 : 0))));

    private static string Teams(StatusView view)
    {
        var say = view.Say;
        return Anatomy.Dotted(
            view.TeamsAnswered is { } at ? say.Text("health.answered", ("time", view.Moments.On(at))) : say.Text("health.notAsked"),
            view.TeamsFailures == 0 ? say.Text("health.noFailures") : say.Text("health.failures", ("n", view.TeamsFailures)));
    }

    private static string Queue(StatusView view) => view.Queue.Value switch
    {
        { Due: > 0, Oldest: { } oldest } look => view.Say.Text("health.due", ("n", look.Due), ("length", view.Moments.Length(view.Moments.Now - oldest))),
        _ => view.Say.Text("health.nothingDue"),
    };

    private static string Figures(StatusView view) => view.FiguresLag is { } lag
        ? view.Say.Text("health.lag", ("length", view.Moments.Length(lag)))
        : view.Say.Text("health.noFigures");

    private static string Closed(StatusView view)
    {
        var (say, names) = (view.Say, view.ClosedChannels.Value ?? []);
        return names.Count == 0
            ? say.Text("health.none")
            : string.Join(say.Text("list.comma"), [.. names.Take(MostNames).Select(name => say.Value(LeadWords.Cut(name, LongestName))), .. names.Count > MostNames ? [say.Text("health.more", ("n", names.Count - MostNames))] : Array.Empty<string>()]);
    }

    private static IEnumerable<AdaptiveAction> Buttons(StatusView view)
    {
        if (view.Parked.Value > 0)
        {
            yield return OperatorButtons.Parked(view.Say);
        }

        yield return OperatorButtons.Status(view.Say, "button.refresh");
    }
}
