using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Features.Operators.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Operators;

/// <summary>What an admin sees who asks how Baton is.</summary>
public sealed class StatusTests : OperatorTest
{
    [Theory]
    [InlineData("status")]
    [InlineData("Stan")]
    [InlineData("الحالة")]
    [InlineData("状态")]
    public async Task An_admin_is_shown_how_Baton_is(string words)
    {
        await Ada.Says(words);

        var card = await AdasChat.NextCard();
        foreach (var line in (string[])["All is well", "running since today 09:00", "nothing waits", "no failure in the last hour"])
        {
            card.Says(line).ShouldBeTrue(line);
        }

        CardChecks.Problems(card.Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Others_are_told_who_sees_it_and_what_they_may_have_meant()
    {
        await App.As(Cast.Mia).Says("status");

        var sentence = await App.ChatOf(Cast.Mia).NextText();
        sentence.ShouldContain("Only admins");
        sentence.ShouldContain("“funnel status”");
    }

    [Fact]
    public async Task In_a_channel_nothing_is_shown()
    {
        await Ada.SaysIn(FakeTeam.SalesChannelId, "status");

        (await App.Channel().NextText()).ShouldContain("your own chat");
    }

    [Fact]
    public async Task Troubles_are_there_with_what_to_do()
    {
        await App.Services.GetRequiredService<TroubleChanges>().SeeAsync(new(TroubleKind.NoToken, "", Clock.Now), None);

        await Ada.Says("status");

        var card = await AdasChat.NextCard();
        card.Says("1 trouble").ShouldBeTrue();
        card.Says("Baton cannot sign in to Teams").ShouldBeTrue();
        card.Says("check the managed identity").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_away_takes_no_other_line_with_it()
    {
        App.Log.Expect(101);
        Tables.IsDown = table => table == TableNames.Work;

        await Ada.Says("status");

        var card = await AdasChat.NextCard();
        card.Says("Not everything could be looked at").ShouldBeTrue();
        card.Says("not reachable: Unavailable").ShouldBeTrue();
        card.Says("reachable, a read takes").ShouldBeTrue();
        Tables.IsDown = _ => false;
        (await Ada.Clicks(card, "Refresh")).Card!.Says("All is well").ShouldBeTrue();
    }

    [Fact]
    public async Task A_channel_that_is_closed_is_named()
    {
        await App.Services.GetRequiredService<ConversationStore>().ChangeAsync(
            ConversationStore.Channel(FakeTeam.SalesChannelId), known => known! with { ClosedBecause = "BotNotInConversationRoster" }, None);

        await Ada.Says("status");

        (await AdasChat.NextCard()).Says("Sales").ShouldBeTrue();
    }

    [Fact]
    public void Every_kind_of_work_that_there_is_has_words_of_its_own()
    {
        var say = Say.In(Domain.People.Language.English);
        var kinds = App.Services.GetServices<IWorkHandler>().Where(handler => handler.MayBeParked).Select(handler => handler.Kind).ToArray();
        kinds.Length.ShouldBeGreaterThan(10);
        var other = WorkWords.What("made.up", say);
        kinds.ShouldAllBe(kind => WorkWords.What(kind, say) != other);
    }
}
