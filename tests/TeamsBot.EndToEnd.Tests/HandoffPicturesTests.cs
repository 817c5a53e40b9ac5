using System.Text;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.EndToEnd.Tests;

[Collection(Chromium.Collection)]
public sealed class HandoffPicturesTests(Chromium chromium)
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_at_any_width(Language language) => ShouldFitAsync(language, HandoffExamples.Lead, "");

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Nothing_is_cut_off_with_the_longest_names(Language language) => ShouldFitAsync(language, HandoffExamples.LongNames, "-long");

    [Fact]
    public Task Nothing_is_cut_off_with_a_name_that_is_an_attack() => ShouldFitAsync(Language.English, HandoffExamples.Hostile, "-hostile");

    private async Task ShouldFitAsync(Language language, Lead lead, string ending)
    {
        await using var pictures = await CardPictures.OpenAsync(chromium);
        var cut = new List<string>();
        foreach (var (name, view) in HandoffExamples.In(language, lead))
        {
            var file = $"handoff-{name}-{Text.Languages.Tag(language)}{ending}";
            var found = await pictures.TakeAsync(file, Encoding.UTF8.GetString(CardJson.Serialize(HandoffCard.Render(view))));
            cut.AddRange(found.Select(text => $"{file}, {text}"));
        }

        cut.ShouldBeEmpty();
    }
}
