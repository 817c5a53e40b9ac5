using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Feedback;

/// <summary>The card of a week. It is Monday, 2 March 2026, 10:00 in Warsaw; Mia reads in London.</summary>
public sealed class WeeklyTests : AppTest
{
    private static readonly Instant Tuesday = Instant.FromUtc(2026, 3, 3, 12, 0);
    private static readonly TimeSpan UntilMonday = TimeSpan.FromHours((6 * 24) + 23);

    private Said Said { get; set; } = null!;

    private Place MiasChat => App.ChatOf(Cast.Mia);

    private Place Marketing => App.Channel(FakeTeam.MarketingChannelId);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Said = new(App);
        await Mia.Says("help");
        await MiasChat.NextCard();
        await Said.BeginAsync();
    }

    [Fact]
    public async Task Its_owner_is_told_on_Monday_at_nine_what_sales_said_in_the_week()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        var own = await AcceptedByBen(await HandedOff());
        await Ben.Clicks(own, "Contacted");
        await App.SettledAsync();
        own = App.ChatOf(FakeTeam.Rep).Cards.Single(card => card.ActivityId == own.ActivityId);
        await Ben.Clicks(own, "Price");
        await Ben.Clicks(own, "One-page brief");
        await Ben.Clicks(own, "Save", ("quote", "Fine, but call +49 30 23125 042 or mail nadia@kestrel.example about the price."));
        await App.SettledAsync();
        await Said.RejectedAsync("c-1", Tuesday, RejectionReason.Budget, note: "Closed until Q3.");

        await App.PassesAsync(UntilMonday - TimeSpan.FromSeconds(2));
        MiasChat.Cards.Count(IsFeedback).ShouldBe(0);
        await App.PassesAsync(TimeSpan.FromSeconds(3));

        var card = MiasChat.Cards.Single(IsFeedback);
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("Week 2 Mar to 8 Mar").ShouldBeTrue();
        card.Says("Dock Delays 2026").ShouldBeTrue();
        card.Says("2 handed over (0) · 1 of 2 accepted, 50%").ShouldBeTrue();
        card.Says("No budget 1 (0)").ShouldBeTrue();
        card.Says("Price 1 (0)").ShouldBeTrue();
        card.Says("One-page brief 1 (0)").ShouldBeTrue();
        card.Says("“Fine, but call … or mail … about the price.” · Kestrel Cold Chain").ShouldBeTrue();
        card.Says("“Closed until Q3.”").ShouldBeTrue();
        Marketing.Cards.Count(IsFeedback).ShouldBe(0);

        var figures = (await Mia.Clicks(card, "Figures")).Card!;
        figures.Says("Objections heard").ShouldBeTrue();
        var back = await Mia.Clicks(figures with { ConversationId = card.ConversationId, ActivityId = card.ActivityId }, "Back");
        back.Card!.Says("Price 1 (0)").ShouldBeTrue();
    }

    [Fact]
    public async Task The_campaigns_of_one_owner_are_on_one_card_and_those_of_nobody_in_marketings_channel()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        await Recorded(new("fair") { Name = "Spring Fair", Owner = "mia marsh" });
        await Recorded(new("expo") { Name = "Expo", Owner = "Somebody Else" });
        await Said.RejectedAsync("dock delays 2026", Tuesday, RejectionReason.Timing);
        await Said.HeardAsync("Spring Fair", Tuesday, Objection.Trust, times: 2);
        await Said.HeardAsync("expo", Tuesday, Objection.Need);
        await Said.HeardAsync("Never recorded", Tuesday, Objection.Need);

        await App.PassesAsync(UntilMonday);

        var card = MiasChat.Cards.Single(IsFeedback);
        card.Says("2 campaigns").ShouldBeTrue();
        (card.Says("Spring Fair"), card.Says("Dock Delays 2026"), card.Says("Expo")).ShouldBe((true, true, false));
        var shared = Marketing.Cards.Single(IsFeedback);
        (shared.Says("Expo"), shared.Says("Never recorded"), shared.Says("Spring Fair")).ShouldBe((true, true, false));
    }

    [Fact]
    public async Task A_week_in_which_nothing_happened_is_not_told_and_the_next_one_is()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);

        await App.PassesAsync(UntilMonday);
        MiasChat.Cards.Count(IsFeedback).ShouldBe(0);
        await Said.RejectedAsync("Dock Delays 2026", Tuesday + Duration.FromDays(7), RejectionReason.Timing);
        await App.PassesAsync(TimeSpan.FromDays(7));

        MiasChat.Cards.Single(IsFeedback).Says("Week 9 Mar to 15 Mar").ShouldBeTrue();
    }

    [Fact]
    public async Task A_bot_that_was_away_for_weeks_tells_the_last_one()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        foreach (var weeks in Enumerable.Range(0, 4))
        {
            await Said.RejectedAsync("Dock Delays 2026", Tuesday + Duration.FromDays(7 * weeks), RejectionReason.Timing);
        }

        await App.PassesAsync(TimeSpan.FromDays(24)); // Thursday of the fourth week.
        await App.PassesAsync(TimeSpan.FromSeconds(2));

        MiasChat.Cards.Single(IsFeedback).Says("Week 16 Mar to 22 Mar").ShouldBeTrue();
        await App.PassesAsync(TimeSpan.FromDays(4));
        MiasChat.Cards.Where(IsFeedback).Select(card => card.Says("Week 23 Mar to 29 Mar")).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_trend_is_pointed_out_once()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        await Said.HeardAsync("Dock Delays 2026", Tuesday - Duration.FromDays(7), Objection.Price, times: 2);
        await Said.HeardAsync("Dock Delays 2026", Tuesday - Duration.FromDays(7), Objection.Timing, times: 6);
        await Said.HeardAsync("Dock Delays 2026", Tuesday, Objection.Price, times: 6);
        await Said.HeardAsync("Dock Delays 2026", Tuesday + Duration.FromDays(7), Objection.Price, times: 6);

        await App.PassesAsync(UntilMonday);
        MiasChat.Cards.Single(IsFeedback).Says("Heard more often: Price, 6 (before 0.5 a week)").ShouldBeTrue();
        await App.PassesAsync(TimeSpan.FromDays(7));

        MiasChat.Cards.Where(IsFeedback).Select(card => card.Says("Heard more often")).ShouldBe([true, false]);
        var first = MiasChat.Cards.First(IsFeedback);
        var figures = (await Mia.Clicks(first, "Figures")).Card! with { ConversationId = first.ConversationId };
        (await Mia.Clicks(figures, "Back")).Card!.Says("Heard more often").ShouldBeTrue("The card of that week said so.");
    }

    [Fact]
    public async Task Nobody_is_woken()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", FakeTeam.Manager);
        await App.As(FakeTeam.Manager).Says("help");
        await App.ChatOf(FakeTeam.Manager).NextCard();
        await App.Services.GetRequiredService<PeopleStore>().ChangeAsync(
            FakeTeam.TenantId, new(FakeTeam.Manager.AadObjectId), known => known! with { TimeZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] }, CancellationToken.None);
        await Said.RejectedAsync("Dock Delays 2026", Tuesday, RejectionReason.Timing);
        var chat = App.ChatOf(FakeTeam.Manager);
        var before = chat.Cards.Count;

        await App.PassesAsync(UntilMonday + TimeSpan.FromHours(5));
        chat.Cards.Count.ShouldBe(before);
        await App.PassesAsync(TimeSpan.FromHours(2)); // Eight o'clock there, in summer time already.

        chat.Cards.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task What_Teams_did_not_take_is_sent_again_and_what_it_may_have_taken_is_not()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        await Said.RejectedAsync("Dock Delays 2026", Tuesday, RejectionReason.Timing);
        await Said.RejectedAsync("Dock Delays 2026", Tuesday + Duration.FromDays(7), RejectionReason.Timing);
        App.Teams.Faults.Add(new Fault(ConnectorOperation.Send, 503) { ConversationId = Cast.Mia.PersonalChatId });
        App.Log.Expect(CapturedLog.WorkFailed);

        var putOff = App.Log.NextAsync(CapturedLog.WorkPutOff);
        App.MuchLater(UntilMonday);
        await putOff;
        await App.PassesAsync(TimeSpan.FromSeconds(10));
        MiasChat.Cards.Count(IsFeedback).ShouldBe(1);

        App.Teams.Faults.Add(new Fault(ConnectorOperation.Send, 0) { ConversationId = Cast.Mia.PersonalChatId, AfterWork = true, CutsConnection = true });
        putOff = App.Log.NextAsync(CapturedLog.WorkPutOff);
        App.MuchLater(TimeSpan.FromDays(7));
        await putOff;
        await App.PassesAsync(TimeSpan.FromMinutes(10));

        MiasChat.Cards.Count(IsFeedback).ShouldBe(2);
        await App.PassesAsync(TimeSpan.FromHours(2));
        MiasChat.Cards.Count(IsFeedback).ShouldBe(2);
    }

    [Fact]
    public async Task An_owner_who_takes_nothing_is_told_of_in_marketings_channel()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        await Said.RejectedAsync("Dock Delays 2026", Tuesday, RejectionReason.Timing);
        App.Teams.Faults.Add(new Fault(ConnectorOperation.Send, 403) { ConversationId = Cast.Mia.PersonalChatId, Code = "MessageWritesBlocked" });
        App.Log.Expect(202);

        await App.PassesAsync(UntilMonday);

        Marketing.Cards.Single(IsFeedback).Says("Dock Delays 2026").ShouldBeTrue();
    }

    [Fact]
    public async Task Work_that_runs_twice_and_a_chain_that_is_begun_twice_tell_once()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        await Said.RejectedAsync("Dock Delays 2026", Tuesday, RejectionReason.Timing);
        await Said.BeginAsync();
        await App.Services.GetRequiredService<WorkQueue>().PlanAsync(FeedbackPlan.WorkKind, $"{FakeTeam.TenantId}|2026-03-09", App.Clock.Now, CancellationToken.None);
        var handler = App.Services.GetServices<IWorkHandler>().Single(one => one.Kind == FeedbackPlan.WorkKind);

        await App.PassesAsync(UntilMonday);
        var now = App.Clock.Now;
        await handler.RunAsync(new(FeedbackPlan.WorkKind, $"{FakeTeam.TenantId}|2026-03-09", now, now, now, 1), CancellationToken.None);
        await App.PassesAsync(TimeSpan.FromSeconds(5));

        MiasChat.Cards.Count(IsFeedback).ShouldBe(1);
        (await App.Services.GetRequiredService<FeedbackPlan>().NextAsync(FakeTeam.TenantId, CancellationToken.None)).ShouldBe(new LocalDate(2026, 3, 16));
    }

    [Fact]
    public async Task What_was_said_by_a_lead_that_is_forgotten_goes_from_the_card_and_its_figures_stay()
    {
        await Said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        await Said.HeardAsync("Dock Delays 2026", Tuesday, Objection.Price, quote: "Too dear for one depot.");
        await Said.RejectedAsync("Dock Delays 2026", Tuesday, RejectionReason.Budget, note: "Closed until Q3.");
        await App.PassesAsync(UntilMonday);
        MiasChat.Cards.Single(IsFeedback).Says("“Too dear for one depot.” · Quist 1 A/S").ShouldBeTrue();

        await App.Services.GetRequiredService<Erasures>().PlanAsync(new(new(new("said-1"), ErasureCause.Asked, PersonRef.Baton, App.Clock.Now)), CancellationToken.None);
        await App.PassesAsync(TimeSpan.FromSeconds(2));
        await App.PassesAsync(TimeSpan.FromSeconds(2));

        var card = MiasChat.Cards.Single(IsFeedback);
        (card.Says("Too dear"), card.Says("Quist 1"), card.Says("Closed until Q3."), card.Says("Price 1 (0)")).ShouldBe((false, false, true, true));
    }

    private Task Recorded(Campaign campaign) => new CampaignStore(App.Services.GetRequiredService<Storage.Tables.ITables>(), App.Clock)
        .SaveAsync([campaign], new Coverage([nameof(Campaign.Name), nameof(Campaign.Owner)], []), CancellationToken.None);

    private static bool IsFeedback(ShownCard card) => card.Says("feedback from sales");
}
