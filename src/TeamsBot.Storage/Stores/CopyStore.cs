using Azure;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A copy of a handoff's card as Teams shows it.</summary>
/// <param name="Conversation">Where it stands.</param>
/// <param name="ActivityId">The message that holds it; null while its posting is under way or unknown.</param>
/// <param name="Version">The handoff's version that it shows.</param>
public sealed record PostedCopy(Copy Copy, string Conversation, string? ActivityId, int Version, ETag ETag);

/// <summary>Remembers where the copies of a handoff's card stand and what they show, in the lead's partition.</summary>
public sealed class CopyStore(ITables tables)
{
    public async Task<IReadOnlyList<PostedCopy>> AllAsync(HandoffId handoff, CancellationToken cancel)
    {
        List<PostedCopy> copies = [];
        var range = TableRange.RowsStartingWith(Keys.Join(handoff.Lead.Value), Keys.Join("card", Keys.Number(handoff.Number)) + "|");
        await foreach (var row in tables.QueryAsync(TableNames.Leads, range, take: null, cancel))
        {
            copies.Add(Read(row));
        }

        return copies;
    }

    /// <summary>Stores what is shown now. Throws <see cref="TableException"/> when somebody else stored it meanwhile.</summary>
    public async Task<PostedCopy> SaveAsync(HandoffId handoff, PostedCopy copy, CancellationToken cancel)
    {
        var action = copy.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, Write(handoff, copy))
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, Write(handoff, copy), copy.ETag);
        var etags = await tables.SubmitAsync(TableNames.Leads, [action], cancel);
        return copy with { ETag = etags[0] };
    }

    private static TableEntity Write(HandoffId handoff, PostedCopy copy)
    {
        var person = copy.Copy.Person;
        var number = Keys.Number(handoff.Number);
        var key = person is null
            ? Keys.Join("card", number, copy.Copy.Audience.ToString())
            : Keys.Join("card", number, copy.Copy.Audience.ToString(), person.Id.Value);
        return new(Keys.Join(handoff.Lead.Value), key)
        {
            ["Audience"] = copy.Copy.Audience.ToString(),
            ["Person"] = person?.Id.Value,
            ["PersonName"] = person?.Name,
            ["Conversation"] = copy.Conversation,
            ["ActivityId"] = copy.ActivityId,
            ["Version"] = copy.Version,
        };
    }

    private static PostedCopy Read(TableEntity row)
    {
        var person = row.GetString("Person") is { } id ? new PersonRef(new PersonId(id), row.GetString("PersonName") ?? "") : null;
        return new(
            new(Enum.Parse<Audience>(row.GetString("Audience")!), person),
            row.GetString("Conversation")!,
            row.GetString("ActivityId"),
            row.GetInt32("Version")!.Value,
            row.ETag);
    }
}
