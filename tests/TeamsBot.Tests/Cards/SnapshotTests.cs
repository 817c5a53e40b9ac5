using System.Text.Encodings.Web;
using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Tests.Cards;

/// <summary>The main cards to the letter. After a change that is meant, copy what the failing test wrote beside the snapshot over it.</summary>
public sealed class SnapshotTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("handoff-waiting-en", "waiting", Audience.Channel, Language.English)]
    [InlineData("handoff-accepted-ar", "accepted", Audience.Channel, Language.Arabic)]
    [InlineData("handoff-accepted-owner-pl", "accepted", Audience.Owner, Language.Polish)]
    [InlineData("handoff-noted-owner-en", "noted", Audience.Owner, Language.English)]
    [InlineData("handoff-asked-marketing-zh", "asked", Audience.Marketing, Language.Chinese)]
    public void A_main_card_is_as_it_was(string name, string state, Audience audience, Language language) =>
        ShouldBeAsItWas(name, HandoffCard.Render(Samples.View(state, audience, language)));

    [Theory]
    [InlineData("feedback-week-en", "feedback-week-several", Language.English)]
    [InlineData("feedback-week-pl", "feedback-week", Language.Polish)]
    [InlineData("feedback-ar", "feedback", Language.Arabic)]
    [InlineData("feedback-list-zh", "feedback-list", Language.Chinese)]
    [InlineData("duplicates-en", "duplicates", Language.English)]
    [InlineData("duplicates-ar", "duplicates", Language.Arabic)]
    [InlineData("duplicates-last-pl", "duplicates-last", Language.Polish)]
    [InlineData("duplicates-news-zh", "duplicates-news", Language.Chinese)]
    [InlineData("question-with-recent-en", "question-with-recent", Language.English)]
    [InlineData("question-breakdown-zh", "question-breakdown", Language.Chinese)]
    [InlineData("question-clarify-metric-ar", "question-clarify-metric", Language.Arabic)]
    [InlineData("question-funnel-against-before-pl", "question-funnel-against-before", Language.Polish)]
    [InlineData("route-dry-run-pl", "route-dry-run", Language.Polish)]
    [InlineData("route-pools-ar", "route-pools", Language.Arabic)]
    [InlineData("away-set-zh", "away-set", Language.Chinese)]
    public void Another_card_is_as_it_was(string name, string sample, Language language) => ShouldBeAsItWas(name, OtherSamples.All[sample](TeamsBot.Text.Say.In(language)));

    private static void ShouldBeAsItWas(string name, AdaptiveCard shown)
    {
        var file = Path.Combine(Sources.Root, "tests", "TeamsBot.Tests", "Cards", "Snapshots", $"{name}.json");
        var card = JsonSerializer.Serialize(CardJson.ToJsonElement(shown), Indented) + "\n";
        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (card != expected)
        {
            File.WriteAllText($"{file}.received", card);
        }

        card.ShouldBe(expected);
    }
}
