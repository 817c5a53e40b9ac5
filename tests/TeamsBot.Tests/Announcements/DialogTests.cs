using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Announcements;

/// <summary>An announcement that is written in a dialog above the message box.</summary>
public sealed class DialogTests : AnnouncementTest
{
    [Fact]
    public async Task A_campaign_is_written_previewed_and_posted_in_the_dialog_and_its_card_comes_to_the_authors_chat()
    {
        var form = (await Mia.Opens(FakeTeam.SalesChannelId, Dialogs.Announce)).Card!;

        form = (await Pressed(form, AnnouncementVerbs.Save, [.. Dock])).Card!;
        form.Says("Dock Delays 2026").ShouldBeTrue();
        var preview = (await Pressed(form, AnnouncementVerbs.Preview)).Card!;
        preview.Says("Preview: no channel has it yet").ShouldBeTrue();
        var sent = await Pressed(preview, AnnouncementVerbs.Post);
        await Settled();

        sent.Sentence!.ShouldContain("Dock Delays 2026");
        Sales.Cards.ShouldHaveSingleItem();
        WestChannel.Cards.ShouldHaveSingleItem();
        CardIn(MiasChat).Says("Posted to all 2 channels").ShouldBeTrue();
        CardIn(MiasChat).Json.GetRawText().ShouldNotContain("Action.Submit");
    }

    [Fact]
    public async Task Posting_twice_brings_one_card_to_the_chat()
    {
        var form = (await Mia.Opens(FakeTeam.SalesChannelId, Dialogs.Announce)).Card!;
        await Pressed(form, AnnouncementVerbs.Save, [.. Dock]);
        var preview = (await Pressed(form, AnnouncementVerbs.Preview)).Card!;

        await Task.WhenAll(Pressed(preview, AnnouncementVerbs.Post), Pressed(preview, AnnouncementVerbs.Post), Pressed(preview, AnnouncementVerbs.Post));
        await Settled();

        MiasChat.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var form = (await Mia.Opens(FakeTeam.SalesChannelId, Dialogs.Announce)).Card!;

        form = (await Pressed(form, AnnouncementVerbs.Preview, (AnnouncementForm.Name, "Dock Delays 2026"), (AnnouncementForm.StartsOn, "2025-01-01"))).Card!;

        form.Filled(AnnouncementForm.Name).ShouldBe("Dock Delays 2026");
        form.Filled(AnnouncementForm.StartsOn).ShouldBe("2025-01-01");
    }

    [Fact]
    public async Task A_dialog_that_is_opened_twice_goes_on_with_the_same_draft_until_something_was_typed()
    {
        var first = (await Mia.Opens(FakeTeam.SalesChannelId, Dialogs.Announce)).Card!;
        var second = (await Mia.Opens(FakeTeam.SalesChannelId, Dialogs.Announce)).Card!;
        IdOn(second).ShouldBe(IdOn(first));

        await Pressed(second, AnnouncementVerbs.Save, (AnnouncementForm.Name, "Dock Delays 2026"));

        IdOn((await Mia.Opens(FakeTeam.SalesChannelId, Dialogs.Announce)).Card!).ShouldNotBe(IdOn(first));
    }

    [Fact]
    public async Task Whoever_may_not_announce_is_told_so_and_gets_no_form()
    {
        var answer = await Ben.Opens(FakeTeam.SalesChannelId, Dialogs.Announce);

        answer.Card.ShouldBeNull();
        answer.Sentence.ShouldNotBeNullOrEmpty();
        (await App.Services.GetRequiredService<AnnouncementStore>().AllAsync(FakeTeam.TenantId, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_of_somebody_elses_draft_does_nothing()
    {
        var form = (await Mia.Opens(FakeTeam.SalesChannelId, Dialogs.Announce)).Card!;

        var answer = await Ben.Submits(FakeTeam.SalesChannelId, Dialogs.Announce, form, AnnouncementVerbs.Save, (AnnouncementForm.Name, "Taken over"));

        answer.Card.ShouldBeNull();
        (await Stored(IdOn(form))).IsUntouched.ShouldBeTrue();
    }

    [Fact]
    public async Task A_chat_between_two_people_is_never_taken_for_the_own_chat_with_Baton()
    {
        await Mia.Says("help");
        await MiasChat.NextCard();

        foreach (var name in (string[])[InvokeNames.ComposeExtensionFetchTask, InvokeNames.ComposeExtensionQuery])
        {
            var invoke = new ActivityBuilder(App.Teams.ServiceUrl).Invoke(Cast.Mia, Cast.Mia.PersonalChatId, name, $$"""{"commandId":"{{Dialogs.Announce}}"}""");
            using var answer = await App.PostAsync(invoke with { Conversation = invoke.Conversation! with { Id = FakeTeam.ChatOfTwo } });
        }

        var known = await App.Services.GetRequiredService<ConversationStore>().FindAsync(ConversationStore.Personal(new(Cast.Mia.AadObjectId)), CancellationToken.None);
        known!.Value.Id.ShouldBe(Cast.Mia.PersonalChatId);
    }

    [Fact]
    public async Task An_action_that_the_manifest_does_not_have_is_answered_with_a_sentence() =>
        (await Mia.Opens(FakeTeam.SalesChannelId, "nothing")).Sentence.ShouldNotBeNullOrEmpty();

    [Theory]
    [InlineData(InvokeNames.ComposeExtensionFetchTask)]
    [InlineData(InvokeNames.ComposeExtensionSubmitAction)]
    [InlineData(InvokeNames.ComposeExtensionQuery)]
    public async Task A_value_without_a_command_is_refused(string name)
    {
        using var response = await App.PostAsync(new ActivityBuilder(App.Teams.ServiceUrl).Invoke(Cast.Mia, Cast.Mia.PersonalChatId, name, "{}"));
        ((int)response.StatusCode).ShouldBe(400);
    }

    private Task<ClickAnswer> Pressed(ShownCard dialog, string verb, params IEnumerable<(string Name, string Value)> inputs) =>
        Mia.Submits(FakeTeam.SalesChannelId, Dialogs.Announce, dialog, verb, inputs);

}
