using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Hosting.Files;

/// <summary>Asks somebody in their own chat, wherever they wished for it, whether they want a file.</summary>
public sealed class FileOffer(FileMakers makers, TeamsPost post)
{
    /// <returns>A sentence about what was offered; some clients show no question about files, and then it is all that is seen.</returns>
    public async Task<string> MakeAsync(Turn turn, FileRef file, CancellationToken cancel)
    {
        switch (await makers.MakeAsync(turn.Organisation, turn.Person, file, cancel))
        {
            case FileMade.Refused refused:
                return refused.Why;
            case FileMade.Ready ready:
                return turn.Say.Text(await IsAskedAsync(turn, file, ready, cancel) ? "file.offered" : "file.noChat", ("file", new Phrase(ready.Summary)), ("help", turn.Say.Phrase("answer.helpSay")));
            default:
                throw new InvalidOperationException("A file is made or not.");
        }
    }

    private async Task<bool> IsAskedAsync(Turn turn, FileRef file, FileMade.Ready made, CancellationToken cancel)
    {
        if (await post.FindAsync(turn.Person.Ref, turn.Organisation, cancel) is not { } chat)
        {
            return false;
        }

        var context = new RawJson(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { [file.Kind] = file.What }));
        var card = new FileConsentCard { Description = made.Summary, SizeInBytes = made.Bytes.Length, AcceptContext = context, DeclineContext = context };
        return await post.ShowAsync(chat, old: null, MessageFactory.FileConsent(made.Name, card, made.Summary), anew: true, thread: null, cancel) is not null;
    }
}
