using System.Text.Json;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Connector;

public sealed class ConnectorClientTests : ConnectorTestBase
{
    private static readonly RawJson Card = new("""{"type":"AdaptiveCard","version":"1.5"}"""u8.ToArray());

    [Fact]
    public async Task A_message_is_sent_updated_and_taken_back()
    {
        var sent = await Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("one"));
        await Client.UpdateActivityAsync(PersonalChat, sent.Id!, MessageFactory.Text("two"));
        Teams.Conversations.Messages(FakeTeam.Rep.PersonalChatId).ShouldHaveSingleItem().Text.ShouldBe("two");

        await Client.DeleteActivityAsync(PersonalChat, sent.Id!);
        Teams.Conversations.Messages(FakeTeam.Rep.PersonalChatId).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_body_is_the_activity_without_empty_fields()
    {
        await Client.SendToConversationAsync(SalesChannel, MessageFactory.AdaptiveCard(Card, "New lead"));

        var sent = await Teams.NextMessageAsync(FakeTeam.SalesChannelId);
        sent.Body.ShouldBe($$"""{"type":"message","summary":"New lead","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{Card}}}]}""");
        sent.Card.GetProperty("version").GetString().ShouldBe("1.5");
    }

    [Fact]
    public async Task A_reply_names_what_it_answers()
    {
        var first = await Client.SendToConversationAsync(PersonalChat, MessageFactory.Text("one"));
        await Client.ReplyToActivityAsync(PersonalChat, first.Id!, MessageFactory.Text("two"));

        var reply = await Teams.Log.NextAsync(e => e.Operation == ConnectorOperation.Reply);
        reply.Activity!.ReplyToId.ShouldBe(first.Id);
        reply.RawTarget.ShouldEndWith("/activities/" + first.Id);
    }

    [Fact]
    public async Task Ids_are_escaped_in_the_address()
    {
        var thread = Reference(FakeTeam.SalesChannelId + ";messageid=17");

        await Client.SendToConversationAsync(thread, MessageFactory.Text("x"));

        (await Teams.NextMessageAsync(FakeTeam.SalesChannelId)).RawTarget
            .ShouldBe("/teams/v3/conversations/19%3Asales-91ab4e%40thread.tacv2%3Bmessageid%3D17/activities");
    }

