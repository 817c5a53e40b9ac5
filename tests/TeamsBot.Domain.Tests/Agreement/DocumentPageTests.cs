using System.Text.RegularExpressions;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Tests.Architecture;
using Xunit;

namespace TeamsBot.Domain.Tests.Agreement;

/// <summary>What the page about the document says is so.</summary>
public sealed partial class DocumentPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "src/TeamsBot.Domain/Agreement/README.md"));

    private static readonly string Example = Json().Match(Page).Groups["json"].Value;

    private static readonly AgreementNames Names = AgreementCast.Names with
    {
        Channels = [new("19:gulf", "team", "Sales Gulf", ""), new("19:nordics", "team", "Sales Nordics", "")],
        People = [AgreementCast.Anna],
    };

    [Fact]
    public void Its_example_is_an_agreement_that_uses_every_section()
    {
        var agreement = AgreementCast.Read(Example, Names);

        agreement.Promise.ShouldBe(new Promise(40, 60));
        agreement.CatchAll.ShouldBe(AgreementCast.Anna);
        agreement.Channels.Count.ShouldBe(2);
        agreement.Escalation.Count.ShouldBe(4);
        agreement.WorkingTimes.Count.ShouldBe(3);
    }

    [Fact]
    public void What_it_says_holds_at_first_does()
    {
        var initial = SlaAgreement.Initial(AgreementCast.Warsaw);
        var example = AgreementCast.Read(Example, Names);

        (initial.Hot, initial.Warm, initial.Cold, initial.Quiet).ShouldBe((example.Hot, example.Warm, example.Cold, example.Quiet));
        initial.Reminders.ShouldBe(example.Reminders);
        AgreementDocument.Write(initial, Names).ShouldContain("""
            "mon-fri": "09:00-17:00"
            """);
    }

    [Fact]
    public void It_names_every_section_and_every_step()
    {
        var sections = Member().Matches(Example).Select(match => match.Groups["name"].Value).ToHashSet();
        sections.ShouldAllBe(section => Page.Contains($"| `{section}` |"));
        AgreementCast.FaultsOf(AgreementDocument.Read("""{ "escalation": [{ "after": "1h", "do": "x" }], "x": 1 }""", Names))
            .SelectMany(fault => fault.Allowed.Split(", ")).ShouldAllBe(name => Page.Contains($"`{name}`"));
    }

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Json();

    // Two blanks deep: a section.
    [GeneratedRegex("^  \"(?<name>\\w+)\":", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();
}
