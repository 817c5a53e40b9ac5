using System.Text;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Tests.Cards;

public sealed class EveryCardTests
{
    [Fact]
    public void Every_card_keeps_to_what_Teams_needs() =>
        CardMatrix.Cards().SelectMany(card => CardChecks.Problems(card.Card).Select(problem => $"{card.Name}: {problem}")).ShouldBeEmpty();

    [Fact]
    public void Arabic_cards_and_their_forms_run_from_right_to_left()
    {
        foreach (var (name, card) in CardMatrix.Cards())
        {
            var forms = (card.Actions ?? []).OfType<AdaptiveShowCardAction>().Select(form => form.Card);
            forms.Append(card).ShouldAllBe(part => part.Rtl == name.StartsWith("Arabic", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void Only_the_owner_sees_phone_and_email()
    {
        foreach (var (name, view) in CardMatrix.Views().Concat(CardMatrix.Notices()).Where(view => view.Name.EndsWith("nadia", StringComparison.Ordinal)))
        {
            var shown = Json(HandoffCard.Render(view)) + Json(HandoffCard.Details(view)) + HandoffCard.Summary(view);
            var isOwners = view is { Audience: Audience.Owner, Handoff.IsOwned: true };
            shown.Contains(Samples.Phone).ShouldBe(isOwners, name);
            shown.Contains("nadia.brandt").ShouldBe(isOwners, name);
            shown.Contains("tel:").ShouldBe(isOwners, name);
        }
    }

    [Fact]
    public void A_foes_name_makes_no_link_and_no_mention()
    {
        foreach (var (name, card) in CardMatrix.Cards().Where(card => card.Name.Contains("hostile")))
        {
            foreach (var text in Markdown(card))
            {
                text.Replace(@"\[", "").ShouldNotContain("[click", customMessage: name);
                text.Replace(@"\<", "").ShouldNotContain("<at", customMessage: name);
                text.Replace(@"\*", "").ShouldNotContain("**x**", customMessage: name);
            }
        }
    }

    [Fact]
    public void A_foes_name_is_shown_to_the_letter()
    {
        var details = HandoffCard.Details(Samples.View("waiting") with { Lead = Samples.HostileLead });
        Markdown(details).ShouldContain(text => text.Replace("\\", "").Contains(Samples.Hostile));
    }

    [Fact]
    public void Buttons_carry_the_handoff_and_its_version()
    {
        foreach (var (name, view) in CardMatrix.Views().Concat(CardMatrix.Notices()))
        {
            var buttons = (HandoffCard.Render(view).Actions ?? []).SelectMany(Buttons).ToArray();
            buttons.ShouldNotBeEmpty(name);
            string[] carried = view.Notice is null ? ["handoff", "v"] : ["handoff", "v", "notice"];
            buttons.ShouldAllBe(button => button.Data!.Values.Select(value => value.Key).Where(key => key != "to").SequenceEqual(carried), name);
        }
    }

    [Fact]
    public void A_refusal_has_a_sentence_in_every_language()
    {
        var handoff = Samples.Answered with { Route = Samples.Offered.Route, Dispute = Samples.Ruled.Dispute, Owner = Samples.Tomasz, AcceptedAt = Samples.Requested, Rejection = Samples.Rejected.Rejection, Recycling = Samples.Recycled.Recycling };
        foreach (var language in TeamsBot.Text.Languages.All)
        {
            var view = Samples.View(handoff, 10, Audience.Channel, language);
            var sentences = Enum.GetValues<Refusal>().Select(why => Refusals.Sentence(why, handoff, new(view.Say, view.Zone, view.Now))).ToArray();
            sentences.ShouldBeUnique();
        }
    }

    [Fact]
    public void The_slower_click_is_told_who_was_faster()
    {
        var view = Samples.View("accepted");
        Refusals.Sentence(Refusal.TakenByAnother, view.Handoff, new(view.Say, view.Zone, view.Now)).ShouldBe("Tomasz Wilk was faster: accepted 14:11.");
    }

    private static IEnumerable<AdaptiveExecuteAction> Buttons(AdaptiveAction action) => action switch
    {
        AdaptiveExecuteAction button => [button],
        AdaptiveShowCardAction form => (form.Card.Actions ?? []).OfType<AdaptiveExecuteAction>(),
        _ => [],
    };

    private static IEnumerable<string> Markdown(AdaptiveCard card) => card.Body.SelectMany(element => element switch
    {
        AdaptiveTextBlock text => [text.Text.ToString()],
        AdaptiveFactSet facts => facts.Facts.SelectMany(fact => new[] { fact.Title.ToString(), fact.Value.ToString() }),
        AdaptiveColumnSet columns => columns.Columns.SelectMany(column => column.Items).OfType<AdaptiveTextBlock>().Select(text => text.Text.ToString()),
        _ => Array.Empty<string>(),
    });

    private static string Json(AdaptiveCard card) => Encoding.UTF8.GetString(CardJson.Serialize(card));
}
