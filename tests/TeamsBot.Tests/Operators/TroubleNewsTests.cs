using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Operators;

/// <summary>Who is told of a trouble, how often, and how they learn that it is over.</summary>
public sealed class TroubleNewsTests : OperatorTest
{
    private const int Refusals = 50;
    private const string NotThere = "BotNotInConversationRoster";

    [Fact]
    public async Task Each_admin_gets_one_card_of_a_lost_channel_however_often_two_bots_are_refused()
    {
        await using var other = await StartAsync();
        await MakeAdmin(Cast.Rita);
        ExpectRefusals(App, other);
        Teams.Conversations.Refuse(FakeTeam.SalesChannelId, NotThere);
        await HasLeadsAsync(Refusals);

        await Task.WhenAll(Enumerable.Range(1, Refusals).Select(n => (n % 2 == 0 ? App : other).As(Cast.Mia).Says($"hand off N-{n}")));
        await Task.WhenAll(RefusedAsync(App), RefusedAsync(other));

        foreach (var chat in (Place[])[AdasChat, App.ChatOf(Cast.Rita)])
        {
            var card = await ToldAsync(chat, "Baton cannot write to Sales");
            card.Says("install Baton in the team of this channel again").ShouldBeTrue();
            CardChecks.Problems(card.Json).ShouldBeEmpty();
        }

        await LooksAsync(times: 6);
        AdasChat.Cards.ShouldHaveSingleItem();
        App.ChatOf(Cast.Rita).Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_card_says_that_a_channel_is_back_once_Baton_is_installed_again()
    {
        var card = await LosesChannelAsync();
        Teams.Conversations.Refuse(FakeTeam.SalesChannelId, null);

        await Ada.Installs();
        (await App.Services.GetRequiredService<ConversationStore>().FindAsync(ConversationStore.Channel(FakeTeam.SalesChannelId), None))!.Value.ClosedBecause.ShouldBeNull();

        var over = await ToldAsync(AdasChat, "Baton can write to Sales again");
        over.ActivityId.ShouldBe(card.ActivityId);
        over.Says("From 09:00").ShouldBeTrue();
        AdasChat.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_channel_that_takes_a_card_again_is_back()
    {
        var card = await LosesChannelAsync();
        Teams.Conversations.Refuse(FakeTeam.SalesChannelId, null);

        var over = await ToldAsync(AdasChat, "Baton can write to Sales again");

        over.ActivityId.ShouldBe(card.ActivityId);
        App.Channel().Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_trouble_that_was_raised_by_a_bot_that_died_is_told_once()
    {
        await using (var dying = await StartAsync(Idle))
        {
            await dying.Services.GetRequiredService<TroubleChanges>().SeeAsync(new(TroubleKind.TeamsDown, "", Clock.Now), None);
        }

        Clock.Advance(TimeSpan.FromSeconds(1));

        await AdasChat.NextCard();
        await App.SettledAsync();
        AdasChat.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_card_that_a_bot_died_over_is_sent_when_its_claim_ends()
    {
        var store = App.Services.GetRequiredService<TroubleStore>();
        var trouble = Trouble.Begin(new(TroubleKind.TeamsDown, "", Clock.Now), Clock.Now);
        var claimed = await store.SaveAsync(trouble, new TroubleMessage(new(FakeTeam.Admin.AadObjectId), 0, 0, default) { ClaimedUntil = Clock.Now + WorkQueue.Lease }, None);
        claimed.ShouldNotBeNull();
        await App.Services.GetRequiredService<TroubleChanges>().SeeAsync(new(TroubleKind.TeamsDown, "", Clock.Now), None);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await App.SettledAsync();
        AdasChat.Cards.ShouldBeEmpty();

        Clock.Advance(WorkQueue.Lease.ToTimeSpan());

        await AdasChat.NextCard();
    }

    [Fact]
    public async Task Without_an_admin_the_log_says_so_and_nothing_breaks()
    {
        await App.Services.GetRequiredService<PeopleStore>().ChangeAsync(FakeTeam.TenantId, known => known with { Installer = null }, None);
        await App.Records.Assign(FakeTeam.Admin, Roles.Reader);

        await App.Services.GetRequiredService<TroubleChanges>().SeeAsync(new(TroubleKind.TeamsDown, "", Clock.Now), None);
        Clock.Advance(TimeSpan.FromSeconds(1));

        await App.Log.NextAsync(903);
        await App.SettledAsync();
    }

    [Fact]
    public async Task A_person_whom_Baton_may_not_write_to_is_a_refusal_that_admins_hear_of()
    {
        App.Log.Expect(201);
        await App.HasAsync(Cast.Nadia);
        await Ada.Says("help");
        await AdasChat.NextCard();
        await App.As(Cast.Mia).Says("hand off Nadia Brandt");
        var lead = await App.Channel().NextCard();
        await App.SettledAsync();
        Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 403) { Code = NotThere });

        await App.As(FakeTeam.Rep).Clicks(lead, "Accept");
        await App.Log.NextAsync(201);
        await App.SettledAsync();

        var card = await ToldAsync(AdasChat, "Teams refuses messages from Baton");
        card.Says("app set-up policy").ShouldBeTrue();
    }

    private async Task<ShownCard> LosesChannelAsync()
    {
        ExpectRefusals(App);
        Teams.Conversations.Refuse(FakeTeam.SalesChannelId, NotThere);
        await App.HasAsync(Cast.Nadia);
        await App.As(Cast.Mia).Says("hand off Nadia Brandt");
        await App.Log.NextAsync(CapturedLog.WorkPutOff);
        return await ToldAsync(AdasChat, "Baton cannot write to Sales");
    }

    private Task HasLeadsAsync(int count) =>
        App.HasAsync([.. Enumerable.Range(1, count).Select(n => Cast.Nadia with { Id = new($"N-{n}"), Name = $"Lead Number{n}" })]);

    private static void ExpectRefusals(params BatonApp[] apps) => Array.ForEach(apps, app => app.Log.Expect(202, CapturedLog.WorkFailed));

    private static async Task RefusedAsync(BatonApp app)
    {
        for (var n = 0; n < Refusals / 2; n++)
        {
            await app.Log.NextAsync(202);
        }
    }
}
