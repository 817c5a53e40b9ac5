using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Operators;

/// <summary>Work that fails again and again is set aside, told of, and decided on by an admin.</summary>
public sealed class ParkedWorkTests : OperatorTest
{
    private const int Parked = 107;

    private readonly Failing handler = new();

    [Fact]
    public async Task Work_that_fails_for_a_day_is_parked_and_admins_are_told_how_much()
    {
        var card = await ParksAsync("a");

        card.Says("1 task needs a decision").ShouldBeTrue();
        handler.Runs.ShouldBeGreaterThanOrEqualTo(20);
        var item = (await Items()).ShouldHaveSingleItem();
        (item.Item.Kind, item.Item.Key, item.Reason, item.Error).ShouldBe((Failing.Name, "a", ParkingReason.Fault, nameof(InvalidOperationException)));
        (await RowsAsync()).Where(row => row.GetString("Kind") == Failing.Name).ShouldHaveSingleItem().RowKey.ShouldStartWith("parked|");
        (await RowsAsync()).ShouldNotContain(row => row.Any(value => (value.Value as string ?? "").Contains(Failing.Secret)), "what an exception says may name people");
    }

    [Fact]
    public async Task Parked_work_that_is_retried_runs_and_the_card_says_that_none_is_left()
    {
        var card = await ParksAsync("a");
        handler.Fails = false;
        var list = await OpensAsync(card, "Parked work");
        CardChecks.Problems(list.Json).ShouldBeEmpty();

        var after = (await Ada.Clicks(list, "Retry")).Card!;
        after.Says("Put back: it runs now.").ShouldBeTrue();
        after.Says("No task waits for a decision").ShouldBeTrue();
        await StepAsync(() => Clock.Advance(TimeSpan.FromSeconds(1)));
        await handler.Done;

        (await ToldAsync(AdasChat, "No task waits for a decision")).ActivityId.ShouldBe(card.ActivityId);
        AdasChat.Cards.ShouldHaveSingleItem();
        (await Items()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Parked_work_is_dropped_after_a_question_that_says_what_is_lost()
    {
        var list = await OpensAsync(await ParksAsync("a"), "Parked work");

        var question = await OpensAsync(list, "Drop…");
        question.Says("What this task was to bring about does not happen.").ShouldBeTrue();
        CardChecks.Problems(question.Json).ShouldBeEmpty();
        (await Items()).Count.ShouldBe(1);
        (await Ada.Clicks(question, "Drop it")).Card!.Says("Dropped.").ShouldBeTrue();

        (await Items()).ShouldBeEmpty();
        (await RowsAsync()).ShouldNotContain(row => row.GetString("Kind") == Failing.Name);
    }

    [Fact]
    public async Task The_second_of_two_admins_is_told_that_it_is_decided()
    {
        var list = await OpensAsync(await ParksAsync("a"), "Parked work");
        await MakeAdmin(Cast.Rita);
        handler.Fails = false;

        var answers = await Task.WhenAll(Ada.Clicks(list, "Retry"), App.As(Cast.Rita).Clicks(list, "Retry"));

        answers.Count(answer => answer.Card!.Says("Put back: it runs now.")).ShouldBe(1);
        answers.Count(answer => answer.Card!.Says("Somebody has decided on this already.")).ShouldBe(1);
        (await Ada.Clicks(list, "Drop…")).Card!.Says("Somebody has decided on this already.").ShouldBeTrue();
    }

    [Fact]
    public async Task All_parked_work_is_put_back_at_once()
    {
        var list = await OpensAsync(await ParksAsync("a", "b", "c"), "Parked work");
        handler.Fails = false;

        (await Ada.Clicks(list, "Retry all")).Card!.Says("3 put back: they run now.").ShouldBeTrue();

        (await Items()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_no_admin_gets_nothing_by_clicking()
    {
        var list = await OpensAsync(await ParksAsync("a"), "Parked work");

        foreach (var button in (string[])["Retry", "Drop…", "Status"])
        {
            (await App.As(FakeTeam.Manager).Clicks(list, button)).Card.ShouldBeNull();
        }

        (await Items()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("00/0638000")]
    [InlineData("99/parked|1")]
    [InlineData("00/parked|~zzzz#?")]
    public async Task A_made_up_item_is_nothing(string id) =>
        (await Ada.Sends(FakeTeam.Admin.PersonalChatId, "operators.dropNow", $$"""{"work":"{{id}}"}""")).Card!.Says("Somebody has decided on this already.").ShouldBeTrue();

    protected override void Change(IServiceCollection services)
    {
        base.Change(services);
        services.AddSingleton<IWorkHandler>(handler);
    }

    // An hour or more passes between two tries, as late as the waits get.
    private async Task<ShownCard> ParksAsync(params string[] keys)
    {
        App.Log.Expect(CapturedLog.WorkFailed);
        foreach (var key in keys)
        {
            await App.Services.GetRequiredService<WorkQueue>().PlanAsync(Failing.Name, key, Clock.Now, None);
        }

        for (var hour = 0; (await Items()).Count < keys.Length; hour++)
        {
            hour.ShouldBeLessThan(40, "It should have been parked by now.");
            await StepAsync(() => Clock.Jump(TimeSpan.FromMinutes(75)));
        }

        await App.Log.NextAsync(Parked);
        return await ToldAsync(AdasChat, keys.Length == 1 ? "1 task needs a decision" : $"{keys.Length} tasks need a decision");
    }

    // What Ada clicks gives way to the answer, in the same message.
    private async Task<ShownCard> OpensAsync(ShownCard card, string button) =>
        (await Ada.Clicks(card, button)).Card! with { ConversationId = card.ConversationId, ActivityId = card.ActivityId };

    private Task<IReadOnlyList<ParkedItem>> Items() => App.Services.GetRequiredService<ParkedWork>().AllAsync(None);

    private async Task<IReadOnlyList<TableEntity>> RowsAsync() =>
        await App.Services.GetRequiredService<ITables>().QueryAsync(TableNames.Work, TableRange.Everything, take: null, None).ToListAsync();

    private sealed class Failing : IWorkHandler
    {
        public const string Name = "other.fails";
        public const string Secret = "nadia.brandt";

        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int runs;

        public string Kind => Name;

        public bool Fails { get; set; } = true;

        public int Runs => runs;

        public Task Done => done.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
        {
            Interlocked.Increment(ref runs);
            if (Fails)
            {
                throw new InvalidOperationException($"Something about {Secret}.");
            }

            done.TrySetResult();
            return Task.FromResult(WorkOutcome.Done);
        }
    }
}
