using System.Text;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.EndToEnd.Tests;

[Collection(Chromium.Collection)]
public sealed class EveryCardTests(Chromium chromium)
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_at_any_width(Language language) => ShouldFitAsync(language, Handoffs(language, HandoffExamples.Lead));

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_with_the_longest_names(Language language) => ShouldFitAsync(language, Handoffs(language, HandoffExamples.LongNames, "-long"));

    [Fact]
    public Task Nothing_is_cut_off_with_a_name_that_is_an_attack() =>
        ShouldFitAsync(Language.English, Handoffs(Language.English, HandoffExamples.Hostile, "-hostile"));

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_where_people_set_up_or_choose(Language language) => ShouldFitAsync(language, CardExamples.In(language));

    private static IEnumerable<(string Name, AdaptiveCard Card)> Handoffs(Language language, Lead lead, string ending = "") =>
        HandoffExamples.In(language, lead).Select(example => ($"handoff-{example.Name}{ending}", HandoffCard.Render(example.View)));

    private async Task ShouldFitAsync(Language language, IEnumerable<(string Name, AdaptiveCard Card)> cards)
    {
        await using var pictures = await CardPictures.OpenAsync(chromium);
        var cut = new List<string>();
        foreach (var (name, card) in cards)
        {
            var found = await pictures.TakeAsync($"{name}-{Text.Languages.Tag(language)}", Encoding.UTF8.GetString(CardJson.Serialize(card)));
            cut.AddRange(found.Select(text => $"{name}, {text}"));
        }

        cut.ShouldBeEmpty();
    }
}
