using System.Text.Encodings.Web;
using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Duplicates;

/// <summary>The cards about duplicates to the letter. After a change that is meant, copy what the failing test wrote beside the snapshot over it.</summary>
public sealed class DuplicatesSnapshotTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("duplicates", Language.English)]
    [InlineData("duplicates", Language.Arabic)]
    [InlineData("duplicates-last", Language.Polish)]
    [InlineData("duplicates-news", Language.Chinese)]
    public void A_main_card_is_as_it_was(string name, Language language)
    {
        var file = Path.Combine(Sources.Root, "tests", "TeamsBot.Tests", "Duplicates", "Snapshots", $"{name}-{Languages.Tag(language)[..2]}.json");
        var card = JsonSerializer.Serialize(CardJson.ToJsonElement(DuplicateSamples.All[name](Say.In(language))), Indented) + "\n";
        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (card != expected)
        {
            File.WriteAllText($"{file}.received", card);
        }

        card.ShouldBe(expected);
    }
}
