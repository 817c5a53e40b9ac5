using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Announcements;

public sealed class AnnouncementCardTests
{
    private const int MostBytes = 24 * 1024;

    public static TheoryData<string> Names => [.. AnnouncementSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_keeps_to_what_Teams_needs_and_is_small_enough_in_every_language(string name)
    {
        foreach (var language in Languages.All)
        {
            var card = AnnouncementSamples.All[name](Say.In(language));
            CardChecks.Problems(card).ShouldBeEmpty($"{language}");
            CardJson.Serialize(card).Length.ShouldBeLessThan(MostBytes, $"{language}");
        }
    }

    [Theory]
    [InlineData("announcement-coming", "Campaign starts Monday", "Got it", "Ask the owner…", "Details", "Who got it?")]
    [InlineData("announcement-far", "Campaign starts 23 Nov", "Got it", "Ask the owner…", "Details", "Who got it?")]
    [InlineData("announcement-live", "Live until 18 Dec", "Got it", "Ask the owner…", "Details", "Who got it?")]
    [InlineData("announcement-got-it", "You have got it", "Ask the owner…", "Details", "Who got it?")]
    [InlineData("announcement-over", "Ended 18 Dec 2026", "Details", "Who got it?")]
    [InlineData("announcement-withdrawn", "Withdrawn by Priya Raman: do not use it any more.")]
    [InlineData("announcement-details", "you: helpful", "Back")]
    [InlineData("announcement-preview", "Europe/Berlin", "Post", "Edit")]
    [InlineData("announcement-preview-changes", "has it, is changed at once", "Post changes", "Edit")]
    [InlineData("announcement-compose-1", "Page 1 of 4: what it is", "Next", "Preview", "Discard")]
    [InlineData("announcement-compose-2", "Dock Delays 2026", "Next", "Back", "Preview", "Discard")]
    [InlineData("announcement-compose-3", "Page 3 of 4: where and when", "Preview", "Languages", "Back", "Discard")]
    [InlineData("announcement-compose-4", "Page 4 of 4: other languages", "Preview", "Back", "Discard")]
    [InlineData("announcement-author-draft", "Name, First day, Last day, Sales channels", "Go on", "Preview", "Discard")]
    [InlineData("announcement-author-posting", "1 of 4 posted, 1 refused, 1 uncertain, 1 waiting", "Edit…", "Remind", "End early…", "Withdraw…", "Duplicate")]
    [InlineData("announcement-author-posted", "12,500 EUR", "Edit…", "End early…", "Withdraw…", "Duplicate")]
    [InlineData("announcement-author-over", "Dock Delays 2026", "Duplicate", "Withdraw…")]
    [InlineData("announcement-author-withdrawn", "Withdrawn by Priya Raman", "Duplicate")]
    [InlineData("announcement-note-results", "48,250.50 EUR")]
    [InlineData("announcement-question", "Lena Hoff asks Priya Raman")]
    [InlineData("announcement-question-owner", "Does the audit cost anything", "Send answer")]
    [InlineData("announcement-reminder", "Priya Raman asks you to read this", "Got it", "Details")]
    [InlineData("campaigns-none-marketer", "There are no campaigns yet.", "New announcement", "Calendar")]
    [InlineData("campaigns-month", "23–29", "Oct 2026", "Dec 2026", "List")]
    public void What_it_says_and_what_may_be_done_stands_on_the_card(string name, string words, params string[] buttons)
    {
        var card = AnnouncementSamples.All[name](Say.In(Language.English));
        Shown(card).Says(words).ShouldBeTrue();
        (card.Actions ?? []).Select(button => button.Title).ShouldBe(buttons);
    }

    [Fact]
    public void The_budget_is_for_managers_alone()
    {
        foreach (var (name, render) in AnnouncementSamples.All.Where(sample => !sample.Key.Contains("compose") && sample.Key is not ("announcement-author-posted" or "announcement-author-ready" or "announcement-author-longest")))
        {
            CardJson.ToJsonElement(render(Say.In(Language.English))).GetRawText().ShouldNotContain("12,500", customMessage: name);
        }
    }

    [Fact]
    public void Nobody_asks_themselves() =>
        AnnouncementCard.Render(AnnouncementSamples.View(Say.In(Language.English), AnnouncementSamples.Announced, Samples.Requested) with { Reader = AnnouncementSamples.Priya.Id })
            .Actions!.ShouldNotContain(button => button is AdaptiveShowCardAction);

    [Fact]
    public void Teams_asks_for_the_view_of_sixty_people_at_most()
    {
        var card = AnnouncementCard.Render(AnnouncementSamples.Full(Say.In(Language.English)));
        card.Refresh!.Action.Verb.ShouldBe(AnnouncementVerbs.View);
        card.Refresh.UserIds!.Count.ShouldBe(AdaptiveRefresh.MaxUserIds);
    }

    [Fact]
    public void A_press_on_the_form_sends_what_was_typed()
    {
        foreach (var page in Enumerable.Range(1, ComposeView.Pages))
        {
            ComposeForm.Render(AnnouncementSamples.Compose(Say.In(Language.English), page)).Actions!.OfType<AdaptiveExecuteAction>()
                .ShouldAllBe(button => button.AssociatedInputs == AdaptiveAssociatedInputs.Auto);
        }
    }

    [Fact]
    public void The_form_asks_once_for_every_field()
    {
        var asked = Enumerable.Range(1, ComposeView.Pages)
            .SelectMany(page => ComposeForm.Render(AnnouncementSamples.Compose(Say.In(Language.Polish), page)).Body.OfType<AdaptiveInput>())
            .Select(input => input.Id!);
        var further = Languages.All.Where(language => language != Language.English).SelectMany(language => AnnouncementForm.Translated.Select(field => AnnouncementForm.In(field, language)));
        asked.ShouldBe(AnnouncementForm.Fields.Concat(further), ignoreOrder: true);
    }

    [Fact]
    public void What_cannot_be_read_as_a_date_is_kept_to_be_mended()
    {
        var form = ComposeForm.Render(AnnouncementSamples.Compose(Say.In(Language.English), 1) with { Form = AnnouncementSamples.Faulty, Faults = AnnouncementSamples.Faults });
        form.Body.OfType<AdaptiveTextInput>().Single(input => input.Id == AnnouncementForm.StartsOn).Value.ShouldBe("next Monday");
        Shown(form).Says("“next Monday” is not a date.").ShouldBeTrue();
    }

    [Fact]
    public void Every_channel_is_chosen_until_somebody_chose_or_posted()
    {
        var view = AnnouncementSamples.Compose(Say.In(Language.English), 3) with { Form = AnnouncementForm.Empty };
        Chosen(view).ShouldBe("19:dach,19:uk,19:riyadh");
        Chosen(view with { Form = AnnouncementForm.Empty.With(AnnouncementForm.SalesChannels, "19:uk,19:gone") }).ShouldBe("19:uk");
        Chosen(view with { Announcement = AnnouncementSamples.Announced }).ShouldBeNull();

        static string? Chosen(ComposeView view) => ComposeForm.Render(view).Body.OfType<AdaptiveChoiceSetInput>().Single().Value;
    }

    private static ShownCard Shown(AdaptiveCard card) => new("", "", CardJson.ToJsonElement(card));
}
