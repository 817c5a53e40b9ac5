using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Testing.Teams;

/// <summary>One call, taken from HTTP.</summary>
internal sealed record ConnectorRequest(ConnectorOperation Operation, string ConversationId, string? ActivityId, string Body)
{
    public string? UserId { get; init; }

    public int? PageSize { get; init; }

    public string? ContinuationToken { get; init; }
}

/// <summary>The answer, and what was done on the way to it.</summary>
internal sealed record ConnectorReply(int Status, string? Json = null)
{
    public Activity? Activity { get; init; }

    public string? ActivityId { get; init; }

    public string? ConversationId { get; init; }

    public static ConnectorReply Error(int status, string code) =>
        new(status, JsonSerializer.Serialize(new { error = new { code, message = code } }));
}

/// <summary>Does what Teams does with each call.</summary>
internal sealed class ConnectorService(FakeConversations conversations)
{
    private const int LargestMessage = 100 * 1024;

    public ConnectorReply Do(ConnectorRequest request) => Refusal(request) ?? request.Operation switch
    {
        ConnectorOperation.Send or ConnectorOperation.Reply => Send(request),
        ConnectorOperation.Update => Update(request),
        ConnectorOperation.Delete => Delete(request),
        ConnectorOperation.CreateConversation => Create(request),
        ConnectorOperation.GetMember => Member(request),
        ConnectorOperation.GetPagedMembers => PagedMembers(request),
        ConnectorOperation.GetTeam => Team(request),
        ConnectorOperation.GetTeamChannels => TeamChannels(request),
        _ => ConnectorReply.Error(501, "NotImplemented"),
    };

    private ConnectorReply? Refusal(ConnectorRequest request)
    {
        if (request.Body.Length > LargestMessage)
        {
            return ConnectorReply.Error(413, "MessageSizeTooBig");
        }

        if (request.Body.Length > 0 && !IsWellFormed(request.Body))
        {
            return ConnectorReply.Error(400, "BadSyntax");
        }

        // A conversation that is still to be created has no id.
        return request.ConversationId.Length == 0 ? null : Refusal(request.ConversationId);
    }

    private ConnectorReply? Refusal(string conversation) => conversations.RefusalOf(conversation) switch
    {
        null => null,
        "MessageWritesBlocked" => new(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":null,\"errorCode\":null,\"errorSubCode\":null}"}"""),
        var code => ConnectorReply.Error(403, code),
    };

    private ConnectorReply Send(ConnectorRequest request)
    {
        if (!conversations.Knows(request.ConversationId))
        {
            return ConnectorReply.Error(404, "ConversationNotFound");
        }

        var activity = Read(request.Body, ActivityJson.Wire.Activity);
        if (activity.Type == ActivityTypes.Typing)
        {
            return new(202) { Activity = activity };
        }

        var id = conversations.Add(request.ConversationId, activity);
        var isSplit = activity.Attachments?.Count > 1 || (activity.Text is { Length: > 0 } && activity.Attachments?.Count > 0);
        return isSplit ? new(202) { Activity = activity } : new(201, Json(new { id })) { Activity = activity, ActivityId = id };
    }

    private ConnectorReply Update(ConnectorRequest request)
    {
        var activity = Read(request.Body, ActivityJson.Wire.Activity);
        return conversations.Replace(request.ConversationId, request.ActivityId!, activity)
            ? new(200, Json(new { id = request.ActivityId })) { Activity = activity }
            : ConnectorReply.Error(404, "ActivityNotFoundInConversation");
    }

    private ConnectorReply Delete(ConnectorRequest request) => conversations.Remove(request.ConversationId, request.ActivityId!)
        ? new(200)
        : ConnectorReply.Error(404, "ActivityNotFoundInConversation");

    private ConnectorReply Create(ConnectorRequest request)
    {
        var asked = Read(request.Body, ActivityJson.Wire.ConversationParameters);
        return asked switch
        {
            { TenantId: null } => ConnectorReply.Error(400, "BadSyntax"),
            { IsGroup: true, ChannelData.Channel.Id: { } channel, Activity: { } activity } => CreateThread(channel, activity),
            { IsGroup: false or null, Members: [{ Id: { } user }] } => CreatePersonal(user),
            _ => ConnectorReply.Error(400, "BadSyntax"),
        };
    }

    private ConnectorReply CreateThread(string channel, Activity activity)
    {
        if (!conversations.Knows(channel))
        {
            return ConnectorReply.Error(404, "ConversationNotFound");
        }

        if (Refusal(channel) is { } refused)
        {
            return refused;
        }

        var activityId = conversations.Add(channel, activity);
        var id = new ChannelThread(channel, activityId).ToString();
        return new(201, Json(new { id, activityId })) { Activity = activity, ActivityId = activityId, ConversationId = id };
    }

    private ConnectorReply CreatePersonal(string user) => conversations.PersonalChatOf(user) is { } id
        ? new(201, Json(new { id })) { ConversationId = id }
        : ConnectorReply.Error(403, "BotNotInConversationRoster");

    private ConnectorReply Member(ConnectorRequest request)
    {
        var person = conversations.Members(request.ConversationId)
            .FirstOrDefault(p => request.UserId == p.Id || request.UserId == p.AadObjectId || request.UserId == p.UserPrincipalName);
        return person is null ? ConnectorReply.Error(404, "MemberNotFoundInConversation") : new(200, Json(Describe(person)));
    }

    private ConnectorReply PagedMembers(ConnectorRequest request)
    {
        var size = Math.Clamp(request.PageSize ?? 200, 50, 500);
        var from = int.TryParse(request.ContinuationToken, CultureInfo.InvariantCulture, out var offset) ? offset : 0;
        var everyone = conversations.Members(request.ConversationId);
        var page = everyone.Skip(from).Take(size).Select(Describe).ToArray();
        var next = from + size;
        return new(200, next < everyone.Count
            ? Json(new { continuationToken = next.ToString(CultureInfo.InvariantCulture), members = page })
            : Json(new { members = page }));
    }

    private ConnectorReply Team(ConnectorRequest request) => request.ConversationId != FakeTeam.TeamId
        ? ConnectorReply.Error(404, "ConversationNotFound")
        : new(200, Json(new
        {
            id = FakeTeam.TeamId,
            name = FakeTeam.TeamName,
            aadGroupId = FakeTeam.TeamGroupId,
            channelCount = conversations.Channels.Count,
            memberCount = conversations.Members(FakeTeam.TeamId).Count,
        }));

    /// <summary>The General channel comes with a null name, as from Teams.</summary>
    private ConnectorReply TeamChannels(ConnectorRequest request) => request.ConversationId != FakeTeam.TeamId
        ? ConnectorReply.Error(404, "ConversationNotFound")
        : new(200, Json(new { conversations = conversations.Channels.Select(c => new { id = c.Id, name = c.Name }) }));

    /// <summary>Rosters carry the Entra id as objectId.</summary>
    private static object Describe(Person person) => new
    {
        id = person.Id,
        name = person.Name,
        objectId = person.AadObjectId,
        userPrincipalName = person.UserPrincipalName,
        email = person.UserPrincipalName,
        tenantId = FakeTeam.TenantId,
        userRole = "user",
    };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static T Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;

    /// <summary>Teams answers 400 to null where a field may as well be left out; cards are not looked into.</summary>
    private static bool IsWellFormed(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return !HasNull(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Object => element.EnumerateObject().Any(property => property.Name != "content" && HasNull(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasNull),
        _ => false,
    };
}
