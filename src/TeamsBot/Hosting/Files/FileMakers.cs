using System.Text.Json;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Hosting.Files;

/// <summary>The kinds of files that there are.</summary>
public sealed class FileMakers(IEnumerable<IFileMaker> makers)
{
    private readonly Dictionary<string, IFileMaker> makers = makers.ToDictionary(maker => maker.Kind, StringComparer.Ordinal);

    public Task<FileMade> MakeAsync(Organisation organisation, Person person, FileRef file, CancellationToken cancel) =>
        makers[file.Kind].MakeAsync(organisation, person, file.What, cancel);

    /// <summary>What a consent was for: <c>{"kind": "what"}</c>, as it came back with the answer. Null where it is no file of ours.</summary>
    public FileRef? Read(JsonElement? context)
    {
        if (context is not { ValueKind: JsonValueKind.Object } given || given.EnumerateObject().ToArray() is not [{ Value.ValueKind: JsonValueKind.String } only])
        {
            return null;
        }

        var file = new FileRef(only.Name, only.Value.GetString()!);
        return makers.TryGetValue(file.Kind, out var maker) && maker.Knows(file.What) ? file : null;
    }
}
