using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Tests.Cards;

public sealed class HandoffCardTests
{
    [Theory]
    [InlineData("waiting", Audience.Channel, "New lead for Sales DACH", "Answer by 14:30, 25 working minutes left", "Accept, Reject…, Ask marketing…, Details, Why this score?")]
    [InlineData("overdue", Audience.Channel, "Overdue since 14:30", "Answer now, 12 working minutes late", "Accept, Reject…, Ask marketing…, Details, Why this score?")]
    [InlineData("asked", Audience.Channel, "New lead for Sales DACH", "Marketing’s turn, the clock stands still: 26 working minutes left", "Accept, Reject…, Details, Why this score?")]
    [InlineData("answered", Audience.Asker, "Answer from Anna Nowak", "Answer by 14:35, 25 working minutes left", "Accept, Reject…, Ask marketing…, Details, Why this score?")]
    [InlineData("waiting", Audience.Requester, "Handed to Sales DACH, waiting", "Sales answers by 14:30, 25 working minutes left", "Details")]
    [InlineData("asked", Audience.Requester, "Question from Lena Hoff", "Marketing’s turn, the clock stands still: 26 working minutes left", "Send answer, Details")]
    [InlineData("asked", Audience.Marketing, "Question from Lena Hoff", "Marketing’s turn, the clock stands still: 26 working minutes left", "Send answer, Details")]
    [InlineData("answered", Audience.Requester, "✓ Answered, question from Lena Hoff", "Sales answers by 14:35, 25 working minutes left", "Details")]
    [InlineData("accepted", Audience.Channel, "✓ Accepted, within SLA", null, "Details")]
    [InlineData("accepted-late", Audience.Channel, "Accepted, 12 working minutes late", null, "Details")]
    [InlineData("accepted", Audience.Owner, "✓ Yours since 14:11, within SLA", "Contact by 16:11, 2 working hours left", "Contacted, Qualified, Not now…, Reassign…, Ask marketing…, Details")]
    [InlineData("contact-overdue", Audience.Owner, "Contact overdue since 16:11", "Contact now, 29 working minutes late", "Contacted, Qualified, Not now…, Reassign…, Ask marketing…, Details")]
    [InlineData("contact-overdue", Audience.Channel, "Contact overdue since 16:11", "No contact yet, 29 working minutes late", "Details")]
    [InlineData("contacted", Audience.Owner, "✓ Contacted, within SLA", null, "Qualified, In their words…, Not now…, Reassign…, Details")]
    [InlineData("qualified", Audience.Owner, "✓ Qualified, 16:40", null, "In their words…, Not now…, Reassign…, Details")]
    [InlineData("rejected", Audience.Channel, "Rejected, no budget", null, "Details")]
    [InlineData("recycled", Audience.Owner, "Not now, back on 1 Feb 2027", null, "Details")]
    public void The_card_says_the_state_the_deadline_and_what_to_do(string state, Audience audience, string line, string? deadline, string buttons)
    {
        var card = HandoffCard.Render(Samples.View(state, audience));

        Shown(card.Body[0]).ShouldBe(line);
        card.Body.OfType<AdaptiveTextBlock>().Skip(1).SingleOrDefault(text => text is { Weight: AdaptiveTextWeight.Bolder, Size: AdaptiveTextSize.Default, Spacing: AdaptiveSpacing.Small })?.Text.ToString().ShouldBe(deadline);
        string.Join(", ", card.Actions!.Select(action => action.Title)).ShouldBe(buttons);
    }

