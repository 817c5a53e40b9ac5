using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

/// <summary>Each element in the form in which it goes over the wire.</summary>
public sealed class ElementJsonTests
{
    private static readonly AdaptiveTextBlock Hello = new(CardText.Plain("Hello"));

    [Fact]
    public void A_text_block_wraps_and_writes_no_defaults() =>
        Wire.Of(Hello).ShouldBe("""{"type":"TextBlock","text":"Hello","wrap":true}""");

    [Fact]
    public void A_text_block_writes_what_differs_from_the_default() =>
        Wire.Of(new AdaptiveTextBlock(CardText.Plain("Lead"))
        {
            Id = "title",
            Style = AdaptiveTextBlockStyle.Heading,
            Size = AdaptiveTextSize.ExtraLarge,
            Weight = AdaptiveTextWeight.Bolder,
            Color = AdaptiveTextColor.Attention,
            IsSubtle = true,
            FontType = AdaptiveFontType.Monospace,
            MaxLines = 2,
            HorizontalAlignment = AdaptiveHorizontalAlignment.Left,
            IsVisible = false,
            Separator = true,
            Spacing = AdaptiveSpacing.None,
            TargetWidth = AdaptiveTargetWidth.AtLeast(AdaptiveCardWidth.Standard),
            Fallback = AdaptiveFallback.Drop,
        }).ShouldBe("""
            {"type":"TextBlock","id":"title","text":"Lead","style":"heading","size":"ExtraLarge","weight":"Bolder","color":"Attention",
            "isSubtle":true,"fontType":"Monospace","wrap":true,"maxLines":2,"horizontalAlignment":"Left","isVisible":false,
            "separator":true,"spacing":"None","targetWidth":"atLeast:Standard","fallback":"drop"}
            """.OnOneLine());

    [Fact]
    public void An_empty_text_is_still_written() =>
        Wire.Of(new AdaptiveTextBlock(CardText.Empty)).ShouldBe("""{"type":"TextBlock","text":"","wrap":true}""");

    [Fact]
    public void Runs_keep_their_text_to_the_letter() =>
        Wire.Of(new AdaptiveRichTextBlock(new AdaptiveTextRun("**From:** <b>") { Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun(" x") { Italic = true }))
            .ShouldBe("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"**From:** <b>","weight":"Bolder"},{"type":"TextRun","text":" x","italic":true}]}""");

    [Fact]
    public void A_run_cannot_turn_its_neighbours_around() =>
        Wire.Of(new AdaptiveRichTextBlock(new AdaptiveTextRun("a\u202Eb\u2067c"))).ShouldContain("\"ab\u2067c\u2069\"");

    [Fact]
    public void A_run_is_never_expanded_as_a_date() =>
        Wire.Of(new AdaptiveRichTextBlock(new AdaptiveTextRun("{{DATE(x)}}"))).ShouldContain("\"{\u2060{DATE(x)}}\"");

    [Fact]
    public void An_image_has_an_address_and_an_alternative() =>
        Wire.Of(new AdaptiveImage { Url = new Uri("https://example.org/a.png"), AltText = "", Style = AdaptiveImageStyle.Person, Size = AdaptiveImageSize.Small })
            .ShouldBe("""{"type":"Image","url":"https://example.org/a.png","altText":"","size":"Small","style":"Person"}""");

    [Theory]
    [InlineData("http://example.org/a.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a.png")]
    public void An_image_comes_from_no_other_scheme(string url) =>
        Should.Throw<ArgumentException>(() => new AdaptiveImage { Url = new Uri(url, UriKind.RelativeOrAbsolute), AltText = "" });

    [Fact]
    public void A_container_holds_elements() =>
        Wire.Of(new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Rtl = true, Items = [Hello] })
            .ShouldBe("""{"type":"Container","items":[{"type":"TextBlock","text":"Hello","wrap":true}],"style":"emphasis","rtl":true}""");

    [Fact]
    public void A_column_set_holds_columns_of_every_width() =>
        Wire.Of(new AdaptiveColumnSet
        {
            Columns =
            [
                new() { Width = AdaptiveWidth.Auto, Items = [] },
                new() { Width = AdaptiveWidth.Stretch, Items = [], Spacing = AdaptiveSpacing.Medium, VerticalContentAlignment = AdaptiveVerticalAlignment.Center },
                new() { Width = AdaptiveWidth.Weight(3), Items = [] },
                new() { Width = AdaptiveWidth.Pixels(48), Items = [] },
            ],
        }).ShouldBe("""
            {"type":"ColumnSet","columns":[{"type":"Column","width":"auto","items":[]},
            {"type":"Column","width":"stretch","items":[],"verticalContentAlignment":"Center","spacing":"Medium"},
            {"type":"Column","width":3,"items":[]},{"type":"Column","width":"48px","items":[]}]}
            """.OnOneLine());

    [Fact]
    public void Facts_are_card_markdown() =>
        Wire.Of(new AdaptiveFactSet(new AdaptiveFact(CardText.Plain("Phone"), CardText.Link("+49 30 1", new Uri("tel:+49301")))))
            .ShouldBe("""{"type":"FactSet","facts":[{"title":"Phone","value":"[+49 30 1](tel:+49301)"}]}""");

    [Fact]
    public void A_table_names_its_header_row() =>
        Wire.Of(new AdaptiveTable
        {
            ShowGridLines = false,
            Columns = [new(AdaptiveWidth.Weight(5)), new(AdaptiveWidth.Weight(3), AdaptiveHorizontalAlignment.Right)],
            Rows = [new() { Cells = [new() { Items = [Hello] }, new() { Items = [] }] }],
        }).ShouldBe("""
            {"type":"Table","columns":[{"width":5},{"width":3,"horizontalCellContentAlignment":"Right"}],
            "rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"Hello","wrap":true}]},
            {"type":"TableCell","items":[]}]}],"firstRowAsHeaders":true,"showGridLines":false}
            """.OnOneLine());

    [Fact]
    public void An_action_set_holds_actions() =>
        Wire.Of(new AdaptiveActionSet { Actions = [new AdaptiveExecuteAction { Verb = "x.y" }] })
            .ShouldBe("""{"type":"ActionSet","actions":[{"type":"Action.Execute","verb":"x.y"}]}""");
}
