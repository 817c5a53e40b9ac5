using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace TeamsBot.Domain.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed partial class DependencyTests
{
    // Each project of src, the projects that it may reference, and the namespaces of ours that its files may use.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["TeamsBot.Domain"] = [],
        ["TeamsBot.Protocol"] = [],
        ["TeamsBot.Storage"] = ["TeamsBot.Domain"],
        ["TeamsBot.Integrations"] = ["TeamsBot.Domain"],
        ["TeamsBot"] = ["TeamsBot.Domain", "TeamsBot.Protocol", "TeamsBot.Storage", "TeamsBot.Integrations"],
    };

    private static readonly string[] BesideFeatures = ["TeamsBot.Routing", "TeamsBot.Hosting", "TeamsBot.Text"];

    [Fact]
    public void Every_project_has_its_rule() =>
        Repository.Projects.Where(project => project.IsIn("src")).Select(NameOf).Except(Allowed.Keys).ShouldBeEmpty();

    [Fact]
    public void A_project_references_only_those_that_it_may_know() =>
        Repository.Projects.Where(project => project.IsIn("src"))
            .SelectMany(project => References(project).Except(Allowed[NameOf(project)]).Select(other => $"{project} references {other}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_domain_takes_no_package_but_NodaTime()
    {
        var domain = Repository.Projects.Single(project => NameOf(project) == "TeamsBot.Domain");
        XDocument.Parse(domain.Text).Descendants().Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference")
            .Select(element => (string?)element.Attribute("Include")).ShouldBe(["NodaTime"]);
    }

    [Fact]
    public void A_file_uses_only_namespaces_of_projects_that_its_project_may_know() =>
        Broken(Repository.CodeFiles.Where(file => file.IsIn("src") && !file.IsIn("src/TeamsBot")), (file, used) =>
        {
            var project = file.Path.Split('/')[1];
            return !Allowed[project].Append(project).Any(known => IsIn(used, known));
        }).ShouldBeEmpty();

    [Fact]
    public void A_feature_uses_no_other_feature() =>
        Broken(Repository.CodeFiles.Where(file => file.IsIn("src/TeamsBot/Features")), (file, used) =>
        {
            var feature = "TeamsBot.Features." + file.Path.Split('/')[3];
            return !Allowed["TeamsBot"].Concat(BesideFeatures).Append(feature).Any(known => IsIn(used, known));
        }).ShouldBeEmpty("What two features need goes down into Domain, Routing, Hosting or Text.");

    [Fact]
    public void What_a_feature_writes_out_in_full_is_of_no_other_feature_either() =>
        Repository.CodeFiles.Where(file => file.IsIn("src/TeamsBot/Features"))
            .SelectMany(file => FeatureName().Matches(file.Text).Select(match => match.Groups["name"].Value)
                .Where(name => name != file.Path.Split('/')[3]).Select(name => $"{file} names Features.{name}"))
            .ShouldBeEmpty();

    [Fact]
    public void What_people_read_knows_no_feature_and_no_store() =>
        Broken(Repository.CodeFiles.Where(file => file.IsIn("src/TeamsBot/Text")), (_, used) =>
            !new[] { "TeamsBot.Text", "TeamsBot.Domain", "TeamsBot.Protocol" }.Any(known => IsIn(used, known))).ShouldBeEmpty();

    [Fact]
    public void What_sends_telemetry_is_known_in_one_folder() =>
        Repository.CodeFiles.Where(file => file.IsIn("src") && !file.IsIn("src/TeamsBot/Hosting/Telemetry"))
            .Where(file => file.Text.Contains("using OpenTelemetry", StringComparison.Ordinal)).Select(file => file.Path)
            .ShouldBeEmpty("Others measure with System.Diagnostics alone.");

    [Fact]
    public void The_protocol_knows_nothing_of_leads() =>
        Repository.CodeFiles.Where(file => file.IsIn("src/TeamsBot.Protocol"))
            .SelectMany(file => file.Lines.Select((line, number) => (line, number)).Where(at => LeadWord().IsMatch(at.line))
                .Select(at => $"{file}:{at.number + 1} {at.line.Trim()}"))
            .ShouldBeEmpty();

    // A part such as Protocol's cards may keep its folders under one namespace, but not above the part.
    [Fact]
    public void A_namespace_is_the_folder_or_the_part_that_the_folder_belongs_to() =>
        Repository.CodeFiles.Where(file => file.IsIn("src"))
            .Where(file => Namespace().Match(file.Text) is { Success: true } match && !Fits(match.Groups["name"].Value, FolderOf(file)))
            .Select(file => $"{file} is not in namespace {FolderOf(file)}").ShouldBeEmpty();

    private static IEnumerable<string> Broken(IEnumerable<SourceFile> files, Func<SourceFile, string, bool> forbidden) =>
        from file in files
        from Match use in Using().Matches(file.Text)
        let used = use.Groups["name"].Value
        where forbidden(file, used)
        select $"{file} uses {used}";

    private static bool IsIn(string used, string known) => used == known || used.StartsWith(known + ".", StringComparison.Ordinal);

    private static bool Fits(string name, string folder) => name == folder || (IsIn(folder, name) && name.Split('.').Length > 2);

    private static string NameOf(SourceFile project) => Path.GetFileNameWithoutExtension(project.Path);

    private static string FolderOf(SourceFile file) => string.Join('.', file.Path.Split('/')[1..^1]);

    private static IEnumerable<string> References(SourceFile project) =>
        XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

    [GeneratedRegex(@"^(global )?using (static |\w+ = )?(?<name>TeamsBot[\w.]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bFeatures\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex("\\bleads?\\b|\\bLead(?=[A-Z]|s|\\b)|handoff", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LeadWord();
}
