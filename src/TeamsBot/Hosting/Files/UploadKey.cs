using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Hosting.Files;

/// <summary>Names an upload in the queue: for whom, and where its place is kept.</summary>
public sealed record UploadKey(string Tenant, PersonId Person, string Id)
{
    /// <summary>Null for a key that is none of ours.</summary>
    public static UploadKey? Parse(string key) =>
        Keys.Split(key) is [var tenant, var person, var id] ? new(tenant, new PersonId(person), id) : null;

    public override string ToString() => Keys.Join(Tenant, Person.Value, Id);
}
