using Microsoft.Extensions.Configuration;
using Shouldly;
using TeamsBot.Features.Intake;
using TeamsBot.Features.Questions;
using TeamsBot.Hosting;
using TeamsBot.Integrations.OpenAI;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Testing.Infra;
using Xunit;

namespace TeamsBot.Tests.Infra;

/// <summary>The settings that the deployment gives to the app, held against those that the app reads.</summary>
public sealed class AppSettingsTests
{
    private const string ClientId = "33333333-3333-3333-3333-333333333333";
    private const string TenantId = "44444444-4444-4444-4444-444444444444";

    // What others than Baton's own options read, with who does.
    private static readonly Dictionary<string, string> ReadByOthers = new()
    {
        ["ASPNETCORE_URLS"] = "ASP.NET Core: where to listen",
        ["Logging__Console__FormatterName"] = "the host: one line of JSON a record",
        ["AZURE_CLIENT_ID"] = "Azure.Identity: which managed identity",
        ["AZURE_TOKEN_CREDENTIALS"] = "Azure.Identity: which kinds of credentials",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "OpenTelemetry: where traces, metrics and logs go; empty: nowhere",
        ["WEBSITE_RUN_FROM_PACKAGE"] = "App Service",
        ["WEBSITES_CONTAINER_STOP_TIME_LIMIT"] = "App Service",
    };

    // The options by their sections; what is bound to them in the host is tested below and in a process of its own.
    private static readonly Dictionary<string, Type> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = typeof(BotOptions),
        ["Storage"] = typeof(StoreOptions),
        ["Intake"] = typeof(IntakeOptions),
        ["Questions"] = typeof(QuestionOptions),
        [LanguageModelOptions.Section] = typeof(LanguageModelOptions),
    };

    [Fact]
    public void Each_setting_is_an_option_of_the_app_or_is_read_by_somebody_named() =>
        InfraFolder.AppSettings.Keys.Where(name => !IsOption(name) && !ReadByOthers.ContainsKey(name)).ShouldBeEmpty();

    [Fact]
    public void Nobody_is_named_for_a_setting_that_is_not_given() => ReadByOthers.Keys.Except(InfraFolder.AppSettings.Keys).ShouldBeEmpty();

    [Theory]
    [InlineData("Storage__Conection")]
    [InlineData("MicrosoftAppIdentity")]
    [InlineData("Storage")]
    [InlineData("Agreement__Folder")]
    public void A_setting_of_another_name_is_no_option(string name) => IsOption(name).ShouldBeFalse();

    [Fact]
    public void The_registration_is_complete_without_a_secret()
    {
        var bot = Bound<BotOptions>("");
        bot.Validate().ShouldBeEmpty();
        bot.MicrosoftAppType.ShouldBe(BotAppType.UserAssignedMSI);
        bot.MicrosoftAppId.ShouldBe(ClientId);
        bot.ServedTenants.ShouldBe([TenantId]);
    }

    [Fact]
    public void The_store_is_the_account_and_its_file_of_figures_is_not_on_the_shared_disk()
    {
        var store = Bound<StoreOptions>("Storage");
        store.Connection.ShouldBe("https://account.table.core.windows.net/");
        store.Folder.ShouldStartWith("/");
        store.Folder.ShouldNotStartWith("/home");
    }

    [Fact]
    public void No_setting_is_a_secret() =>
        InfraFolder.AppSettings.Where(setting => new[] { "secret", "password", "key" }.Any(word => (setting.Key + setting.Value).Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();

    private static bool IsOption(string name)
    {
        var path = name.Split("__");
        var section = string.Join(':', path[..^1]);
        return Options.TryGetValue(section, out var options) && options.GetProperty(path[^1]) is { CanWrite: true };
    }

    private static T Bound<T>(string section)
        where T : new()
    {
        var values = InfraFolder.AppSettingsFor(ClientId, TenantId, "https://account.table.core.windows.net/");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value))).Build();
        var options = new T();
        (section.Length == 0 ? (IConfiguration)configuration : configuration.GetSection(section)).Bind(options);
        return options;
    }
}
