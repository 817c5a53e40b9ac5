using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>Many hands on one card.</summary>
public sealed class RaceTests : AppTest
{
    [Fact]
    public async Task Of_fifty_people_who_accept_at_once_one_owns_the_lead_and_the_others_are_told_who()
    {
        var card = await HandedOff();
        var people = Enumerable.Range(1, 50).Select(Person.Number).ToList();
        App.Teams.Conversations.AddPeople(people);

        var answers = await Task.WhenAll(people.Select(person => App.As(person).Clicks(card, "Accept")));

        var owner = (await App.Records.Handoff("L-1~1")).Owner!.Name;
        answers.Count(answer => answer.Card is not null).ShouldBe(1);
        answers.Where(answer => answer.Card is null).ShouldAllBe(answer => answer.Sentence!.StartsWith(owner + " was faster"));
        var entry = (await App.Records.Ledger("L-1~1")).ShouldHaveSingleItem();
        entry.Action.ShouldBe(HandoffAction.Accept);
        entry.By.Name.ShouldBe(owner);
        await Sales.NextUpdate(card, owner);
        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_click_delivered_five_times_at_once_counts_once_and_is_answered_alike()
    {
        var card = await HandedOff();
        var click = Ben.Click(card, "Accept");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Ben.Delivers(click)));

        answers.Select(answer => answer.Json).Distinct().ShouldHaveSingleItem();
        answers[0].Card!.Buttons.ShouldContain("Contacted");
        (await App.Records.Ledger("L-1~1")).Count.ShouldBe(1);
        (await App.Records.Handoff("L-1~1")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_click_delivered_five_times_in_a_row_counts_once_and_is_answered_alike()
    {
        var card = await HandedOff();
        var click = Ben.Click(card, "Reject lead", ("reason", "Need"));

        HashSet<string> answers = [];
        for (var i = 0; i < 5; i++)
        {
            answers.Add((await Ben.Delivers(click)).Json);
        }

        answers.ShouldHaveSingleItem();
        (await App.Records.Ledger("L-1~1")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_one_accepts_and_one_rejects_at_once_one_of_them_is_told_who_was_faster()
    {
        var card = await HandedOff();
        var others = Enumerable.Range(1, 8).Select(Person.Number).ToList();
        App.Teams.Conversations.AddPeople(others);

        var answers = await Task.WhenAll(others.Select((person, index) => index % 2 == 0
            ? App.As(person).Clicks(card, "Accept")
            : App.As(person).Clicks(card, "Reject lead", ("reason", "Duplicate"))));

        answers.Count(answer => answer.Card is not null).ShouldBe(1);
        (await App.Records.Ledger("L-1~1")).Count.ShouldBe(1);
        var handoff = await App.Records.Handoff("L-1~1");
        (handoff.Owner is null).ShouldBe(handoff.State == HandoffState.Rejected);
    }

    [Fact]
    public async Task A_copy_that_is_just_being_posted_is_not_posted_again_by_a_change_that_follows()
    {
        var hold = new Hold();
        App.Teams.Faults.Add(new Fault(ConnectorOperation.Send, 200) { ConversationId = Cast.Mia.PersonalChatId, Hold = hold });
        await Mia.Says("hand off Nadia Brandt");
        var card = await Sales.NextCard();
        await hold.Arrived;

        await Ben.Clicks(card, "Accept");
        await Sales.NextUpdate(card, "Ben Ortiz");
        await App.ChatOf(FakeTeam.Rep).NextCard();
        hold.Release();
        var copy = await App.ChatOf(Cast.Mia).NextCard();
        await App.ChatOf(Cast.Mia).NextUpdate(copy, "Ben Ortiz");

        App.ChatOf(Cast.Mia).Cards.ShouldHaveSingleItem();
    }
}
