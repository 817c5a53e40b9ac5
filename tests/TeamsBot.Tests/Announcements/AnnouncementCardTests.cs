using Shouldly;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Announcements;

public sealed class AnnouncementCardTests
{
    private const int MostBytes = 24 * 1024;

    public static TheoryData<string> Names => [.. AnnouncementSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_keeps_to_what_Teams_needs_in_every_language(string name)
    {
        foreach (var language in Languages.All)
        {
            CardChecks.Problems(AnnouncementSamples.All[name](Say.In(language))).ShouldBeEmpty($"{language}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_is_small_enough_whatever_people_typed(string name)
    {
        foreach (var language in Languages.All)
        {
            CardJson.Serialize(AnnouncementSamples.All[name](Say.In(language))).Length.ShouldBeLessThan(MostBytes, $"{language}");
        }
    }
}
