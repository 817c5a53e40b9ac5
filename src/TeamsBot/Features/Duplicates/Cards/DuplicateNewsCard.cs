using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Duplicates.Cards;

/// <summary>Tells marketing's channel that leads were joined by themselves, or that pairs wait; once a day at the most.</summary>
public static class DuplicateNewsCard
{
    /// <param name="joined">Leads that were joined by themselves since marketing was told last.</param>
    /// <param name="waiting">Pairs that wait.</param>
    public static AdaptiveCard Render(Say say, int joined, int waiting)
    {
        var title = joined > 0 ? say.Text("duplicates.newsJoined", ("n", joined)) : say.Text("duplicates.waiting", ("n", waiting));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("duplicates.state")),
            Anatomy.Title(title),
            joined > 0 && waiting > 0 ? Anatomy.Text(say.Text("duplicates.waiting", ("n", waiting)), AdaptiveSpacing.Small) : null,
            Anatomy.Note(say.Text("duplicates.newsMeans"), AdaptiveSpacing.Medium),
        ];
        return Anatomy.Card(say, title, title, body, Anatomy.Button("duplicates-view", say.Text("button.lookThrough"), DuplicateVerbs.View, CardData.Empty));
    }
}
