using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class ActionJsonTests
{
    [Fact]
    public void An_execute_action_carries_verb_and_data() =>
        Wire.Of(new AdaptiveExecuteAction
        {
            Id = "accept",
            Title = "Accept",
            Verb = "handoff.accept",
            Data = CardData.Of(("handoff", "H-1"), ("v", 3)),
            AssociatedInputs = AdaptiveAssociatedInputs.None,
            Style = AdaptiveActionStyle.Positive,
            Mode = AdaptiveActionMode.Secondary,
            Tooltip = "Accept the lead",
            IsEnabled = false,
            IconUrl = new Uri("icon:Checkmark,filled"),
        }).ShouldBe("""
            {"type":"Action.Execute","id":"accept","title":"Accept","verb":"handoff.accept","data":{"handoff":"H-1","v":3},
            "associatedInputs":"none","style":"positive","mode":"secondary","tooltip":"Accept the lead","isEnabled":false,
            "iconUrl":"icon:Checkmark,filled"}
            """.OnOneLine());

    [Fact]
    public void A_submit_action_opens_a_dialog() =>
        Wire.Of(new AdaptiveSubmitAction { Title = "Open…", Data = CardData.Of(("lead", "L-1")), Teams = TeamsSubmitData.TaskFetch })
            .ShouldBe("""{"type":"Action.Submit","title":"Open…","data":{"lead":"L-1","msteams":{"type":"task/fetch"}}}""");

    [Fact]
    public void A_submit_action_sends_a_message_back_and_hides_the_feedback() =>
        Wire.Of(new AdaptiveSubmitAction { Teams = TeamsSubmitData.MessageBack("status", "Status"), HideFeedback = true })
            .ShouldBe("""
                {"type":"Action.Submit","data":{"msteams":{"type":"messageBack","text":"status","displayText":"Status"}},
                "msteams":{"feedback":{"hide":true}}}
                """.OnOneLine());

    [Fact]
    public void Data_cannot_take_the_place_of_teams_own_or_come_twice()
    {
        Should.Throw<ArgumentException>(() => CardData.Of(("msteams", "x")));
        Should.Throw<ArgumentException>(() => CardData.Of(("a", "x"), ("a", 1)));
    }

    [Fact]
    public void An_open_url_action_opens_https() =>
        Wire.Of(new AdaptiveOpenUrlAction { Title = "Open", Url = new Uri("https://teams.microsoft.com/l/chat/0") })
            .ShouldBe("""{"type":"Action.OpenUrl","title":"Open","url":"https://teams.microsoft.com/l/chat/0"}""");

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@example.org")]
    public void An_open_url_action_opens_nothing_else(string url) =>
        Should.Throw<ArgumentException>(() => new AdaptiveOpenUrlAction { Url = new Uri(url) });

    [Fact]
    public void A_form_is_a_card_without_schema() =>
        Wire.Of(new AdaptiveShowCardAction { Title = "Reject…", Card = new AdaptiveCard { Lang = "en", Body = [] } })
            .ShouldBe("""{"type":"Action.ShowCard","title":"Reject…","card":{"type":"AdaptiveCard","version":"1.5","lang":"en","body":[]}}""");

    [Fact]
    public void A_form_cannot_open_a_form()
    {
        var form = new AdaptiveCard { Body = [], Actions = [new AdaptiveShowCardAction { Card = new AdaptiveCard { Body = [] } }] };

        Should.Throw<ArgumentException>(() => new AdaptiveShowCardAction { Card = form });
    }

    [Fact]
    public void A_toggle_names_what_it_shows() =>
        Wire.Of(new AdaptiveToggleVisibilityAction { TargetElements = [new("more"), new("less", IsVisible: false)] })
            .ShouldBe("""{"type":"Action.ToggleVisibility","targetElements":[{"elementId":"more"},{"elementId":"less","isVisible":false}]}""");
}
