using System.CommandLine;
using System.Text.RegularExpressions;
using Shouldly;
using TeamsBot.Features.Package;
using TeamsBot.Testing.Infra;
using Xunit;

namespace TeamsBot.Tests.Infra;

/// <summary>The administrator's page and the workflow, held against what they speak of.</summary>
public sealed partial class PageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(InfraFolder.Root, "README.md"));
    private static readonly string Workflow = File.ReadAllText(Path.Combine(InfraFolder.Root, "deploy.yml"));
    private static readonly BicepFile Main = InfraFolder.Templates["main.bicep"];

    [Fact]
    public void The_workflow_uses_the_variables_that_the_deployment_prints() =>
        Variable().Matches(Workflow).Select(match => match.Groups["name"].Value).ToHashSet()
            .ShouldBe(Main.Properties("output workflow object").Keys, ignoreOrder: true);

    [Fact]
    public void The_workflow_keeps_no_secret_and_asks_for_the_environments_that_there_are()
    {
        Workflow.ShouldNotContain("secrets.");
        Workflow.ShouldContain("options: [dev, prod]");
        foreach (var environment in InfraFolder.Environments.Values)
        {
            environment.Value("environmentName").ShouldBe($"'{Path.GetFileNameWithoutExtension(environment.Name)}'");
        }
    }

    [Fact]
    public void Each_file_that_page_and_workflow_name_is_there() =>
        InfraPath().Matches(Page + Workflow).Select(match => match.Value).Distinct().Where(path => !Path.Exists(Path.Combine(Sources.Root, path))).ShouldBeEmpty();

    [Fact]
    public void The_command_of_the_page_is_understood()
    {
        var line = Package().Match(Page).Groups["arguments"].Value;
        line = line.Replace("APP_ID", "22222222-2222-2222-2222-222222222222", StringComparison.Ordinal).Replace("DOMAIN", "baton.contoso.com", StringComparison.Ordinal);
        RootCommand root = [PackageCommand.Create()];
        root.Parse(line).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void The_page_explains_each_alert_and_each_parameter_that_it_names_exists()
    {
        foreach (var alert in Alert().Matches(File.ReadAllText(Path.Combine(InfraFolder.Root, "modules", "alerts.bicep"))).Select(match => match.Groups))
        {
            Page.ShouldContain($"| `{alert["name"].Value}` | {alert["events"].Value} |");
        }

        foreach (var name in (string[])["operatorEmail", "githubRepository", "budgetStart", "lockRecords", "otlpEndpoint"])
        {
            Page.ShouldContain($"`{name}`");
            Main.Parameters.ShouldContain(parameter => parameter.Name == name);
        }
    }

    [GeneratedRegex(@"vars\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\binfra/[\w./-]*\w", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InfraPath();

    [GeneratedRegex("-- (?<arguments>package .*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Package();

    [GeneratedRegex(@"\{ name: '(?<name>[\w-]+)', severity: \d, events: \[(?<events>[\d, ]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alert();
}
