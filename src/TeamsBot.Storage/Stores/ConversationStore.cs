using Azure;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>How to write to a channel or a person in Teams.</summary>
/// <param name="Id">The channel's id without a thread, or the id of the personal chat.</param>
/// <param name="ServiceUrl">The service that last spoke for it; it may change and then the newer one counts.</param>
public sealed record Conversation(string Id, string ServiceUrl, string TenantId)
{
    public string? Team { get; init; }

    public string? Name { get; init; }

    /// <summary>The greeting was sent, and is not to be sent again until Baton was removed and comes back.</summary>
    public bool Welcomed { get; init; }

    /// <summary>Teams' code for why it takes nothing from us; null while it does. Cleared when it is heard from again.</summary>
    public string? ClosedBecause { get; init; }
}

/// <summary>A member of a team, with the id that Teams knows them by.</summary>
public sealed record Member(PersonRef Person, string TeamsId);

/// <summary>Conversations by channel or person, and who is in which team.</summary>
public sealed class ConversationStore(ITables tables)
{
    private const string Row = "conversation";

    /// <summary>The partition of a channel.</summary>
    public static string Channel(string id) => Keys.Join("channel", id);

    /// <summary>The partition of the personal chat with somebody.</summary>
    public static string Personal(PersonId person) => Keys.Join("person", person.Value);

    public async Task<Stored<Conversation>?> FindAsync(string partition, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Conversations, partition, Row, cancel) is { } row ? new(Read(row), row.ETag) : null;

    /// <summary>Changes what is known of a conversation, from nothing (null) on; stores nothing where nothing changes.</summary>
    /// <param name="change">Pure: it is called again when somebody else was faster.</param>
    /// <returns>What is stored now, and whether this call stored it.</returns>
    public async Task<(Conversation Conversation, bool Changed)> ChangeAsync(
        string partition, Func<Conversation?, Conversation> change, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var known = await FindAsync(partition, cancel);
            var changed = change(known?.Value);
            if (changed == known?.Value)
            {
                return (changed, false);
            }

            if (await TrySaveAsync(Write(partition, changed), known?.ETag ?? default, cancel))
            {
                return (changed, true);
            }
        }
    }

    /// <summary>Members of a team in the order of their ids, no more than <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Member>> MembersAsync(string team, int limit, CancellationToken cancel)
    {
        List<Member> members = [];
        await foreach (var row in tables.QueryAsync(TableNames.Conversations, TableRange.RowsStartingWith(Keys.Join("team", team), "member|"), limit, cancel))
        {
            members.Add(new(new(new PersonId(row.GetString("Id")!), row.GetString("Name")!), row.GetString("TeamsId")!));
        }

        return members;
    }

    public async Task AddMemberAsync(string team, Member member, CancellationToken cancel)
    {
        var row = new TableEntity(Keys.Join("team", team), MemberKey(member.Person.Id))
        {
            ["Id"] = member.Person.Id.Value,
            ["Name"] = member.Person.Name,
            ["TeamsId"] = member.TeamsId,
        };
        if (!await TrySaveAsync(row, default, cancel))
        {
            await TrySaveAsync(row, ETag.All, cancel);
        }
    }

    public async Task RemoveMemberAsync(string team, PersonId person, CancellationToken cancel)
    {
        try
        {
            var row = new TableEntity(Keys.Join("team", team), MemberKey(person));
            await tables.SubmitAsync(TableNames.Conversations, [new(TableTransactionActionType.Delete, row, ETag.All)], cancel);
        }
        catch (TableException problem) when (problem.Error == TableError.NotFound)
        {
            // Removed before: what was asked for is so.
        }
    }

    private static string MemberKey(PersonId person) => Keys.Join("member", person.Value);

    private async Task<bool> TrySaveAsync(TableEntity row, ETag etag, CancellationToken cancel)
    {
        try
        {
            var action = etag == default
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag);
            await tables.SubmitAsync(TableNames.Conversations, [action], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }

    private static TableEntity Write(string partition, Conversation conversation) => new(partition, Row)
    {
        ["Id"] = conversation.Id,
        ["ServiceUrl"] = conversation.ServiceUrl,
        ["TenantId"] = conversation.TenantId,
        ["Team"] = conversation.Team,
        ["Name"] = conversation.Name,
        ["Welcomed"] = conversation.Welcomed,
        ["ClosedBecause"] = conversation.ClosedBecause,
    };

    private static Conversation Read(TableEntity row) => new(row.GetString("Id")!, row.GetString("ServiceUrl")!, row.GetString("TenantId")!)
    {
        Team = row.GetString("Team"),
        Name = row.GetString("Name"),
        Welcomed = row.GetBoolean("Welcomed") ?? false,
        ClosedBecause = row.GetString("ClosedBecause"),
    };
}
