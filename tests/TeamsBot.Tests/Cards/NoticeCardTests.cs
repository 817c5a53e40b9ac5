using Shouldly;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Tests.Cards;

public sealed class NoticeCardTests
{
    [Theory]
    [InlineData("reminder", "Reminder: 15 working minutes left", "Nadia Brandt, Kestrel Cold Chain", "Accept, Reject…, Details")]
    [InlineData("last-reminder", "Reminder: 6 working minutes left", "Nadia Brandt, Kestrel Cold Chain", "Accept, Reject…, Details")]
    [InlineData("missed", "SLA missed, 1 working minute late", "Nobody has answered Nadia Brandt", "Accept, Reject…, Details")]
    [InlineData("head", "SLA missed, 15 working minutes late", "Nobody has answered Nadia Brandt", "Assign to Tomasz Wilk, Someone else…, I’ll take it, Details")]
    [InlineData("offer", "Offered to you", "Nadia Brandt, Kestrel Cold Chain", "Accept, Reject…, Details")]
    [InlineData("offer-to-channel", "Offered to this channel", "Nadia Brandt, Kestrel Cold Chain", "Accept, Reject…, Details")]
    [InlineData("catch-all", "SLA missed, 2 working hours late", "Nobody has answered Nadia Brandt", "Someone else…, I’ll take it, Details")]
    [InlineData("owner-reminder", "Reminder: 23 working minutes left", "Nadia Brandt, Kestrel Cold Chain", "Contacted, Details")]
    [InlineData("owner-missed", "SLA missed, 1 working minute late", "Nobody has contacted Nadia Brandt", "Contacted, Details")]
    [InlineData("owner-head", "SLA missed, 16 working minutes late", "Nobody has contacted Nadia Brandt", "Assign to Lena Hoff, Someone else…, I’ll take it, Details")]
    [InlineData("take-over", "Offered to you", "Nadia Brandt, Kestrel Cold Chain", "Take over, Details")]
    public void A_notice_says_what_is_the_matter_and_what_to_do(string name, string state, string title, string buttons)
    {
        var card = HandoffCard.Render(NoticeSamples.View(name));
        Lines(card).Take(2).ShouldBe([state, title]);
        string.Join(", ", card.Actions!.Select(action => action.Title)).ShouldBe(buttons);
    }

    [Fact]
    public void The_head_reads_what_happened_and_what_happens_next()
    {
        var card = HandoffCard.Render(NoticeSamples.View("head"));
        card.Body.OfType<AdaptiveFactSet>().Single().Facts.Select(fact => $"{fact.Title} {fact.Value}").ShouldBe(
            ["14:00 Handed to Sales DACH", "14:15 Reminder sent", "14:24 Reminder sent", "14:30 Deadline, no answer"]);
        Lines(card)[^1].ShouldBe("Unless you decide, Baton offers it to Tomasz Wilk at 15:00.");
    }

    [Fact]
    public void The_owner_reads_how_the_time_was_counted()
    {
        var lines = Lines(HandoffCard.Render(NoticeSamples.View("owner-missed")));
        lines.ShouldContain("The target is 2 working hours from the acceptance. What counts: Mon–Fri 09:00–17:00 (Europe/Warsaw).");
        lines[^1].ShouldBe("If nothing happens, Baton tells Omar Haddad at 16:26.");
    }

    [Fact]
    public void Once_the_lead_is_taken_the_notice_says_so_and_its_buttons_are_gone()
    {
        var card = HandoffCard.Render(NoticeSamples.Settled());
        Lines(card)[0].ShouldBe("Accepted, 16 working minutes late");
        card.Actions!.Select(action => action.Title).ShouldBe(["Details"]);
        card.FallbackText.ShouldBe("Accepted, 16 working minutes late: Nadia Brandt, Kestrel Cold Chain. Contact by 16:46.");
    }

    [Fact]
    public void The_details_tell_in_the_history_what_was_missed_and_who_was_asked()
    {
        var history = HandoffCard.Details(NoticeSamples.View("offer")).Body.OfType<AdaptiveFactSet>().Last().Facts.Select(fact => $"{fact.Title} {fact.Value}");
        history.ShouldBe(["14:00 Handed over by Anna Nowak", "14:30 Deadline, no answer", "14:45 Omar Haddad was told", "15:00 Offered to Tomasz Wilk"]);
    }

    [Fact]
    public void Only_the_last_call_is_coloured_and_a_missed_time()
    {
        Colour("reminder").ShouldBe(AdaptiveTextColor.Default);
        Colour("last-reminder").ShouldBe(AdaptiveTextColor.Warning);
        Colour("missed").ShouldBe(AdaptiveTextColor.Attention);
        Colour("offer").ShouldBe(AdaptiveTextColor.Default);
    }

    private static AdaptiveTextColor Colour(string name) => ((AdaptiveTextBlock)HandoffCard.Render(NoticeSamples.View(name)).Body[0]).Color;

    private static string[] Lines(AdaptiveCard card) => [.. card.Body.OfType<AdaptiveTextBlock>().Select(text => text.Text.ToString())];
}
