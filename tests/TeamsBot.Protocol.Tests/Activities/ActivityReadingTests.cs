using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Protocol.Tests.Activities;

public sealed class ActivityReadingTests
{
    private static readonly ActivityBuilder Teams = new("https://smba.trafficmanager.net/emea/");

    [Theory]
    [InlineData("<at>Baton</at> hand off Acme", "hand off Acme")]
    [InlineData("<at>Baton</at>&nbsp;help\n", "help")]
    [InlineData("help <at>Baton</at>", "help")]
    [InlineData("<at>Baton</at> <at>Baton</at> help", "help")]
    [InlineData("<AT>Baton</AT> help", "<AT>Baton</AT> help")]
    [InlineData("\u00A0 help \u00A0me", "help  me")]
    [InlineData(null, "")]
    public void Its_own_mention_is_taken_out_of_the_text(string? text, string expected) =>
        Mentioning(text, FakeTeam.Bot, "<at>Baton</at>").TextWithoutRecipientMention().ShouldBe(expected);

    [Fact]
    public void Somebody_elses_mention_stays() =>
        Mentioning("ask <at>Ben</at>", FakeTeam.Rep.ToAccount(), "<at>Ben</at>").TextWithoutRecipientMention().ShouldBe("ask <at>Ben</at>");

    [Fact]
    public void A_name_with_characters_of_patterns_is_taken_verbatim() =>
        Mentioning("<at>B.t(n</at> Batan hi", FakeTeam.Bot, "<at>B.t(n</at>").TextWithoutRecipientMention().ShouldBe("Batan hi");

    [Fact]
    public void A_mention_without_text_changes_nothing() =>
        Mentioning("hi", FakeTeam.Bot, "").TextWithoutRecipientMention().ShouldBe("hi");

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=1612345678901", "19:abc@thread.tacv2", "1612345678901")]
    [InlineData("19:abc@thread.tacv2", "19:abc@thread.tacv2", null)]
    [InlineData("19:abc@thread.tacv2;messageid=", "19:abc@thread.tacv2", null)]
    [InlineData("a:1xyz", "a:1xyz", null)]
    public void A_thread_is_told_from_its_channel(string id, string channel, string? root) =>
        ChannelThread.Parse(id).ShouldBe(new ChannelThread(channel, root));

    [Fact]
    public void A_thread_becomes_the_same_conversation_id_again() =>
        ChannelThread.Parse("19:abc@thread.tacv2;messageid=16").ToString().ShouldBe("19:abc@thread.tacv2;messageid=16");

    [Theory]
    [InlineData("ar-SA", "en-US", "ar-SA")]
    [InlineData(null, "en-US", "en-US")]
    [InlineData(" ", "en-US", "en-US")]
    [InlineData(null, null, null)]
    public void The_language_is_the_apps_else_the_activitys(string? client, string? activity, string? expected) =>
        WithClientInfo(client, null, activity, null).GetLocale().ShouldBe(expected);

    [Theory]
    [InlineData("Asia/Riyadh", "Europe/London", "Asia/Riyadh")]
    [InlineData(null, "Europe/London", "Europe/London")]
    [InlineData(null, null, null)]
    public void The_time_zone_is_the_apps_else_the_activitys(string? client, string? activity, string? expected) =>
        WithClientInfo(null, client, null, activity).GetTimeZone().ShouldBe(expected);

    [Fact]
    public void The_reference_says_where_to_answer()
    {
        var message = Teams.ChannelMessage(FakeTeam.Rep, FakeTeam.SalesChannelId, "hi", "1700000000000");

        var reference = message.GetConversationReference();

        reference.ServiceUrl.ShouldBe("https://smba.trafficmanager.net/emea/");
        reference.Conversation!.Id.ShouldBe(FakeTeam.SalesChannelId + ";messageid=1700000000000");
        reference.Conversation.TenantId.ShouldBe(FakeTeam.TenantId);
        reference.User!.AadObjectId.ShouldBe(FakeTeam.Rep.AadObjectId);
        reference.Bot.ShouldBe(FakeTeam.Bot);
        reference.InConversation("19:other").Conversation!.ShouldBe(reference.Conversation with { Id = "19:other" });
    }

    [Fact]
    public void The_tenant_is_found_in_the_channel_data_too()
    {
        var message = Teams.PersonalMessage(FakeTeam.Rep, "hi");

        (message with { Conversation = message.Conversation! with { TenantId = null } }).GetTenantId().ShouldBe(FakeTeam.TenantId);
    }

    private static Activity Mentioning(string? text, ChannelAccount who, string mention) =>
        new() { Text = text, Recipient = FakeTeam.Bot, Entities = [Entity.Mention(who, mention)] };

    private static Activity WithClientInfo(string? locale, string? timeZone, string? activityLocale, string? activityTimeZone) => new()
    {
        Locale = activityLocale,
        LocalTimezone = activityTimeZone,
        Entities = [new() { Type = EntityTypes.ClientInfo, Locale = locale, Timezone = timeZone }],
    };
}
