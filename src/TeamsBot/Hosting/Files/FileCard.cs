using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Hosting.Files;

/// <summary>Puts what became of a file in the place of the question about it: a new message, and the question is deleted.</summary>
public sealed class FileCard(ConversationStore conversations, TeamsPost post)
{
    public Task SayAsync(Person person, string? question, string sentence, CancellationToken cancel) =>
        ReplaceAsync(person, question, MessageFactory.Text(sentence), cancel);

    public Task ShowAsync(Person person, OpenUpload uploaded, CancellationToken cancel)
    {
        var info = new FileUploadInfo { Name = uploaded.Name, ContentUrl = uploaded.ContentUrl, UniqueId = uploaded.UniqueId, FileType = uploaded.FileType };
        return ReplaceAsync(person, uploaded.CardId, MessageFactory.FileInfo(info, uploaded.Name), cancel);
    }

    private async Task ReplaceAsync(Person person, string? question, Activity message, CancellationToken cancel)
    {
        if (await conversations.FindAsync(ConversationStore.Personal(person.Id), cancel) is { Value: var chat })
        {
            await post.ShowAsync(chat, question is null ? null : new Posted(chat.Id, question), message, anew: true, thread: null, cancel);
        }
    }
}
