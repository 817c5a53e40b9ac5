using System.Text.Json.Nodes;
using Shouldly;
using TeamsBot.Features.Package;
using Xunit;

namespace TeamsBot.Tests.Package;

/// <summary>The check that works without network, held against the official schema.</summary>
public sealed class ManifestCheckTests
{
    private static readonly AppPackage Good = AppPackage.Fill(new("22222222-2222-2222-2222-222222222222", "baton.contoso.com"));

    // Each way to spoil the manifest, and how the fault begins.
    private static readonly (Action<JsonObject> Spoil, string Fault)[] Spoiled =
    [
        (manifest => manifest.Remove("developer"), "developer is missing"),
        (manifest => manifest["developer"]!.AsObject().Remove("privacyUrl"), "developer.privacyUrl is missing"),
        (manifest => manifest["developer"]!["name"] = new string('x', 33), "developer.name has 33 characters: shorten it to 32."),
        (manifest => manifest["name"]!["short"] = new string('x', 31), "name.short has 31 characters: shorten it to 30."),
        (manifest => manifest["name"]!["full"] = new string('x', 101), "name.full has 101 characters"),
        (manifest => manifest["description"]!["short"] = new string('x', 81), "description.short has 81 characters"),
        (manifest => manifest["description"]!["full"] = new string('x', 4001), "description.full has 4001 characters"),
        (manifest => manifest["manifestVersion"] = "1.29", "manifestVersion is '1.29': it has to be 1.30"),
        (manifest => manifest["id"] = "baton", "id is 'baton': it has to be a GUID"),
        (manifest => manifest["accentColor"] = "blue", "accentColor is 'blue': it has to be a colour"),
        (manifest => manifest["packageName"] = "com.contoso", "packageName is unknown"),
        (manifest => manifest["bots"]!.AsArray().Add(manifest["bots"]![0]!.DeepClone()), "bots has 2 items: 1 are the most."),
        (manifest => Bot(manifest)["botId"] = "x", "bots[0].botId is 'x'"),
        (manifest => Bot(manifest).Remove("scopes"), "bots[0].scopes is missing"),
        (manifest => Bot(manifest)["scopes"]![0] = "everywhere", "bots[0].scopes[0] is 'everywhere': it has to be personal or team or groupChat"),
        (manifest => Bot(manifest)["supportsFiles"] = "yes", "bots[0].supportsFiles is of the wrong type: it has to be true or false"),
        (manifest => Commands(manifest)[0]!["title"] = new string('x', 129), "bots[0].commandLists[0].commands[0].title has 129 characters"),
        (manifest => Commands(manifest)[0]!.AsObject().Remove("title"), "bots[0].commandLists[0].commands[0].title is missing"),
        (manifest => Commands(manifest)[0]!["icon"] = "x", "bots[0].commandLists[0].commands[0].icon is unknown"),
        (manifest => Fill(Commands(manifest), 13), "bots[0].commandLists[0].commands has 13 items: 12 are the most."),
        (manifest => Fill(Bot(manifest)["commandLists"]!.AsArray(), 4), "bots[0].commandLists has 4 items: 3 are the most."),
        (manifest => Fill(manifest["validDomains"]!.AsArray(), 101), "validDomains has 101 items"),
        (manifest => manifest["localizationInfo"]!["additionalLanguages"]![0]!["languageTag"] = "polish language", "localizationInfo.additionalLanguages[0].languageTag is"),
        (manifest => manifest["defaultInstallScope"] = "office", "defaultInstallScope is 'office'"),
    ];

    [Fact]
    public void What_Baton_ships_has_no_fault() => Good.Faults().ShouldBeEmpty();

    [Fact]
    public void Each_fault_is_named_once()
    {
        foreach (var (spoil, fault) in Spoiled)
        {
            (Good with { Manifest = After(spoil) }).Faults().Where(said => !said.Contains(".json", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith(fault);
        }
    }

    [Fact]
    public async Task What_is_spoiled_here_is_wrong_by_the_official_schema_too()
    {
        var faults = await OfficialSchema.OfManifestsAsync(Spoiled.Select(one => After(one.Spoil)));
        faults.Zip(Spoiled).Where(pair => pair.First.Count == 0).Select(pair => pair.Second.Fault).ShouldBeEmpty();
    }

    // Laxer by the schema, so that only we notice.
    [Theory]
    [InlineData("version", "1", "version is '1': it has to be three numbers")]
    [InlineData("id", "${{APP_ID}}", "id still has a place that nothing was put into")]
    public void What_Teams_refuses_later_is_refused_here(string field, string value, string fault) =>
        (Good with { Manifest = After(manifest => manifest[field] = value) }).Faults().ShouldHaveSingleItem().ShouldStartWith(fault);

    [Theory]
    [InlineData("description.short", null, "pl.json: description.short is missing: translate it.")]
    [InlineData("description.short", "", "pl.json: description.short is empty: write a text.")]
    [InlineData("bots[0].commandLists[2].commands[9].title", "x", "pl.json: bots[0].commandLists[2].commands[9].title is no text of the manifest: take it out.")]
    public void A_language_has_each_text_and_no_other(string place, string? text, string fault) =>
        (Good with { Texts = With("pl.json", place, text) }).Faults().ShouldBe([fault]);

    [Fact]
    public void A_text_that_is_too_long_in_one_language_is_named_with_its_file() =>
        (Good with { Texts = With("ar.json", "description.short", new string('x', 81)) }).Faults().ShouldBe(["ar.json: description.short has 81 characters: shorten it to 80."]);

    [Fact]
    public void A_file_that_the_manifest_names_has_to_be_there()
    {
        var without = Good.Texts.Where(file => file.Key != "ar.json").ToDictionary(StringComparer.Ordinal);
        (Good with { Texts = without }).Faults().ShouldBe(["ar.json is missing: the manifest names it as a language."]);
        (Good with { Icons = new Dictionary<string, byte[]>() }).Faults().ShouldBe(
            ["icons.color: there is no file 'color.png' beside the manifest.", "icons.outline: there is no file 'outline.png' beside the manifest."]);
    }

    [Fact]
    public void An_icon_of_another_size_is_refused()
    {
        var swapped = new Dictionary<string, byte[]> { ["color.png"] = Good.Icons["outline.png"], ["outline.png"] = Good.Icons["outline.png"] };
        (Good with { Icons = swapped }).Faults().ShouldBe(["icons.color: color.png has to be a PNG of 192 by 192 pixels."]);
    }

    private static JsonObject After(Action<JsonObject> spoil)
    {
        var manifest = Good.Manifest.DeepClone().AsObject();
        spoil(manifest);
        return manifest;
    }

    private static Dictionary<string, JsonObject> With(string file, string place, string? text)
    {
        var texts = Good.Texts.ToDictionary(one => one.Key, one => one.Value.DeepClone().AsObject(), StringComparer.Ordinal);
        if (text is null)
        {
            texts[file].Remove(place);
        }
        else
        {
            texts[file][place] = text;
        }

        return texts;
    }

    private static void Fill(JsonArray list, int count)
    {
        while (list.Count < count)
        {
            list.Add(list[0]!.DeepClone());
        }
    }

    private static JsonObject Bot(JsonObject manifest) => manifest["bots"]![0]!.AsObject();

    private static JsonArray Commands(JsonObject manifest) => Bot(manifest)["commandLists"]![0]!["commands"]!.AsArray();
}
