using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>What a rep notes after contact. It is Monday, 2 March 2026, 10:00 in Warsaw.</summary>
public sealed class NotingTests : AppTest
{
    private static readonly (Instant From, Instant To) Today = (Instant.FromUtc(2026, 3, 1, 23, 0), Instant.FromUtc(2026, 3, 2, 23, 0));

    [Fact]
    public async Task Two_taps_note_an_objection_and_what_helped()
    {
        var own = await Contacted();

        var heard = await Ben.Clicks(own, "Price");
        heard.Card!.Has("✓ Price").ShouldBeTrue();
        var helped = await Ben.Clicks(own, "Demo");

        helped.Card!.Has("✓ Price").ShouldBeTrue();
        helped.Card.Has("✓ Demo").ShouldBeTrue();
        (await Mia.Clicks(App.ChatOf(Cast.Mia).Cards[^1], "Details")).Card!.Says("Price").ShouldBeTrue("Marketing sees it with the details.");
        await App.ChatOf(FakeTeam.Rep).NextUpdate(own, "✓ Demo");
        var noted = (await App.Records.Handoff("L-1~1")).Feedback!;
        noted.Objections.Select(one => one.What).ShouldBe([Objection.Price]);
        noted.Content.Select(one => one.What.Kind).ShouldBe([ContentKind.Demo]);
        noted.By.Name.ShouldBe(FakeTeam.Rep.Name);
        (await App.Records.Ledger("L-1~1")).Select(row => row.Action).ShouldBe([HandoffAction.Accept, HandoffAction.Contact], "What is noted is no acknowledgement.");
    }

    [Fact]
    public async Task A_second_tap_takes_it_away_and_what_was_said_can_be_typed_and_deleted()
    {
        var own = await Contacted();

        var chosen = Here((await Ben.Clicks(own, "Competitor")).Card!, own);
        (await Ben.Clicks(chosen, "✓ Competitor")).Card!.Has("Competitor").ShouldBeTrue();
        var quoted = Here((await Ben.Clicks(own, "Save", ("quote", "We have a planner already."))).Card!, own);
        quoted.Says("“We have a planner already.”").ShouldBeTrue();
        quoted.Filled("quote").ShouldBe("We have a planner already.");
        (await Ben.Clicks(quoted, "Save", ("quote", ""))).Card!.Says("planner already").ShouldBeFalse();

        var noted = (await App.Records.Handoff("L-1~1")).Feedback!;
        (noted.Objections.Count, noted.Quote).ShouldBe((0, null));
    }

    [Fact]
    public async Task Taps_on_all_chips_at_once_each_delivered_twice_all_count()
    {
        var own = await Contacted();
        string[] chips = ["Price", "Timing", "Competitor", "No need", "Trust or proof", "No authority", "Technical fit"];
        var clicks = chips.Append("Demo").Select(chip => Ben.Click(own, chip)).ToArray();

        var answers = await Task.WhenAll(clicks.Concat(clicks).Select(Ben.Delivers));

        answers.ShouldAllBe(answer => answer.Card != null);
        var noted = (await App.Records.Handoff("L-1~1")).Feedback!;
        noted.Objections.Select(one => one.What).ShouldBe(Enum.GetValues<Objection>().Where(objection => objection != Objection.None));
        noted.Content.Count.ShouldBe(1);
        noted.Version.ShouldBe(3 + clicks.Length);
    }

    [Fact]
    public async Task Only_the_owners_card_is_shown_anew()
    {
        var own = await Contacted();
        await App.SettledAsync();
        var updates = Updates();

        await Ben.Clicks(own, "Price");
        await App.ChatOf(FakeTeam.Rep).NextUpdate(own, "✓ Price");
        await App.SettledAsync();

        Updates().ShouldBe(updates + 1);
        await Ben.Clicks(own, "Qualified");
        await App.SettledAsync();
        Updates().ShouldBe(updates + 4, "The channel's, the marketer's and the owner's.");
    }

    [Fact]
    public async Task Nobody_else_can_note_and_nobody_before_contact()
    {
        var own = await AcceptedByBen(await HandedOff());
        own.Has("Price").ShouldBeFalse();
        const string Data = """{"handoff":"L-1~1","v":2,"what":"Price","on":"yes"}""";

        (await Ben.Sends(own.ConversationId, "handoff.heard", Data)).Sentence.ShouldBe("First say that you contacted the lead. Then note what you heard.");
        await Ben.Clicks(own, "Contacted");
        (await App.As(FakeTeam.OtherRep).Sends(FakeTeam.SalesChannelId, "handoff.heard", Data)).Card.ShouldBeNull();
        (await Mia.Sends(Cast.Mia.PersonalChatId, "handoff.heard", Data)).Card.ShouldBeNull();
        (await Ben.Sends(own.ConversationId, "handoff.heard", Data.Replace("yes", "maybe"))).Card.ShouldBeNull();
        (await Ben.Sends(own.ConversationId, "handoff.heard", Data.Replace("Price", "7"))).Card.ShouldBeNull();
        (await Ben.Sends(own.ConversationId, "handoff.helped", Data.Replace("Price", "https://evil.example"))).Card.ShouldBeNull();
        (await App.Records.Handoff("L-1~1")).Feedback.ShouldBeNull();
    }

    [Fact]
    public async Task The_figures_have_it_on_the_day_of_the_note()
    {
        var own = await Contacted();
        await Ben.Clicks(own, "Price");
        await Ben.Clicks(own, "Demo");
        await Ben.Clicks(own, "Save", ("quote", "Too dear for one depot."));
        await App.SettledAsync();

        var figures = (await Feedback())["dock delays 2026"];

        (figures.Handed, figures.Accepted, figures.Rejected).ShouldBe((1, 1, 0));
        figures.Objections.ShouldBe(new Dictionary<Objection, int> { [Objection.Price] = 1 });
        figures.Content.ShouldBe([new(HelpfulContent.Of(ContentKind.Demo), 1)]);
        (await Model.QuotedAsync(FakeTeam.TenantId, new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "DOCK DELAYS 2026" }, Today.From, Today.To, 5, CancellationToken.None))
            .ShouldHaveSingleItem().ToString().ShouldBe("L-1~1");
        (await Model.FeedbackAsync("another", Today.From, Today.To, CancellationToken.None)).ShouldBeEmpty();

        await Ben.Clicks(Here((await Ben.Clicks(own, "Timing")).Card!, own), "✓ Price");
        await App.SettledAsync();
        (await Feedback())["Dock Delays 2026"].Objections.ShouldBe(new Dictionary<Objection, int> { [Objection.Timing] = 1 });
    }

    private FiguresModel Model => App.Services.GetRequiredService<FiguresModel>();

    private async Task<IReadOnlyDictionary<string, FeedbackFigures>> Feedback()
    {
        await Model.CatchUpAsync(CancellationToken.None);
        return await Model.FeedbackAsync(FakeTeam.TenantId, Today.From, Today.To, CancellationToken.None);
    }

    private int Updates() => App.Teams.Log.All.Count(happened => happened is { IsDone: true, Operation: ConnectorOperation.Update });

    private static ShownCard Here(ShownCard card, ShownCard message) => card with { ConversationId = message.ConversationId, ActivityId = message.ActivityId };

    // Ben's card after he has contacted the lead.
    private async Task<ShownCard> Contacted()
    {
        var own = await AcceptedByBen(await HandedOff());
        var answer = await Ben.Clicks(own, "Contacted");
        await App.SettledAsync();
        return Here(answer.Card!, own);
    }
}
