using System.Text.Json.Nodes;
using Shouldly;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Handoffs;
using TeamsBot.Features.Package;
using TeamsBot.Routing;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Package;

/// <summary>What the manifest offers, held against what the bot does.</summary>
public sealed class ManifestCommandsTests
{
    private static readonly AppPackage Package = AppPackage.Fill(new("22222222-2222-2222-2222-222222222222", "baton.contoso.com"));

    // Typed commands that no menu offers, with the reason.
    private static readonly Dictionary<Type, string> NotInMenus = new()
    {
        [typeof(Command.AssignRole)] = "means nothing without a name and a role: the card of \"roles\" shows how to write it",
        [typeof(Command.Forget)] = "means nothing without a lead, and is for admins: help and the documentation show how to write it",
        [typeof(Command.ExportLead)] = "the same",
        [typeof(Command.Status)] = "is for the few admins, and the menu of ten is full: the card of \"help\" tells them, and each card of a trouble has a button for it",
        [typeof(Command.Route)] = "means most with a lead, and the menu of ten is full: the card of \"help\" shows how to write it",
        [typeof(Command.Away)] = "is said a few times a year, and the menu of ten is full: the card of \"help\" tells reps",
        [typeof(Command.Feedback)] = "comes by itself every Monday, and the menu of ten is full: help shows marketers how to write it, and the card of a week has a button",
        [typeof(Command.Duplicates)] = "the menu of ten is full: the card of \"help\" tells marketers, and the card in marketing's channel has a button for it",
        [typeof(Command.Unknown)] = "is a question in somebody's own words",
    };

    [Fact]
    public void Each_command_of_the_manifest_is_understood_in_each_language_as_the_same()
    {
        foreach (var (place, title) in Titles(Package.Manifest))
        {
            var wanted = Commands.Recognise(title).GetType();
            NotInMenus.ShouldNotContainKey(wanted, title);
            foreach (var (file, texts) in Package.Texts)
            {
                Commands.Recognise((string)texts[place]!).ShouldBeOfType(wanted, $"{file} {place}");
            }
        }
    }

    [Fact]
    public void Each_typed_command_is_in_the_manifest_or_left_out_for_a_reason()
    {
        var offered = Titles(Package.Manifest).Select(command => Commands.Recognise(command.Title).GetType());
        var all = typeof(Command).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Command)));
        all.Except(offered).ShouldBe(NotInMenus.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_period_that_a_description_shows_is_understood()
    {
        var shown = Package.Texts.Values.SelectMany(texts => texts).Select(text => (text.Key, Value: (string)text.Value!))
            .Concat(Titles(Package.Manifest).Select(command => (Key: command.Place.Replace(".title", ".description", StringComparison.Ordinal), Value: Description(command.Place))))
            .Where(text => text.Key.EndsWith(".description", StringComparison.Ordinal))
            .Select(text => text.Value.Split([';', '；', '؛']) is [_, var example] ? example[(example.IndexOfAny([':', '：']) + 1)..].Trim() : null).OfType<string>().ToHashSet();

        shown.Count.ShouldBe(8); // two commands in four languages
        shown.Select(Commands.Recognise).ShouldAllBe(command => IsAnotherPeriod(command));
    }

    [Fact]
    public void A_menu_has_no_command_twice() => Lists().ShouldAllBe(list => list.Commands.Distinct().Count() == list.Commands.Count);

    [Fact]
    public void Each_scope_of_the_bot_has_its_menu() =>
        Lists().Select(list => list.Scope).ShouldBe(Package.Manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string)scope!));

    [Fact]
    public void Only_the_menu_of_teams_offers_to_set_one_up() =>
        Lists().Where(list => list.Commands.Any(title => Commands.Recognise(title) is Command.Setup)).ShouldHaveSingleItem().Scope.ShouldBe("team");

    [Fact]
    public void The_message_extension_has_the_commands_that_are_answered()
    {
        var commands = Package.Manifest["composeExtensions"]![0]!["commands"]!.AsArray();
        commands.Select(command => (string)command!["id"]!).ShouldBe([Dialogs.Announce, LeadFinder.Command]);
        commands[^1]!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ShouldBe([LeadFinder.Words]);
    }

    // The connector's own calls are all that Baton makes, and they need none. Whoever adds a call to Graph adds the consent, and it to this test.
    [Fact]
    public void No_consent_is_asked_for_and_nothing_declared_that_the_code_does_not_use()
    {
        foreach (var field in (string[])["authorization", "webApplicationInfo", "permissions", "staticTabs", "configurableTabs", "activities"])
        {
            Package.Manifest.ContainsKey(field).ShouldBeFalse(field);
        }
    }

    private static bool IsAnotherPeriod(Command command) => command is
        Command.FunnelStatus { Period: not ReportPeriod.ThisMonth } or Command.SlaStatus { Period: not ReportPeriod.ThisMonth };

    private static IEnumerable<(string Place, string Title)> Titles(JsonObject manifest) =>
        from list in manifest["bots"]![0]!["commandLists"]!.AsArray().Index()
        from command in list.Item!["commands"]!.AsArray().Index()
        select ($"bots[0].commandLists[{list.Index}].commands[{command.Index}].title", (string)command.Item!["title"]!);

    private static string Description(string place)
    {
        var at = place.Split('[', ']');
        return (string)Package.Manifest["bots"]![0]!["commandLists"]![int.Parse(at[3], null)]!["commands"]![int.Parse(at[5], null)]!["description"]!;
    }

    private static IReadOnlyList<(string Scope, IReadOnlyList<string> Commands)> Lists() =>
    [
        .. Package.Manifest["bots"]![0]!["commandLists"]!.AsArray().Select(list =>
            ((string)list!["scopes"]!.AsArray().ShouldHaveSingleItem()!, (IReadOnlyList<string>)[.. list["commands"]!.AsArray().Select(command => (string)command!["title"]!)])),
    ];
}
