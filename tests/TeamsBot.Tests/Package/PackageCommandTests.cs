using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using TeamsBot.Features.Package;
using Xunit;

namespace TeamsBot.Tests.Package;

/// <summary>The command <c>package</c>.</summary>
public sealed class PackageCommandTests : IDisposable
{
    private const string AppId = "22222222-2222-2222-2222-222222222222";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-package-");

    private string File => Path.Combine(folder.FullName, "app.zip");

    [Fact]
    public async Task The_package_is_as_the_official_schema_wants_it()
    {
        (await RunAsync("--app-id", AppId, "--domain", "baton.contoso.com")).Code.ShouldBe(0);

        var files = Unzipped();
        files.Keys.Order().ShouldBe(["ar.json", "color.png", "manifest.json", "outline.png", "pl.json", "zh-cn.json"]);
        (await OfficialSchema.OfManifestsAsync(Json(files["manifest.json"]))).ShouldAllBe(faults => faults.Count == 0);
        (await OfficialSchema.OfTextsAsync(Json(files["ar.json"]), Json(files["pl.json"]), Json(files["zh-cn.json"]))).ShouldAllBe(faults => faults.Count == 0);
    }

    [Fact]
    public async Task What_was_said_on_the_command_line_stands_in_the_manifest()
    {
        await RunAsync("--app-id", AppId.ToUpperInvariant(), "--domain", "Baton.Contoso.com", "--name", "Baton \"dev\"", "--company", "Contoso", "--app-version", "2.10.0",
            "--website", "https://contoso.com", "--privacy", "https://contoso.com/privacy");

        var (manifest, polish) = (Json(Unzipped()["manifest.json"]), Json(Unzipped()["pl.json"]));
        ((string?)manifest["id"]).ShouldBe(AppId);
        ((string?)manifest["bots"]![0]!["botId"]).ShouldBe(AppId);
        ((string?)manifest["version"]).ShouldBe("2.10.0");
        ((string?)manifest["name"]!["short"]).ShouldBe("Baton \"dev\"");
        ((string?)polish["name.short"]).ShouldBe("Baton \"dev\"");
        ((string?)manifest["validDomains"]![0]).ShouldBe("baton.contoso.com");
        manifest["developer"]!.ToJsonString().ShouldBe(
            """{"name":"Contoso","websiteUrl":"https://contoso.com","privacyUrl":"https://contoso.com/privacy","termsOfUseUrl":"https://contoso.com"}""");
    }

    [Fact]
    public async Task The_same_values_give_the_same_file()
    {
        await RunAsync("--app-id", AppId, "--domain", "baton.contoso.com");
        var first = await System.IO.File.ReadAllBytesAsync(File);
        await RunAsync("--app-id", AppId, "--domain", "baton.contoso.com");
        (await System.IO.File.ReadAllBytesAsync(File)).ShouldBe(first);
    }

    [Theory]
    [InlineData("--app-id", "abc", "GUID")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "GUID")]
    [InlineData("--app-id", "{22222222-2222-2222-2222-222222222222}", "GUID")]
    [InlineData("--domain", "https://baton.contoso.com", "without https://")]
    [InlineData("--domain", "baton.contoso.com/api", "path")]
    [InlineData("--domain", "baton.contoso.com:443", "port")]
    [InlineData("--domain", "localhost", "host name with a dot")]
    [InlineData("--domain", "127.0.0.1", "host name with a dot")]
    [InlineData("--domain", "baton.contoso.com\n", "host name with a dot")]
    [InlineData("--name", "A name that Teams does not show", "1 to 30 characters")]
    [InlineData("--name", " ", "1 to 30 characters")]
    [InlineData("--company", "The Incorporated Society of Contoso", "1 to 32 characters")]
    [InlineData("--app-version", "1.0", "three numbers")]
    [InlineData("--app-version", "1.01.0", "three numbers")]
    [InlineData("--website", "contoso.com", "https address")]
    [InlineData("--privacy", "http://contoso.com/privacy", "https address")]
    [InlineData("--terms", "javascript:alert(1)", "https address")]
    public void A_wrong_value_is_refused_by_name_with_what_it_should_be(string option, string value, string remedy)
    {
        string[] good = ["--app-id", AppId, "--domain", "baton.contoso.com"];
        var arguments = good.Contains(option) ? good.Select((part, i) => i > 0 && good[i - 1] == option ? value : part) : [.. good, option, value];

        var error = Root().Parse(["package", .. arguments]).Errors.ShouldHaveSingleItem().Message;

        error.ShouldStartWith($"{option}: '{value}'");
        error.ShouldContain(remedy);
    }

    [Fact]
    public void Without_app_id_and_domain_there_is_no_package() => Root().Parse(["package"]).Errors.Count.ShouldBe(2);

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        var (code, error) = await RunAsync("--app-id", AppId, "--domain", "baton.contoso.com", "--out", Path.Combine(folder.FullName, "none", "app.zip"));
        code.ShouldBe(1);
        error.ShouldContain("app.zip cannot be written");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        using var error = new StringWriter();
        string[] output = arguments.Contains("--out") ? [] : ["--out", File];
        var code = await Root().Parse(["package", .. arguments, .. output]).InvokeAsync(new() { Output = TextWriter.Null, Error = error });
        return (code, error.ToString());
    }

    private Dictionary<string, byte[]> Unzipped()
    {
        using var zip = ZipFile.OpenRead(File);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static JsonObject Json(byte[] file)
    {
        file[0].ShouldBe((byte)'{'); // Teams takes no byte order mark.
        return JsonNode.Parse(Encoding.UTF8.GetString(file))!.AsObject();
    }

    private static RootCommand Root() => [PackageCommand.Create()];
}
