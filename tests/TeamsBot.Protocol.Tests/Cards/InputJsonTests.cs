using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class InputJsonTests
{
    [Fact]
    public void A_text_input_says_its_rules() =>
        Wire.Of(new AdaptiveTextInput { Id = "note", Label = "Note", IsRequired = true, ErrorMessage = "Write a note.", IsMultiline = true, MaxLength = 300, Style = AdaptiveTextInputStyle.Email })
            .ShouldBe("""{"type":"Input.Text","id":"note","label":"Note","maxLength":300,"isMultiline":true,"style":"Email","isRequired":true,"errorMessage":"Write a note."}""");

    [Fact]
    public void A_date_input_writes_dates() =>
        Wire.Of(new AdaptiveDateInput { Id = "until", Label = "Until", Min = new DateOnly(2026, 11, 23), Value = new DateOnly(2027, 2, 1) })
            .ShouldBe("""{"type":"Input.Date","id":"until","label":"Until","value":"2027-02-01","min":"2026-11-23"}""");

    [Fact]
    public void A_time_input_writes_hours_and_minutes() =>
        Wire.Of(new AdaptiveTimeInput { Id = "at", Label = "At", Value = new TimeOnly(9, 5, 59) })
            .ShouldBe("""{"type":"Input.Time","id":"at","label":"At","value":"09:05"}""");

    [Fact]
    public void A_number_input_writes_a_zero() =>
        Wire.Of(new AdaptiveNumberInput { Id = "n", Label = "Number", Value = 0, Min = 0, Max = 1.5 })
            .ShouldBe("""{"type":"Input.Number","id":"n","label":"Number","value":0,"min":0,"max":1.5}""");

    [Fact]
    public void A_toggle_says_its_sentence_as_it_is() =>
        Wire.Of(new AdaptiveToggleInput { Id = "t", Label = "Agree", Title = "I *do*", ValueOn = "yes" })
            .ShouldBe("""{"type":"Input.Toggle","id":"t","label":"Agree","title":"I *do*","valueOn":"yes","wrap":true}""");

    [Fact]
    public void A_drop_down_list_shows_its_choices_as_they_are() =>
        Wire.Of(Reasons(AdaptiveChoiceInputStyle.Compact))
            .ShouldBe("""{"type":"Input.ChoiceSet","id":"why","label":"Why?","choices":[{"title":"Too_small","value":"fit"}],"style":"compact"}""");

    [Fact]
    public void Links_in_choices_and_error_messages_are_taken_apart()
    {
        var input = Reasons(AdaptiveChoiceInputStyle.Expanded) with
        {
            Choices = [new("[x](https://evil.example)\n<https://evil.example>", "fit")],
            ErrorMessage = "[x](https://evil.example)",
        };

        Wire.Of(input).ShouldContain("\"[x]\u2060(https://evil.example) <\u2060https://evil.example>\"");
        Wire.Of(input).ShouldContain("\"errorMessage\":\"[x]\u2060(https://evil.example)\"");
    }

    [Fact]
    public void A_people_picker_asks_the_client() =>
        Wire.Of(new AdaptiveChoiceSetInput { Id = "to", Label = "To", Choices = [], ChoicesData = AdaptiveDataQuery.Members })
            .ShouldBe("""
                {"type":"Input.ChoiceSet","id":"to","label":"To","choices":[],
                "choices.data":{"type":"Data.Query","dataset":"graph.microsoft.com/users?scope=currentContext"}}
                """.OnOneLine());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_input_without_id_or_label_is_refused(string nothing)
    {
        Should.Throw<ArgumentException>(() => new AdaptiveTextInput { Id = nothing, Label = "Label" });
        Should.Throw<ArgumentException>(() => new AdaptiveTextInput { Id = "id", Label = nothing });
    }

    private static AdaptiveChoiceSetInput Reasons(AdaptiveChoiceInputStyle style) =>
        new() { Id = "why", Label = "Why?", Style = style, Choices = [new AdaptiveChoice("Too_small", "fit")] };
}
