using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Announcements;

public sealed class AnnouncementSentenceTests
{
    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_fault_of_every_field_is_said_with_the_name_of_the_field(Language language)
    {
        var (say, fields) = (Say.In(language), AnnouncementForm.Fields.Concat(Languages.All.SelectMany(one => AnnouncementForm.Translated.Select(field => AnnouncementForm.In(field, one)))));
        foreach (var (field, kind) in fields.SelectMany(field => Enum.GetValues<AnnouncementFaultKind>().Select(kind => (field, kind))))
        {
            var sentence = FaultSentence.Of(new(field, kind, Samples.Hostile, 200), say);
            sentence.ShouldStartWith(FaultSentence.Label(field, say));
            sentence.Length.ShouldBeLessThan(250);
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_refusal_has_a_sentence_of_its_own(Language language)
    {
        var moments = new Moments(Say.In(language), Samples.Warsaw, Samples.Requested);
        foreach (var current in new[] { null, AnnouncementSamples.Announced with { RemindedAt = Samples.Requested } })
        {
            Enum.GetValues<AnnouncementRefusal>().Select(why => RefusalSentence.Of(why, current, moments)).ShouldBeUnique();
        }
    }

    [Theory]
    [InlineData(AnnouncementForm.EndsOn, AnnouncementFaultKind.EndBeforeStart, null, "Last day: The last day is before the first. Choose a later one.")]
    [InlineData(AnnouncementForm.Budget, AnnouncementFaultKind.NotReadable, "a lot", "Budget: “a lot” is not an amount. Write it like this: 12,500 EUR.")]
    [InlineData("offer.polish", AnnouncementFaultKind.TooLong, null, "Offer (Polski): Too long: write at most 200 characters.")]
    public void A_fault_says_where_what_and_how_to_mend_it(string field, AnnouncementFaultKind kind, string? found, string sentence) =>
        FaultSentence.Of(new(field, kind, found, 200), Say.In(Language.English)).ShouldBe(sentence);

    [Theory]
    [InlineData(1, "Opublikowano w 1 kanale")]
    [InlineData(3, "Opublikowano we wszystkich 3 kanałach")]
    public void Polish_counts_channels(int count, string words) =>
        Say.In(Language.Polish).Text("announcement.postedToAll", ("n", count)).ShouldBe(words);

    [Fact]
    public void A_span_of_days_says_its_year_once_where_it_is_another_one()
    {
        var results = AnnouncementSamples.All["announcement-over"];
        System.Text.Encoding.UTF8.GetString(Protocol.Cards.CardJson.Serialize(results(Say.In(Language.English)))).ShouldContain("23 Nov to 18 Dec 2026");
        System.Text.Encoding.UTF8.GetString(Protocol.Cards.CardJson.Serialize(results(Say.In(Language.Chinese)))).ShouldContain("2026年11月23日至12月18日");
    }
}