    [Theory]
    [InlineData("a/../../v3/teams/x")]
    [InlineData("a?b=c#d&e")]
    [InlineData("a%2Fb c+d")]
    [InlineData("ü/中")]
    public async Task No_id_leads_anywhere_else(string id)
    {
        var failure = await Should.ThrowAsync<ConnectorException>(() => Client.UpdateActivityAsync(PersonalChat, id, MessageFactory.Text("x")));

        failure.Error.ShouldBe(ConnectorError.ActivityNotFoundInConversation);
        Teams.Log.All.ShouldHaveSingleItem().RawTarget.ShouldEndWith("/activities/" + Uri.EscapeDataString(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task What_cannot_be_an_id_is_not_sent(string id)
    {
        await Should.ThrowAsync<ArgumentException>(() => Client.UpdateActivityAsync(PersonalChat, id, MessageFactory.Text("x")));
        Teams.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Success_without_an_id_is_success()
    {
        var split = MessageFactory.AdaptiveCard(Card) with { Text = "Look:" };

        (await Client.SendToConversationAsync(SalesChannel, split)).Id.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>ok</html>")]
    [InlineData("{}")]
    public async Task Success_with_any_body_is_success(string body)
    {
        Teams.Faults.Add(new Fault(ConnectorOperation.Send, 200) { Body = body, AfterWork = true });

        (await Client.SendToConversationAsync(SalesChannel, MessageFactory.Text("x"))).Id.ShouldBeNull();
    }

    [Fact]
    public async Task A_personal_chat_is_made_once()
    {
        var first = await Client.CreatePersonalConversationAsync(Teams.ServiceUrl, FakeTeam.TenantId, FakeTeam.Marketer.Id);
        var second = await Client.CreatePersonalConversationAsync(Teams.ServiceUrl, FakeTeam.TenantId, FakeTeam.Marketer.Id);

        first.Id.ShouldBe(FakeTeam.Marketer.PersonalChatId);
        second.Id.ShouldBe(first.Id);
        JsonDocument.Parse(Teams.Log.All[0].Body).RootElement.GetProperty("members").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_person_without_the_app_cannot_be_written_to()
    {
        var failure = await Should.ThrowAsync<ConnectorException>(
            () => Client.CreatePersonalConversationAsync(Teams.ServiceUrl, FakeTeam.TenantId, "29:stranger"));

        failure.IsConversationClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_thread_begins_with_a_message_that_can_be_updated()
    {
        var thread = await Client.CreateChannelThreadAsync(Teams.ServiceUrl, FakeTeam.TenantId, FakeTeam.SalesChannelId, MessageFactory.AdaptiveCard(Card));

        thread.Id.ShouldBe($"{FakeTeam.SalesChannelId};messageid={thread.ActivityId}");
        await Client.UpdateActivityAsync(Reference(thread.Id!), thread.ActivityId!, MessageFactory.Text("changed"));
        (await Teams.NextUpdateAsync(thread.ActivityId!)).Activity!.Text.ShouldBe("changed");
    }

    [Fact]
    public async Task A_roster_is_read_page_by_page()
    {
        Teams.Conversations.AddPeople(Enumerable.Range(0, 600).Select(Person.Number));

        var members = new List<TeamsChannelAccount>();
        await foreach (var member in Client.GetMembersAsync(SalesChannel))
        {
            members.Add(member);
        }

        members.Count.ShouldBe(605);
        members.Select(m => m.Id).Distinct().Count().ShouldBe(605);
        members[0].GetAadObjectId().ShouldBe(FakeTeam.People[0].AadObjectId);
        Teams.Log.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_small_page_asks_for_the_next_with_its_token()
    {
        Teams.Conversations.AddPeople(Enumerable.Range(0, 60).Select(Person.Number));

        var first = await Client.GetPagedMembersAsync(SalesChannel, pageSize: 50);
        var second = await Client.GetPagedMembersAsync(SalesChannel, first.ContinuationToken, pageSize: 50);

        first.Members!.Count.ShouldBe(50);
        second.Members!.Count.ShouldBe(15);
        second.ContinuationToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_member_is_found_by_each_of_their_ids()
    {
        foreach (var id in (string[])[FakeTeam.Rep.Id, FakeTeam.Rep.AadObjectId, FakeTeam.Rep.UserPrincipalName])
        {
            (await Client.GetMemberAsync(SalesChannel, id)).Name.ShouldBe(FakeTeam.Rep.Name);
        }

        var failure = await Should.ThrowAsync<ConnectorException>(() => Client.GetMemberAsync(SalesChannel, "29:nobody"));
        failure.Error.ShouldBe(ConnectorError.NotFound);
    }

    [Fact]
    public async Task A_team_tells_its_channels()
    {
        var team = await Client.GetTeamAsync(Teams.ServiceUrl, FakeTeam.TenantId, FakeTeam.TeamId);
        var channels = await Client.GetTeamChannelsAsync(Teams.ServiceUrl, FakeTeam.TenantId, FakeTeam.TeamId);

        team.AadGroupId.ShouldBe(FakeTeam.TeamGroupId);
        channels.Select(c => c.Name).ShouldBe([null, "Sales", "Marketing"]);
        channels[0].Id.ShouldBe(team.Id);
    }

    [Fact]
    public async Task Typing_leaves_no_message()
    {
        await Client.SendTypingAsync(PersonalChat);

        (await Teams.Log.NextAsync(e => e.IsTyping)).Body.ShouldBe("""{"type":"typing"}""");
        Teams.Conversations.Messages(FakeTeam.Rep.PersonalChatId).ShouldBeEmpty();
    }
}
