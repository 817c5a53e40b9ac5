using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Testing.App;

/// <summary>A channel or a personal chat, as one looks at it.</summary>
public sealed class Place(FakeConnector teams, string id)
{
    /// <summary>The messages that stand there now, oldest first.</summary>
    public IReadOnlyList<Activity> Messages => teams.Conversations.Messages(id);

    /// <summary>The cards that stand there now, oldest first.</summary>
    public IReadOnlyList<ShownCard> Cards =>
    [
        .. Messages.Where(message => message.Attachments is { Count: > 0 })
            .Select(message => new ShownCard(id, message.Id!, message.Attachments![0].Content!.ToElement())),
    ];

    /// <summary>The next new card, which must keep to what Teams needs of cards.</summary>
    public async Task<ShownCard> NextCard() =>
        ShownCard.Of(await teams.Log.NextAsync(e => e.IsNewMessage && IsHere(e) && e.Activity!.Attachments is { Count: > 0 }));

    public async Task<string> NextText() =>
        (await teams.Log.NextAsync(e => e.IsNewMessage && IsHere(e) && e.Activity!.Text is not null)).Activity!.Text!;

    /// <summary>The card once it has been replaced by one that says this.</summary>
    public async Task<ShownCard> NextUpdate(ShownCard card, string words) => ShownCard.Of(await teams.Log.NextAsync(e =>
        e is { IsDone: true, Operation: ConnectorOperation.Update } && e.ActivityId == card.ActivityId && ShownCard.Of(e).Says(words)));

    private bool IsHere(ConnectorEvent happened) =>
        happened.ConversationId == id || happened.ConversationId.StartsWith(id + ";", StringComparison.Ordinal);
}
