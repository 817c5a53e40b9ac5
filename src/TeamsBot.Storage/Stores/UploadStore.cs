using Azure;
using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Which file: of which kind, and what of it.</summary>
public sealed record FileRef(string Kind, string What);

/// <summary>A place in somebody's OneDrive that Teams opened for a file of ours.</summary>
/// <param name="Until">When it is forgotten, whatever became of it.</param>
public sealed record OpenUpload(FileRef File, string? Name, string? ContentUrl, string? UniqueId, string? FileType, Instant Until)
{
    /// <summary>Takes the bytes and carries its own permission: never log it. Null once it was used or is of no use.</summary>
    public string? UploadUrl { get; init; }

    /// <summary>The message that asked for the person's consent.</summary>
    public string? CardId { get; init; }

    /// <summary>The person sees what became of it.</summary>
    public bool IsShown { get; init; }
}

/// <summary>
/// Uploads that people consented to, for the few minutes that they take. They lie with the person's conversation; the work that does
/// the upload also removes the row.
/// </summary>
public sealed class UploadStore(ITables tables)
{
    public async Task<OpenUpload?> FindAsync(PersonId person, string id, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Conversations, ConversationStore.Personal(person), Key(id), cancel) is { } row ? Read(row) : null;

    /// <summary>False when it is there already: the same consent came twice.</summary>
    public Task<bool> AddAsync(PersonId person, string id, OpenUpload upload, CancellationToken cancel) =>
        TrySubmitAsync(new(TableTransactionActionType.Add, Write(person, id, upload)), cancel);

    /// <summary>For the one who has the lease of its work; a row that is gone stays so.</summary>
    public Task SaveAsync(PersonId person, string id, OpenUpload upload, CancellationToken cancel) =>
        TrySubmitAsync(new(TableTransactionActionType.UpdateReplace, Write(person, id, upload), ETag.All), cancel);

    public Task RemoveAsync(PersonId person, string id, CancellationToken cancel) =>
        TrySubmitAsync(new(TableTransactionActionType.Delete, new TableEntity(ConversationStore.Personal(person), Key(id)), ETag.All), cancel);

    private async Task<bool> TrySubmitAsync(TableTransactionAction action, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Conversations, [action], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }

    private static string Key(string id) => Keys.Join("upload", id);

    private static TableEntity Write(PersonId person, string id, OpenUpload upload) => new(ConversationStore.Personal(person), Key(id))
    {
        ["Kind"] = upload.File.Kind,
        ["What"] = upload.File.What,
        ["Name"] = upload.Name,
        ["UploadUrl"] = upload.UploadUrl,
        ["ContentUrl"] = upload.ContentUrl,
        ["UniqueId"] = upload.UniqueId,
        ["FileType"] = upload.FileType,
        ["CardId"] = upload.CardId,
        ["Until"] = upload.Until.ToDateTimeOffset(),
        ["IsShown"] = upload.IsShown,
    };

    private static OpenUpload Read(TableEntity row) =>
        new(new(row.GetString("Kind")!, row.GetString("What")!), row.GetString("Name"), row.GetString("ContentUrl"), row.GetString("UniqueId"), row.GetString("FileType"), row.GetInstant("Until")!.Value)
        {
            UploadUrl = row.GetString("UploadUrl"),
            CardId = row.GetString("CardId"),
            IsShown = row.GetBoolean("IsShown") ?? false,
        };
}
