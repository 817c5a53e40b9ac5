using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Hosting.Files;

/// <summary>
/// Brings a file to somebody who consented to it. The row with the place in their OneDrive says how far it came: the place is forgotten
/// when it was used, and the row itself some minutes later, so that a consent that comes twice is known.
/// </summary>
public sealed class FileUploads(PeopleStore people, UploadStore uploads, FileSender sender, FileCard card, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "upload.file";

    public string Kind => WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (UploadKey.Parse(item.Key) is not { } key || await uploads.FindAsync(key.Person, key.Id, cancel) is not { } upload)
        {
            return WorkOutcome.Nothing;
        }

        if (!upload.IsShown)
        {
            await FinishAsync(key, upload, mayBeThere: item.Attempts > 0, cancel);
        }

        if (time.Now < upload.Until)
        {
            return WorkOutcome.Until(upload.Until);
        }

        await uploads.RemoveAsync(key.Person, key.Id, cancel);
        return WorkOutcome.Done;
    }

    private async Task FinishAsync(UploadKey key, OpenUpload upload, bool mayBeThere, CancellationToken cancel)
    {
        var (organisation, known) = await people.LoadAsync(key.Tenant, key.Person, cancel);
        var person = known?.Value ?? new Person(key.Person, "");
        var problem = upload.UploadUrl is { } place ? await SendAsync(organisation.Value, person, upload, place, mayBeThere, cancel) : null;
        upload = upload with { UploadUrl = null };
        if (problem is null)
        {
            await uploads.SaveAsync(key.Person, key.Id, upload, cancel);
        }

        await (problem is null ? card.ShowAsync(person, upload, cancel) : card.SayAsync(person, upload.CardId, problem, cancel));
        await uploads.SaveAsync(key.Person, key.Id, upload with { IsShown = true }, cancel);
    }

    private async Task<string?> SendAsync(
        Organisation organisation, Person person, OpenUpload upload, string place, bool mayBeThere, CancellationToken cancel) => time.Now < upload.Until
            ? await sender.SendAsync(organisation, person, upload.File, place, mayBeThere, cancel)
            : Say.In(person.Language ?? organisation.Language).Text(mayBeThere ? "file.uncertain" : "file.failed");
}
