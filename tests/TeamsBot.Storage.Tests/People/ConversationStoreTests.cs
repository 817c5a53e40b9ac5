using Shouldly;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.People;

/// <summary>Conversations and members of teams, changed by many at once.</summary>
public abstract class ConversationStoreContract(Func<Engine> open) : StoresContract(open)
{
    private static readonly string Sales = ConversationStore.Channel("19:sales/1");
    private static readonly Conversation Known = new("19:sales/1", "https://smba.trafficmanager.net/emea/", "tenant-1");

    private ConversationStore Conversations => new(Tables);

    [Fact]
    public async Task Every_field_of_a_conversation_comes_back()
    {
        var full = Known with { Team = "team", Name = "销售", Welcomed = true, ClosedBecause = "BotNotInConversationRoster" };
        (await Conversations.ChangeAsync(Sales, _ => full, None)).ShouldBe((full, true));
        (await Conversations.FindAsync(Sales, None))!.Value.ShouldBe(full);
        (await Conversations.FindAsync(ConversationStore.Personal(Rita.Person.Id), None)).ShouldBeNull();
    }

    [Fact]
    public async Task What_does_not_change_is_not_written()
    {
        await Conversations.ChangeAsync(Sales, _ => Known, None);
        var before = await Conversations.FindAsync(Sales, None);
        (await Conversations.ChangeAsync(Sales, known => known! with { Welcomed = false }, None)).ShouldBe((Known, false));
        (await Conversations.FindAsync(Sales, None)).ShouldBe(before);
    }

    [Fact]
    public async Task Twenty_who_change_a_conversation_at_once_lose_nothing()
    {
        await AtOnceAsync(20, number => Conversations.ChangeAsync(Sales, known => (known ?? Known) with { Name = $"{known?.Name}{(char)('a' + number)}" }, None));
        (await Conversations.FindAsync(Sales, None))!.Value.Name!.Order().ShouldBe("abcdefghijklmnopqrst");
    }

    [Fact]
    public async Task Of_twenty_who_would_welcome_at_once_one_is_told_to()
    {
        var answers = await AtOnceAsync(20, _ => Conversations.ChangeAsync(Sales, known => (known ?? Known) with { Welcomed = true }, None));
        answers.Count(answer => answer.Changed).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Conversation.Welcomed);
    }

    [Fact]
    public async Task Members_come_and_go_however_often_it_is_said()
    {
        await Conversations.AddMemberAsync("team", new(Rita.Person, "29:old"), None);
        await Conversations.AddMemberAsync("team", new(Rita.Person, "29:rita"), None);
        await Conversations.AddMemberAsync("team", new(Omar.Person, "29:omar"), None);
        await Conversations.AddMemberAsync("team2", new(Mark.Person, "29:mark"), None);
        await Conversations.RemoveMemberAsync("team", Omar.Person.Id, None);
        await Conversations.RemoveMemberAsync("team", Omar.Person.Id, None);
        (await Conversations.MembersAsync("team", 10, None)).ShouldBe([new Member(Rita.Person, "29:rita")]);
    }

    [Fact]
    public async Task Twenty_members_who_are_added_at_once_are_all_there()
    {
        await AtOnceAsync(20, async number =>
        {
            await Conversations.AddMemberAsync("team", new(Rep($"rep {number % 10}").Person, $"29:{number}"), None);
            return true;
        });
        (await Conversations.MembersAsync("team", 100, None)).Count.ShouldBe(10);
        (await Conversations.MembersAsync("team", 3, None)).Select(member => member.Person.Name).ShouldBe(["rep 0", "rep 1", "rep 2"]);
    }

    [Fact]
    public async Task A_conversation_that_is_removed_under_a_change_is_made_anew()
    {
        await Conversations.ChangeAsync(Sales, _ => Known, None);
        Tables.BeforeNextWrite(TableNames.Conversations, async () =>
        {
            var row = (await RowsAsync(TableNames.Conversations)).Single();
            await Tables.SubmitAsync(TableNames.Conversations, [new(Storage.Tables.TableTransactionActionType.Delete, row, row.ETag)], None);
        });
        await Conversations.ChangeAsync(Sales, known => (known ?? Known) with { Name = "Sales" }, None);
        (await Conversations.FindAsync(Sales, None))!.Value.Name.ShouldBe("Sales");
    }
}

public sealed class ConversationStoreOnSqliteTests() : ConversationStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class ConversationStoreOnAzuriteTests(AzuriteFixture azurite) : ConversationStoreContract(() => Engine.Azurite(azurite));
