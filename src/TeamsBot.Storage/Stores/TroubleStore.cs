using Azure;
using NodaTime;
using TeamsBot.Domain.Operations;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>The message that tells one admin of a trouble.</summary>
/// <param name="Ring">The <see cref="Trouble.Ring"/> that it rang for; 0 while nothing was posted.</param>
/// <param name="Version">The <see cref="Trouble.Version"/> that it shows.</param>
public sealed record TroubleMessage(PersonId Person, int Ring, int Version, ETag ETag)
{
    public string Conversation { get; init; } = "";

    public string? ActivityId { get; init; }

    /// <summary>Until then one worker alone may post or update it; null when nobody does.</summary>
    public Instant? ClaimedUntil { get; init; }
}

/// <summary>Troubles, one row each, and the messages that tell of them. Every write is conditional, so one of many instances raises and ends each.</summary>
public sealed class TroubleStore(ITables tables)
{
    private const string Partition = "troubles";

    public async Task<Stored<Trouble>?> FindAsync(TroubleKind kind, string subject, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Operations, Partition, Key("trouble", kind, subject), cancel) is { } row ? new(Read(row), row.ETag) : null;

    /// <summary>Those that last and those that are over, by kind and subject.</summary>
    public async Task<IReadOnlyList<Trouble>> AllAsync(CancellationToken cancel) =>
        await tables.QueryAsync(TableNames.Operations, TableRange.RowsStartingWith(Partition, "trouble|"), take: null, cancel).Select(Read).ToListAsync(cancel);

    /// <summary>False when somebody else stored it since it was read.</summary>
    public async Task<bool> SaveAsync(Trouble trouble, ETag etag, CancellationToken cancel) =>
        await SubmitAsync(Write(trouble), etag, cancel) is not null;

    public async Task<TroubleMessage?> MessageAsync(Trouble trouble, PersonId person, CancellationToken cancel)
    {
        var row = await tables.GetAsync(TableNames.Operations, Partition, MessageKey(trouble, person), cancel);
        return row is null ? null : new(person, row.GetInt32("Ring")!.Value, row.GetInt32("Version")!.Value, row.ETag)
        {
            Conversation = row.GetString("Conversation")!,
            ActivityId = row.GetString("ActivityId"),
            ClaimedUntil = row.GetInstant("ClaimedUntil"),
        };
    }

    /// <summary>As it is stored now; null when somebody else stored it meanwhile.</summary>
    public async Task<TroubleMessage?> SaveAsync(Trouble trouble, TroubleMessage message, CancellationToken cancel)
    {
        var row = new TableEntity(Partition, MessageKey(trouble, message.Person))
        {
            ["Ring"] = message.Ring,
            ["Version"] = message.Version,
            ["Conversation"] = message.Conversation,
            ["ActivityId"] = message.ActivityId,
            ["ClaimedUntil"] = message.ClaimedUntil?.ToDateTimeOffset(),
        };
        return await SubmitAsync(row, message.ETag, cancel) is { } etag ? message with { ETag = etag } : null;
    }

    private async Task<ETag?> SubmitAsync(TableEntity row, ETag etag, CancellationToken cancel)
    {
        var type = etag == default ? TableTransactionActionType.Add : TableTransactionActionType.UpdateReplace;
        try
        {
            return (await tables.SubmitAsync(TableNames.Operations, [new(type, row, etag)], cancel))[0];
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return null;
        }
    }

    private static string Key(string what, TroubleKind kind, string subject) => Keys.Join(what, kind.ToString(), subject);

    private static string MessageKey(Trouble trouble, PersonId person) => Keys.Join("told", trouble.Kind.ToString(), trouble.Subject, person.Value);

    private static TableEntity Write(Trouble trouble) => new(Partition, Key("trouble", trouble.Kind, trouble.Subject))
    {
        ["Kind"] = trouble.Kind.ToString(),
        ["Subject"] = trouble.Subject,
        ["Since"] = trouble.Since.ToDateTimeOffset(),
        ["SeenAt"] = trouble.SeenAt.ToDateTimeOffset(),
        ["Until"] = trouble.Until?.ToDateTimeOffset(),
        ["Returns"] = trouble.Returns,
        ["Count"] = trouble.Count,
        ["Ring"] = trouble.Ring,
        ["Version"] = trouble.Version,
    };

    private static Trouble Read(TableEntity row) =>
        new(Enum.Parse<TroubleKind>(row.GetString("Kind")!), row.GetString("Subject")!, row.GetInstant("Since")!.Value, row.GetInstant("SeenAt")!.Value)
        {
            Until = row.GetInstant("Until"),
            Returns = row.GetInt32("Returns")!.Value,
            Count = row.GetInt32("Count")!.Value,
            Ring = row.GetInt32("Ring")!.Value,
            Version = row.GetInt32("Version")!.Value,
        };
}
