using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Features.Agreement;
using TeamsBot.Testing.App;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Agreement;

public sealed class DocumentTests : AgreementTest
{
    [Fact]
    public async Task The_whole_document_is_shown_changed_and_shown_again()
    {
        var form = await Form("Whole document…");
        var text = form.Filled("document")!;

        Here(await Max.Clicks(form, "Save", ("document", text.Replace("\"quietHours\": \"20:00-07:00\"", "\"quietHours\": \"none\", \"catchAll\": \"Mia Marsh\"")))).Says("Version 1 is in force").ShouldBeTrue();

        var agreement = await InForce();
        agreement.Quiet.ShouldBeNull();
        agreement.CatchAll!.Id.Value.ShouldBe(Cast.Mia.AadObjectId);
        (await Form("Whole document…")).Filled("document")!.ShouldContain("\"catchAll\": \"Mia Marsh\"");
    }

    [Fact]
    public async Task Nothing_is_stored_where_nothing_was_changed()
    {
        var form = await Form("Whole document…");

        Here(await Max.Clicks(form, "Save", ("document", form.Filled("document")!)));

        (await InForce()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task More_than_two_thousand_characters_are_read()
    {
        var dates = string.Join(", ", Enumerable.Range(0, 300).Select(day => $"\"{new LocalDate(2027, 1, 1).PlusDays(day * 3):uuuu-MM-dd}\""));

        await Max.Clicks(await Form("Whole document…"), "Save", ("document", $$"""{ "workingTime": { "default": { "week": "always", "closed": [{{dates}}] } } }"""));

        (await InForce()).WorkingTimes[SlaAgreement.DefaultWorkingTime].Closed.Once.Count().ShouldBe(300);
    }

    [Fact]
    public async Task Every_mistake_is_told_with_its_place_and_the_text_stays()
    {
        const string Text = """{ "remindrs": [1], "channels": { "Iberia": {} }, "promise": { "leadsPerMonth": 0, "acceptance": "60%" } }""";

        var again = Here(await Max.Clicks(await Form("Whole document…"), "Save", ("document", Text)));

        again.Says("3 things to correct").ShouldBeTrue();
        again.Says("remindrs: “remindrs” means nothing here. Possible: tiers, reminders,").ShouldBeTrue();
        again.Says("channels.Iberia: no sales channel is called “Iberia”. Possible: Sales.").ShouldBeTrue();
        again.Says("promise.leadsPerMonth: “0” is too little or too much; possible is 1..1000000.").ShouldBeTrue();
        again.Filled("document").ShouldBe(Text);
        (await InForce()).Version.ShouldBe(0);
    }

    [Theory]
    [InlineData("", "The text: this is not JSON at line and column 1:1")]
    [InlineData("{", "The text: this is not JSON")]
    public async Task Text_that_is_no_document_is_refused(string text, string reason) =>
        Here(await Max.Clicks(await Form("Whole document…"), "Save", ("document", text))).Says(reason).ShouldBeTrue();

    // The form with such a text would be larger than a card may be; the sentence leaves it as it stands in the client.
    [Fact]
    public async Task Text_that_is_too_long_is_refused_in_a_sentence()
    {
        var form = await Form("Whole document…");

        var tooLong = await Max.Clicks(form, "Save", ("document", new string('م', AgreementDocument.MaxCharacters + 1)));

        tooLong.Sentence.ShouldBe("The text: 20001 is too much, 20000 is the most; shorten it.");
    }

    [Fact]
    public async Task What_no_card_could_show_again_is_refused()
    {
        var names = string.Join(", ", Enumerable.Range(0, 49).Select(n => $"\"{n:00} {new string('م', 330)}\": \"always\""));
        var form = await Form("Whole document…");

        var tooLong = await Max.Clicks(form, "Save", ("document", $$"""{ "workingTime": { "default": "always", {{names}} } }"""));

        tooLong.Sentence!.ShouldContain("KB is too much, 28 KB is the most");
        (await InForce()).Version.ShouldBe(0);
    }

    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_kind_of_fault_has_a_sentence_of_its_own(Language language)
    {
        var say = Say.In(language);
        var sentences = Enum.GetValues<AgreementFaultKind>().Select(kind => FaultWords.Sentence(new("path", kind, "found") { Allowed = "allowed" }, say)).ToList();
        sentences.ShouldBeUnique();
        sentences.ShouldAllBe(sentence => sentence.Contains("path"));
    }
}
