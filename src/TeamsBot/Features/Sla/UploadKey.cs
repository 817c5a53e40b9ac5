using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Sla;

/// <summary>Names an upload in the queue: for whom, of which days, and where its place is kept.</summary>
public sealed record UploadKey(string Tenant, PersonId Person, DaySpan Days, string Id)
{
    /// <summary>Null for a key that is none of ours.</summary>
    public static UploadKey? Parse(string key) =>
        Keys.Split(key) is [var tenant, var person, var days, var id] && DaySpan.Parse(days) is { } span ? new(tenant, new PersonId(person), span, id) : null;

    public override string ToString() => Keys.Join(Tenant, Person.Value, Days.ToString(), Id);
}
