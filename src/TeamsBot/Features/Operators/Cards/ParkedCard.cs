using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>The work that waits for a decision, and the question before one item is dropped.</summary>
public static class ParkedCard
{
    /// <summary>No more are shown: the oldest, and the others once these are decided on.</summary>
    public const int Most = 8;

    public static AdaptiveCard Render(ParkedView view)
    {
        var (say, count) = (view.Say, view.Count);
        var title = count == 0 ? say.Text("trouble.nothingParked") : say.Text("trouble.workParked", ("n", count));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("parked.state")),
            Anatomy.Title(title),
            view.Note is { } note ? Anatomy.Deadline(note) : null,
            count == 0 ? null : Anatomy.Text(say.Text("trouble.workParkedMeans"), AdaptiveSpacing.Small),
            .. view.Items.Take(Most).Index().SelectMany(one => Item(view, one.Index, one.Item)),
            count > Most ? Anatomy.Note(say.Text("parked.more", ("n", count - Most)), AdaptiveSpacing.Medium) : null,
        ];
        return Anatomy.Card(say, title, Anatomy.Dotted(view.Note, title), body, [.. Buttons(view)]);
    }

    /// <summary>Says what is lost, and asks.</summary>
    public static AdaptiveCard AskDrop(ParkedLine line, Moments moments)
    {
        var say = moments.Say;
        var title = say.Text("parked.dropTitle");
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("parked.state")),
            Anatomy.Title(title),
            Anatomy.Subtle(WorkWords.What(line.Parked.Item.Kind, say), line.Lead?.Text),
            Anatomy.Text(WorkWords.Loss(line.Parked.Item.Kind, say)),
            Anatomy.Note(say.Text("parked.dropForGood")),
        ];
        return Anatomy.Card(say, title, title, body, OperatorButtons.DropNow(say, line.Parked.Id), OperatorButtons.Back(say));
    }

    private static IEnumerable<AdaptiveElement> Item(ParkedView view, int index, ParkedLine line)
    {
        var (say, parked) = (view.Say, line.Parked);
        yield return Anatomy.Name(Anatomy.Dotted(WorkWords.What(parked.Item.Kind, say), line.Lead?.Text)) with { Spacing = AdaptiveSpacing.Large };
        yield return Anatomy.Text(WorkWords.Why(parked.Reason, say), AdaptiveSpacing.None);
        yield return Anatomy.Note(
            Anatomy.Dotted(
                say.Text("parked.planned", ("time", view.Moments.At(parked.Item.PlannedFor))), say.Text("parked.tries", ("n", parked.Item.Attempts)), say.Value(parked.Error)),
            AdaptiveSpacing.None);
        yield return new AdaptiveActionSet
        {
            Spacing = AdaptiveSpacing.Small,
            Actions = [OperatorButtons.Retry(say, index, parked.Id), OperatorButtons.Drop(say, index, parked.Id)],
        };
    }

    private static IEnumerable<AdaptiveAction> Buttons(ParkedView view)
    {
        if (view.Count > 1)
        {
            yield return OperatorButtons.RetryAll(view.Say);
        }

        yield return OperatorButtons.Status(view.Say, "button.status");
    }
}
