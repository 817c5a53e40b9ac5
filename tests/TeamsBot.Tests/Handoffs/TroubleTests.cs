using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>Teams is slow, refuses, or does what it is asked and does not say so.</summary>
public sealed class TroubleTests : AppTest
{
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(429, "2")]
    [InlineData(502, null)]
    [InlineData(503, null)]
    public async Task A_card_that_cannot_be_posted_for_the_moment_is_posted_at_the_next_try(int status, string? retryAfter)
    {
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, status) { RetryAfter = retryAfter });

        await FailsOnce(() => Mia.Says("hand off Nadia Brandt"));

        await Sales.NextCard();
        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_channel_that_takes_nothing_for_a_while_does_not_keep_another_waiting()
    {
        const string Nordics = "19:nordics-1@thread.tacv2";
        App.Teams.Conversations.AddChannel(Nordics, "Nordics");
        await App.SetUpAsync(new SalesChannel(Nordics, FakeTeam.TeamId, "Nordics", ""));
        Lead[] many = [.. Enumerable.Range(0, 40).Select(number => Cast.Nadia with { Id = new($"N-{number}") })];
        await App.HasAsync(many);
        App.Services.GetRequiredService<ConnectorClient>().Budget.Pause(FakeTeam.TenantId, FakeTeam.SalesChannelId, Traffic.Send, TimeSpan.FromSeconds(20));
        foreach (var lead in many)
        {
            await Requested(lead.Id, FakeTeam.SalesChannelId);
        }

        await Requested(Cast.Nadia.Id, Nordics);

        await App.Channel(Nordics).NextCard();
        await App.SettledAsync();
        Sales.Messages.ShouldBeEmpty();
        App.Later(TimeSpan.FromSeconds(21));
        await App.SettledAsync();
        Sales.Cards.Select(card => card.Handoff).ShouldBe(many.Select(lead => $"{lead.Id}~1"), ignoreOrder: true);
    }

    [Fact]
    public async Task What_one_place_refuses_the_others_still_get()
    {
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 502));

        await FailsOnce(async () =>
        {
            await Mia.Says("hand off Nadia Brandt");
            await App.ChatOf(Cast.Mia).NextCard();
        });

        await Sales.NextCard();
        App.ChatOf(Cast.Mia).Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_card_whose_posting_was_not_confirmed_is_there_twice_at_the_most_and_the_known_one_is_kept_true()
    {
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 0) { AfterWork = true, CutsConnection = true });
        await FailsOnce(() => Mia.Says("hand off Nadia Brandt"));
        await Sales.NextCard();
        var known = await Sales.NextCard();

        await Ben.Clicks(known, "Accept");

        await Sales.NextUpdate(known, "Ben Ortiz");
        Sales.Cards.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_card_whose_posting_was_not_confirmed_can_be_clicked_too()
    {
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 0) { AfterWork = true, CutsConnection = true });
        await FailsOnce(() => Mia.Says("hand off Nadia Brandt"));
        var lost = await Sales.NextCard();
        await Sales.NextCard();

        (await Ben.Clicks(lost, "Accept")).Card!.Has("Contacted").ShouldBeTrue();
    }

    [Fact]
    public async Task An_update_whose_answer_is_lost_is_made_again()
    {
        var card = await HandedOff();
        App.Teams.Faults.Add(new Fault(ConnectorOperation.Update, 0) { ConversationId = card.ConversationId, AfterWork = true, CutsConnection = true });

        await FailsOnce(() => Ben.Clicks(card, "Accept"));

        await Sales.NextUpdate(card, "Ben Ortiz");
        await Sales.NextUpdate(card, "Ben Ortiz");
        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_channel_that_the_bot_is_not_in_gets_its_card_once_the_bot_is_there()
    {
        App.Log.Expect(202);
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 403) { Code = "BotNotInConversationRoster" });

        await FailsOnce(() => Mia.Says("hand off Nadia Brandt"));

        (await Sales.NextCard()).Has("Accept").ShouldBeTrue();
        (await App.Records.Handoff("L-1~1")).State.ShouldBe(HandoffState.Waiting);
    }

    [Fact]
    public async Task A_rep_who_cannot_be_written_to_still_owns_the_lead()
    {
        App.Log.Expect(201);
        var card = await HandedOff();
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 403) { Code = "BotNotInConversationRoster" });

        var answer = await Ben.Clicks(card, "Accept");

        answer.Card!.Has("Contacted").ShouldBeTrue();
        await Sales.NextUpdate(card, "Ben Ortiz");
        (await Ben.Refreshes(card)).Card!.Has("Contacted").ShouldBeTrue();
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_comes_back()
    {
        var card = await HandedOff();
        App.Teams.Faults.Add(new Fault(ConnectorOperation.Update, 404) { ConversationId = card.ConversationId, Code = "ActivityNotFoundInConversation" });

        await Ben.Clicks(card, "Accept");

        (await Sales.NextCard()).Says("Ben Ortiz").ShouldBeTrue();
    }

    // The failure is logged before the item is put off; what then ends is the next try.
    private Task Requested(LeadId lead, string channel) => App.Services.GetRequiredService<HandoffChanges>().RequestAsync(
        new(lead, FakeTeam.TenantId, channel, PersonRef.Intake), "test", App.Services.GetRequiredService<WorkRunner>().Run, CancellationToken.None);

    private async Task FailsOnce(Func<Task> act)
    {
        var failed = App.Log.NextAsync(CapturedLog.WorkPutOff);
        App.Log.Expect(CapturedLog.WorkFailed);
        await act();
        await failed;
        App.Later(NextTry);
    }
}
