using Azure;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A copy of a handoff's card as Teams shows it.</summary>
/// <param name="Conversation">Where it stands.</param>
/// <param name="ActivityId">The message that holds it; null while its posting is under way or unknown.</param>
/// <param name="Version">The handoff's version that it shows.</param>
public sealed record PostedCopy(Copy Copy, string Conversation, string? ActivityId, int Version, ETag ETag)
{
    /// <summary>Until then one worker alone may post or update it; null when nobody does.</summary>
    public Instant? ClaimedUntil { get; init; }
}

/// <summary>Remembers where the copies of a handoff's card stand and what they show, in the lead's partition.</summary>
public sealed class CopyStore(ITables tables, TimeProvider time)
{
    public async Task<IReadOnlyList<PostedCopy>> AllAsync(HandoffId handoff, CancellationToken cancel)
    {
        if (!Keys.Fits(handoff.Lead.Value))
        {
            return [];
        }

        List<PostedCopy> copies = [];
        var range = TableRange.RowsStartingWith(Keys.Join(handoff.Lead.Value), Keys.Join("card", Keys.Number(handoff.Number)) + "|");
        await foreach (var row in tables.QueryAsync(TableNames.Leads, range, take: null, cancel))
        {
            copies.Add(Read(row));
        }

        return copies;
    }

    /// <summary>
    /// Claims a copy for one worker, before anything is sent: two that post at once would be seen by everybody, and of two
    /// that update at once the older might come last. Null when somebody else has it.
    /// </summary>
    public async Task<PostedCopy?> ClaimAsync(HandoffId handoff, PostedCopy copy, Instant until, CancellationToken cancel)
    {
        if (copy.ClaimedUntil > time.Now)
        {
            return null;
        }

        try
        {
            return await SaveAsync(handoff, copy with { ClaimedUntil = until }, cancel);
        }
        catch (TableException problem) when (problem.IsConflict)
        {
            return null;
        }
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
        var key = (copy.Copy.Notice, person) switch
        {
            ({ } notice, _) => Keys.Join("card", number, copy.Copy.Audience.ToString(), Keys.Number(notice)),
            (_, null) => Keys.Join("card", number, copy.Copy.Audience.ToString()),
            (_, { Id.Value: var id }) => Keys.Join("card", number, copy.Copy.Audience.ToString(), id),
        };
        return new(Keys.Join(handoff.Lead.Value), key)
        {
            ["Audience"] = copy.Copy.Audience.ToString(),
            ["Notice"] = copy.Copy.Notice,
            ["Person"] = person?.Id.Value,
            ["PersonName"] = person?.Name,
            ["Conversation"] = copy.Conversation,
            ["ActivityId"] = copy.ActivityId,
            ["Version"] = copy.Version,
            ["ClaimedUntil"] = copy.ClaimedUntil?.ToDateTimeOffset(),
        };
    }

    private static PostedCopy Read(TableEntity row)
    {
        var person = row.GetString("Person") is { } id ? new PersonRef(new PersonId(id), row.GetString("PersonName") ?? "") : null;
        return new(
            new(Enum.Parse<Audience>(row.GetString("Audience")!), person, row.GetInt32("Notice")),
            row.GetString("Conversation")!,
            row.GetString("ActivityId"),
            row.GetInt32("Version")!.Value,
            row.ETag)
        {
            ClaimedUntil = row.GetDateTimeOffset("ClaimedUntil") is { } until ? Instant.FromDateTimeOffset(until) : null,
        };
    }
}