    [Theory]
    [InlineData("waiting", Audience.Channel, Language.English, "New lead for Sales DACH: Nadia Brandt, Kestrel Cold Chain. Answer by 14:30.")]
    [InlineData("waiting", Audience.Channel, Language.Polish, "Nowy lead · Sales DACH: Nadia Brandt, Kestrel Cold Chain. Odpowiedz do 14:30.")]
    [InlineData("waiting", Audience.Channel, Language.Chinese, "新线索 · Sales DACH：Nadia Brandt，Kestrel Cold Chain。请在14:30前答复。")]
    [InlineData("accepted", Audience.Owner, Language.English, "Yours since 14:11, within SLA: Nadia Brandt, Kestrel Cold Chain. Contact by 16:11.")]
    [InlineData("contacted", Audience.Requester, Language.English, "Contacted, within SLA: Nadia Brandt, Kestrel Cold Chain. Owner: Tomasz Wilk.")]
    [InlineData("rejected", Audience.Requester, Language.English, "Rejected, no budget: Nadia Brandt, Kestrel Cold Chain")]
    public void The_notification_says_what_who_and_by_when(string state, Audience audience, Language language, string summary)
    {
        var view = Samples.View(state, audience, language);
        HandoffCard.Summary(view).ShouldBe(summary);
        HandoffCard.Render(view).FallbackText.ShouldBe(summary);
    }

    [Theory]
    [InlineData("Anna-Katharina von Hohenstein zu Löwenberg", "Anna-Katharina von…")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesel…")]
    [InlineData("Twenty-eight characters here", "Twenty-eight characters here")]
    public void A_long_name_is_cut_between_words_in_the_title_and_whole_in_the_details(string name, string cut)
    {
        var view = Samples.View("waiting") with { Lead = Samples.Nadia with { Name = name } };
        Shown(HandoffCard.Render(view).Body[1]).ShouldBe($"{cut}, Kestrel Cold Chain");
        Shown(HandoffCard.Details(view).Body[1]).ShouldBe($"{name}, Kestrel Cold Chain");
    }

    [Fact]
    public void A_lead_of_whom_only_the_id_is_known_has_a_card_without_holes()
    {
        var card = HandoffCard.Render(Samples.View("waiting") with { Lead = Samples.Unknown });
        card.Body.Select(Shown).ShouldBe(["New lead for Sales DACH", "Lead dac32acd4db4c29c230538b72f8…", "Answer by 14:30, 25 working minutes left"]);
    }

    [Fact]
    public void Nobody_to_give_the_lead_to_leaves_no_button_for_it() =>
        HandoffCard.Render(Samples.View("accepted", Audience.Owner) with { Colleagues = [] }).Actions!.ShouldNotContain(action => action.Id == "reassign-form");

    [Theory]
    [InlineData("+49 30 23125 042", "[+49 30 23125 042](tel:+493023125042)")]
    [InlineData("030/23125-042", "[030/23125-042](tel:03023125042)")]
    [InlineData("ask for Nadia", "ask for Nadia")]
    [InlineData("+49 30 23125 ext. 7", "+49 30 23125 ext. 7")]
    public void A_phone_number_can_be_dialled_when_it_is_one(string phone, string shown)
    {
        var card = HandoffCard.Render(Samples.View("accepted", Audience.Owner) with { Lead = Samples.Nadia with { Phone = phone } });
        card.Body.OfType<AdaptiveFactSet>().Single().Facts[0].Value.ToString().ShouldBe(shown);
    }

    [Theory]
    [InlineData("a.b@kestrel.example", true)]
    [InlineData("a.b@kestrel.example?cc=all@x.example", false)]
    [InlineData("a.b@kestrel", false)]
    [InlineData("not known", false)]
    public void An_email_is_a_link_when_it_is_an_address_and_nothing_more(string email, bool isLink)
    {
        var card = HandoffCard.Render(Samples.View("accepted", Audience.Owner) with { Lead = Samples.Nadia with { Email = email } });
        card.Body.OfType<AdaptiveFactSet>().Single().Facts[1].Value.ToString().Contains("mailto:").ShouldBe(isLink);
    }

    [Fact]
    public void Only_the_first_sixty_are_refreshed()
    {
        var many = Samples.View("waiting") with { RefreshFor = [.. Enumerable.Range(0, 100).Select(n => $"29:{n}")] };
        HandoffCard.Render(many).Refresh!.UserIds!.Count.ShouldBe(60);
        HandoffCard.Render(many with { RefreshFor = [] }).Refresh.ShouldBeNull();
    }

    private static string Shown(AdaptiveElement element) => element switch
    {
        AdaptiveTextBlock text => text.Text.ToString(),
        AdaptiveRichTextBlock rich => string.Concat(rich.Inlines.Select(run => run.Text)),
        _ => element.GetType().Name,
    };
}
