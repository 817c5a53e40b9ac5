using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;

namespace TeamsBot.EndToEnd.Tests;

[Collection(Chromium.Collection)]
public sealed class CardPicturesTests(Chromium chromium)
{
    [Fact]
    public async Task A_button_that_a_narrow_card_cuts_off_is_noticed()
    {
        const string Title = "A button whose title is far too long for a narrow card";
        await using var pictures = await CardPictures.OpenAsync(chromium);

        var cut = await pictures.TakeAsync("cut-off", $$"""{ "type": "AdaptiveCard", "version": "1.5", "actions": [{ "type": "Action.Submit", "title": "{{Title}}" }] }""");

        cut.ShouldBe([$"320 light: {Title}", $"320 dark: {Title}"]);
    }

    [Fact]
    public async Task Text_that_wraps_is_whole()
    {
        const string Text = "Several words that find their places on as many lines as they need";
        await using var pictures = await CardPictures.OpenAsync(chromium);

        var cut = await pictures.TakeAsync("wraps", $$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "{{Text}}", "wrap": true }] }""");

        cut.ShouldBeEmpty();
    }
}
