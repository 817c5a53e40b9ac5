using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What every copy of a handoff's card says once its lead was forgotten: that, when, and nothing of the lead.</summary>
internal static class ErasedCard
{
    public static AdaptiveCard Render(HandoffView view)
    {
        var say = view.Say;
        var text = say.Text("erased.text", ("time", view.Moments.At(view.Handoff.ErasedAt!.Value)));
        return Anatomy.Card(say, Summary(view), text, [Anatomy.State(say.Text("state.erased")), Anatomy.Title(say.Text("erased.title")), Anatomy.Text(text)]);
    }

    public static string Summary(HandoffView view) => view.Say.Text("erased.title");
}
